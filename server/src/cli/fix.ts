import { applyEdits, fixAll, type Analysis } from '../core';
import { both } from '../core/text/bilingual';
import type { Draft } from './draft';
import { Problem, reasonOf } from './problem';
import { replaceFile } from './write';

export interface Fixed {
  readonly text: string;
  /** Number of edits written. */
  readonly edits: number;
}

/**
 * Writes what `fixAll` is certain of into the draft's file: same encoding, byte order mark and line ends. A draft with
 * nothing to fix is not touched. @throws Problem when the file cannot be written, or not without damage.
 */
export async function fixDraft(draft: Draft, analysis: Analysis): Promise<Fixed> {
  const edits = fixAll(analysis);
  const text = applyEdits(draft.text, edits);
  if (text === draft.text) return { text, edits: 0 };
  if (!draft.encode) {
    const why = draft.encoding === 'gb18030' ? both('编码是 GB18030', 'it is in GB18030') : both('里面有坏的字节', 'it holds broken bytes');
    throw new Problem(both(`没有修改：${why.zh}，写回去会损坏；请先另存为 UTF-8`, `not fixed: ${why.en} and would be damaged; save it as UTF-8 first`));
  }
  try {
    await replaceFile(draft.path, draft.bytes, draft.encode(text));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(both(`写不进去（${reasonOf(error)}）`, `cannot be written (${reasonOf(error)})`));
  }
  return { text, edits: edits.length };
}
