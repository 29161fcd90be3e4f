export function withoutSchema(): string | false;
export function faultsOf(files: readonly string[]): Promise<string[]>;
