/** Word and web pages in and out. Pure: bytes go in, bytes come out; heavy, and therefore a bundle of its own that is loaded when it is used. */
export { exportFragment, exportReport, leftToFill, type Left } from './export';
export { importReport } from './import';
export { OfficeProblem, type Exported, type ExportFormat, type ExportOptions, type Imported } from './types';
