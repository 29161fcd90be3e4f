import type { Parts } from './package';
import { escapeXml } from './parts';

const BASE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** What a part of a document refers to. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
  /** Where the target is in the package. @param folder of the part that refers to it, with its `/` */
  path(folder: string): string;
}

/** Relations of one part. */
export class Relations {
  readonly all: Relation[];

  constructor(xml: string, given: readonly Relation[] = []) {
    this.all = [...given, ...[...xml.matchAll(/<Relationship\s[^>]*>/g)].map(([each]) => relation(read(each, 'Id'), read(each, 'Type'), read(each, 'Target'), read(each, 'TargetMode') === 'External'))];
  }

  /** @returns the new relation's id */
  add(type: string, target: string): string {
    let number = this.all.length + 1;
    while (this.all.some(({ id }) => id === `rId${number}`)) number++;
    this.all.push(relation(`rId${number}`, BASE + type, target, false));
    return `rId${number}`;
  }

  xml(): string {
    const written = this.all.map(({ id, type, target, external }) => `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join('')}</Relationships>`;
  }
}

const relation = (id: string, type: string, target: string, external: boolean): Relation => ({ id, type, target, external, path: (folder) => resolved(folder, target) });

const read = (xml: string, name: string): string => (new RegExp(`\\s${name}="([^"]*)"`).exec(xml)?.[1] ?? '').replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[entity] ?? '');

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** What each part is, for a package of a template's and our own parts. */
export function contentTypes(template: string, parts: Parts, main: string): string {
  const known = new Map([...template.matchAll(/<Override\s[^>]*>/g)].map(([each]) => [read(each, 'PartName').slice(1), read(each, 'ContentType')]));
  const own: Readonly<Record<string, string>> = {
    'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
    'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    // A template's type (.dotx) would make Word take the report for one.
    [main]: `${WORD}document.main+xml`,
  };
  const typeOf = (path: string): string | undefined => own[path] ?? (/\/(?:reportFooter\d)\.xml$/.test(path) ? `${WORD}footer+xml` : /\/(styles|settings|fontTable)\.xml$/.exec(path)?.[1] !== undefined ? `${WORD}${/\/(\w+)\.xml$/.exec(path)?.[1]}+xml` : known.get(path));
  const defaults = new Map([...template.matchAll(/<Default\s[^>]*>/g)].map(([each]) => [read(each, 'Extension').toLowerCase(), read(each, 'ContentType')]));
  defaults.set('rels', 'application/vnd.openxmlformats-package.relationships+xml').set('xml', 'application/xml');
  const overrides = [...parts.keys()].flatMap((path) => {
    const type = typeOf(path);
    return type === undefined ? [] : [`<Override PartName="/${escapeXml(path)}" ContentType="${escapeXml(type)}"/>`];
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[...defaults].map(([extension, type]) => `<Default Extension="${escapeXml(extension)}" ContentType="${escapeXml(type)}"/>`).join('')}${overrides.join('')}</Types>`;
}
