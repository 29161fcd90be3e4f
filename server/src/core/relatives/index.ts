export { Collection, type Entry, type FolderSettings, type RelativeRefs, type ReportRef } from './collection';
export { CONFIG_FILE, parseConfig, type Config, type ParsedConfig } from './config';
export { cellsOf, factsOf, positionOf, type ReportFacts } from './facts';
export { readFacts, writeFacts } from './facts-text';
export { identify, type Identity } from './identity';
export { canonicalName } from './names';
export { sameAgency } from './same';
