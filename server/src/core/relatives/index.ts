export { Collection, type Entry, type RelativeRefs, type ReportRef, type Sum } from './collection';
export { type FolderSettings } from './configs';
export { CONFIG_FILE, parseConfig, type Config, type ParsedConfig } from './config';
export { cellsOf, factsOf, positionOf, type ReportFacts } from './facts';
export { readFacts, writeFacts } from './facts-text';
export { identify, type Identity } from './identity';
export { canonicalName } from './names';
export { folderOf, sameAgency } from './same';
