import type { ReportReading } from '../read/types';
import type { UnitLevel } from './report';

/** Agency as the title names it, and its level where the name alone is certain. */
export function readAgency(reading: ReportReading): { readonly agency: string; readonly level: UnitLevel } {
  const agency = reading.title?.agency ?? '';
  return { agency, level: /(?:乡|镇|苏木|街道|街道办事处)(?:人民政府)?$/.test(agency) ? 'township' : 'unknown' };
}
