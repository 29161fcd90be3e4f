/** A file of the repository, path relative to its root. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** Content of a file of the repository; `undefined` when it is not there. */
export type ReadFile = (path: string) => string | undefined;
