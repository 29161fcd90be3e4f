import type { Severity } from '../rules/types';
import type { Config } from './config';
import type { Identity } from './identity';
import { canonicalName } from './names';
import { folderOf } from './same';

/** What the config files above a path say together; the nearest has the last word. */
export interface FolderSettings {
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly format?: string;
  readonly ignored: boolean;
}

/** The config files of a workspace or of a run, by the folder they hold for. */
export class Configs {
  private readonly byFolder = new Map<string, Config>();

  get any(): boolean {
    return this.byFolder.size > 0;
  }

  all(): Iterable<[folder: string, config: Config]> {
    return this.byFolder;
  }

  set(folder: string, config: Config | undefined): void {
    if (config) this.byFolder.set(folder, config);
    else this.byFolder.delete(folder);
  }

  settings(path: string): FolderSettings {
    let format: string | undefined;
    let ignored = false;
    const rules: Record<string, Severity | 'off'> = {};
    for (const [folder, config] of this.above(path).reverse()) {
      Object.assign(rules, config.rules);
      format = config.format ?? format;
      ignored ||= config.ignores(relative(path, folder));
    }
    return { rules, ...(format === undefined ? {} : { format }), ignored };
  }

  /** The name an alias of a folder's config stands for. */
  resolve(agency: string, folder: string): string {
    return this.byFolder.get(folder)?.aliases.get(agency) ?? agency;
  }

  /** The identity with the aliases of the configs above, and with the folder's agency where the report names none. */
  named(identity: Identity, path: string): Identity {
    const above = this.above(path);
    let { agency } = identity;
    if (agency === '') agency = above.find(([folder]) => folder === folderOf(path))?.[1].agency ?? '';
    for (const [, { aliases }] of above) {
      const name = aliases.get(agency) ?? [...aliases].find(([alias]) => canonicalName(alias) === canonicalName(agency) && canonicalName(alias) !== '')?.[1];
      if (name !== undefined) agency = name;
    }
    return agency === identity.agency ? identity : { ...identity, agency, name: canonicalName(agency) };
  }

  /** Configs of the folders above a path, nearest first. */
  above(path: string): [folder: string, config: Config][] {
    const found: [string, Config][] = [];
    if (this.byFolder.size === 0) return found;
    for (let folder = path; folder !== ''; ) {
      folder = folderOf(folder);
      const config = this.byFolder.get(folder);
      if (config) found.push([folder, config]);
    }
    return found;
  }
}

export const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

export const relative = (path: string, folder: string): string => (isBelow(path, folder) ? path.slice(folder.length + 1) : '');
