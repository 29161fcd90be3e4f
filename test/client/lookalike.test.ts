import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextDocument } from 'vscode';
import { looksLikeReport, mayMakeReport } from '../../client/src/lookalike';

const change = (text: string) => [{ text }] as unknown as Parameters<typeof mayMakeReport>[0];
const document = (languageId: string, text: string): TextDocument => ({ languageId, lineCount: text.split('\n').length, getText: () => text }) as unknown as TextDocument;

describe('the look that decides whether the server is started', () => {
  for (const [languageId, text, expected] of [
    ['disclosure-report', '', true],
    ['markdown', '# 清溪县2024年政府信息公开工作年度报告', true],
    ['plaintext', '政府信息公开\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', true],
    ['plaintext', '2024-01-01 12:00:00 started', false],
    ['markdown', '# 2024年工作年度报告', false],
    ['markdown', '# 政府信息公开条例', false],
    ['html', '清溪县2024年政府信息公开工作年度报告', false],
  ] as const) {
    it(`${languageId} ${JSON.stringify(text)}: ${expected}`, () => assert.equal(looksLikeReport(document(languageId, text)), expected));
  }

  it('does not read documents that are too long', () => {
    const long = { ...document('plaintext', ''), lineCount: 50_001, getText: () => assert.fail('read') } as unknown as TextDocument;
    assert.equal(looksLikeReport(long), false);
  });

  it('looks again only after changes that can matter', () => {
    assert.equal(mayMakeReport(change('报告')), true);
    assert.equal(mayMakeReport(change('')), true);
    assert.equal(mayMakeReport(change('bao gao 12')), false);
  });
});
