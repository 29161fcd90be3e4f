/** No text makes an export hang, fail otherwise than with words for its user, or write what no program opens. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exportReport } from '../../../server/src/office/export';
import { OfficeProblem } from '../../../server/src/office/types';
import { draft } from '../../robust/drafts';
import { hostile } from '../../robust/hostile';
import { runs } from '../../robust/runs';
import { partsOf } from './support';

/** An export, or nothing where it is refused. */
async function exported(text: string, format: 'docx' | 'html'): Promise<Uint8Array | undefined> {
  try {
    return (await exportReport(text, { format, allowPlaceholders: true })).bytes;
  } catch (error) {
    if (error instanceof OfficeProblem) return undefined;
    throw error;
  }
}

const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function soundXml(bytes: Uint8Array, what: string): void {
  const xml = partsOf(bytes).get('word/document.xml') ?? '';
  assert.doesNotMatch(xml, ILLEGAL, what);
  const open: string[] = [];
  for (const [tag, close, name, single] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name, `${what}: ${tag}`);
    else if (!single && name) open.push(name);
  }
  assert.deepEqual(open, [], what);
  assert.equal(xml.replace(/<(?:\?xml[^<>]*\?|\/?[\w:]+(?:\s[^<>]*)?\/?)>/g, '').search(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/), -1, what);
}

/** Milliseconds for the largest of these texts, on a slow machine that does other things too. */
const LONGEST = 60_000;

for (const { name, n, text } of hostile) {
  test(`bounded: ${name}`, async () => {
    const from = performance.now();
    for (const format of ['docx', 'html'] as const) {
      const bytes = await exported(text(n), format);
      if (bytes && format === 'docx') soundXml(bytes, name);
    }
    assert.ok(performance.now() - from < LONGEST, `${Math.round(performance.now() - from)} ms`);
  });
}

test('drafts damaged in any way give sound documents', async () => {
  await fc.assert(
    fc.asyncProperty(draft, async (text) => {
      const bytes = await exported(text, 'docx');
      if (bytes) soundXml(bytes, text);
      await exported(text, 'html');
    }),
    runs(60),
  );
});
