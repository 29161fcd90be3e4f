export function soffice(): string | undefined;
export function withoutLibreOffice(): string | false;
export function convert(files: readonly string[], to: string, folder: string): string[];
