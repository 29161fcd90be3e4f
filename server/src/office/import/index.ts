import type { Imported } from '../types';
import { decodePage, decodeText } from './decode';
import { writeDraft } from './draft';
import { readDocx } from './docx';
import { kindOf } from './kind';
import { arrange } from './layout';
import { LIMITS } from './limits';
import { plainDraft } from './plain';
import { problems } from './problems';
import { readBlocks } from './reader';
import { separated } from './separate';
import { Told } from './told';
import { parsePage } from './tree';
import { article } from './web/article';
import { pageOfMessage } from './web/mhtml';

/**
 * Makes a Markdown draft of a document.
 * @param name of the file, whose ending helps to tell what it is; the content decides.
 * @param bytes of the file, as they are.
 * @throws OfficeProblem where the file is none of the kinds that are read, is broken, encrypted or too large.
 */
export async function importReport(name: string, bytes: Uint8Array): Promise<Imported> {
  if (bytes.length > LIMITS.file) throw problems.tooLarge();
  const told = new Told();
  const kind = kindOf(name, bytes);
  if (kind !== 'docx' && bytes.length > LIMITS.text) throw problems.tooLarge();
  const markdown = kind === 'text' ? plainDraft(name, decodeText(bytes), told) : kind === 'docx' ? await fromDocx(bytes, told) : fromPage(kind === 'message' ? pageOfMessage(bytes) : decodePage(bytes), told);
  return { markdown, notices: told.notices() };
}

async function fromDocx(bytes: Uint8Array, told: Told): Promise<string> {
  const blocks = arrange(readBlocks(await readDocx(bytes, told), told, true));
  if (blocks.length === 0) throw problems.noText();
  return writeDraft(separated(blocks), told);
}

function fromPage(html: string, told: Told): string {
  const blocks = arrange(article(readBlocks(parsePage(html), told), told));
  if (blocks.length === 0) throw problems.noText();
  return writeDraft(separated(blocks), told);
}
