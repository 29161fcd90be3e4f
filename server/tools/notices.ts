/**
 * What of others is bundled and under which licence: `npm run notices` writes THIRD-PARTY-NOTICES.txt, which goes into the
 * package, for these licences ask that their text goes along.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/** Packages that come as one file with others inside, which the bundler does not see. */
const INSIDE: Readonly<Record<string, readonly string[]>> = { docx: ['nanoid'], jszip: ['lie', 'immediate', 'pako', 'setimmediate'] };

/** A package whose code is in the bundle. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly folder: string;
  /** Its files that went in, from the root. */
  readonly files: readonly string[];
}

/** The packages that went into the bundle, or stand inside one that did, by name and version. */
export function bundled(): Bundled[] {
  const out = mkdtempSync(join(tmpdir(), 'disclosure-report-inputs-'));
  const inputs = execFileSync(process.execPath, ['esbuild.mjs', '--inputs', `--out=${out}`], { cwd: root, encoding: 'utf8' }).split('\n');
  rmSync(out, { recursive: true });
  const files = new Map<string, Set<string>>();
  for (const file of inputs) {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? [];
    if (folder === undefined) continue;
    files.set(folder, (files.get(folder) ?? new Set()).add(file));
    for (const each of INSIDE[folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)] ?? []) {
      const inside = folderOf(each, folder);
      files.set(inside, files.get(inside) ?? new Set());
    }
  }
  const packages = [...files].map(([folder, each]): Bundled => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: string };
    return { name, version, licence: license ?? '', folder, files: [...each].sort() };
  });
  return packages.sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
}

/** Where Node finds a package from another's folder. */
function folderOf(name: string, from: string): string {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name).replaceAll('\\', '/');
    if (existsSync(join(root, folder, 'package.json'))) return folder;
    if (at === '.' || at === dirname(at)) throw new Error(`${name} of ${from} is not installed`);
  }
}

/** The whole file. Throws an Error where a package has no licence text. */
export function notices(packages: readonly Bundled[]): string {
  const texts = new Map<string, string[]>();
  for (const each of packages) {
    const text = [licenceText(each), ...legalComments(each)].join('\n\n');
    texts.set(text, [...(texts.get(text) ?? []), `${each.name} ${each.version} (${each.licence})`]);
  }
  const head = 'The bundles of this extension hold code of the packages below. Each stands under the licence that follows its name.\n';
  return [head, ...[...texts].map(([text, names]) => `${'='.repeat(80)}\n${names.join('\n')}\n${'-'.repeat(80)}\n\n${text}\n`)].join('\n');
}

function licenceText({ name, folder }: Bundled): string {
  const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} brings no licence text`);
  const text = tidy(readFileSync(join(root, folder, file), 'utf8'));
  // Offered under two licences, of which this is the one taken.
  return name === 'jszip' ? text.slice(text.indexOf('The MIT License'), text.indexOf('GPL version 3')).trim() : text;
}

/** Comments that tell whose a file is: the bundler leaves them out. */
function legalComments({ files }: Bundled): string[] {
  const comments = files.flatMap((file) => readFileSync(join(root, file), 'utf8').match(/\/\*(?:!|(?:[^*]|\*(?!\/))*?(?:@license|@preserve|Copyright))(?:[^*]|\*(?!\/))*\*\//g) ?? []);
  return [...new Set(comments.map(tidy))].filter((comment) => !/Microsoft Corporation/.test(comment));
}

const tidy = (text: string): string => text.replaceAll('\r\n', '\n').replace(/[ \t]+$/gm, '').trim();

if (require.main === module) writeFileSync(join(root, NOTICES), notices(bundled()));
