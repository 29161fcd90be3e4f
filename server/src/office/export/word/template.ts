import type { Bilingual } from '../../../core/text/bilingual';
import type { Parts } from './package';
export function intoTemplate(parts: Parts, _template: Uint8Array, _title: string): { parts: Parts; notices: readonly Bilingual[] } { return { parts, notices: [] }; }
