import { bars } from './bars';
import { html } from './html';
import { leading } from './leading';
import { ocr } from './ocr';
import { paragraphs } from './paragraphs';
import { pdf } from './pdf';
import { pipe } from './pipe';
import { raw } from './raw';
import { sheet } from './sheet';
import { spaced } from './spaced';
import { stacked } from './stacked';
import type { Layout } from './types';
import { word } from './word';

export const layouts: readonly Layout[] = [pipe, html, sheet, ocr, stacked, leading, paragraphs, word, bars, pdf, raw, spaced];
export type { Layout, WrittenTable } from './types';
