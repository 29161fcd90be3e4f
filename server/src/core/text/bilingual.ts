/** Every message and title exists in both languages; the shell picks one by locale. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export const both = (zh: string, en: string): Bilingual => ({ zh, en });
