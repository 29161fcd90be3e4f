import type { SectionDeclaration, TableDeclaration } from '../format/types';
import type { SectionReading } from '../read/types';
import type { Report } from '../report/report';
import { both } from '../text/bilingual';
import type { Fix } from './types';

export function insertSection(report: Report, section: SectionDeclaration): Fix {
  void report;
  void section;
  return { title: both('', ''), edits: () => [] };
}
export function insertTable(report: Report, section: SectionReading, table: TableDeclaration): Fix {
  void report;
  void section;
  void table;
  return { title: both('', ''), edits: () => [] };
}
export function fillSection(report: Report, section: SectionReading): readonly Fix[] {
  void report;
  void section;
  return [];
}
export function addFeeStatement(report: Report, section: SectionReading): readonly Fix[] {
  void report;
  void section;
  return [];
}
export function removeSection(report: Report, section: SectionReading, first: SectionReading): Fix | undefined {
  void report;
  void section;
  void first;
  return undefined;
}
export function sortSections(report: Report, sections: readonly SectionReading[]): Fix | undefined {
  void report;
  void sections;
  return undefined;
}
