import { rule as applicationBalance } from './application-balance';
import { rule as blankCell } from './blank-cell';
import { rule as brackets } from './brackets';
import { rule as carriedOver } from './carried-over';
import { rule as citation } from './citation';
import { rule as columnTotal } from './column-total';
import { rule as copiedText } from './copied-text';
import { rule as duplicateRow } from './duplicate-row';
import { rule as duplicateSection } from './duplicate-section';
import { rule as emptySection } from './empty-section';
import { rule as feeStatement } from './fee-statement';
import { rule as formatYear } from './format-year';
import { rule as inForceBalance } from './in-force-balance';
import { rule as inForceDocuments } from './in-force-documents';
import { rule as invalidNumber } from './invalid-number';
import { rule as leftover } from './leftover';
import { rule as missingRow } from './missing-row';
import { rule as missingSection } from './missing-section';
import { rule as missingTable } from './missing-table';
import { rule as missingTitle } from './missing-title';
import { rule as missingTopic } from './missing-topic';
import { rule as percentage } from './percentage';
import { rule as proseTotal } from './prose-total';
import { rule as reportYear } from './report-year';
import { rule as proseBalance } from './prose-balance';
import { rule as proseTable } from './prose-table';
import { rule as rollUp } from './roll-up';
import { rule as rowCells } from './row-cells';
import { rule as rowTotal } from './row-total';
import { rule as rulesPower } from './rules-power';
import { rule as sectionCount } from './section-count';
import { rule as sectionNumber } from './section-number';
import { rule as sectionOrder } from './section-order';
import { rule as sectionTitle } from './section-title';
import { rule as staleYear } from './stale-year';
import { rule as suspectCell } from './suspect-cell';
import { rule as titleWording } from './title-wording';
import type { Rule } from './types';
import { rule as unusedSuppression } from './unused-suppression';

/** Every rule, in the order its findings are told apart when they stand at the same place. */
export const rules: readonly Rule[] = [
  // The document and its sections.
  missingTitle,
  titleWording,
  missingSection,
  duplicateSection,
  sectionOrder,
  sectionTitle,
  sectionNumber,
  emptySection,
  missingTopic,
  missingTable,
  formatYear,
  // Tables.
  missingRow,
  duplicateRow,
  rowCells,
  blankCell,
  invalidNumber,
  rowTotal,
  columnTotal,
  applicationBalance,
  suspectCell,
  rulesPower,
  inForceBalance,
  // Prose.
  proseTable,
  proseBalance,
  reportYear,
  staleYear,
  sectionCount,
  citation,
  proseTotal,
  percentage,
  leftover,
  brackets,
  feeStatement,
  // Several reports.
  carriedOver,
  inForceDocuments,
  rollUp,
  copiedText,
  // The comments themselves.
  unusedSuppression,
];
