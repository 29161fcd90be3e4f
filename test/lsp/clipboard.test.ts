import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, currentFormat } from '../../server/src/core';
import { copyTable } from '../../server/src/core/writing/clipboard';
import type { CopiedTable, StandardTables } from '../../server/src/lsp/clipboard';
import { faultless, FULL, URI, withClient, type Client } from './kit';

const requests = currentFormat.tables.find(({ id }) => id === 'requests');
const [report] = analyse(faultless).reports;
const table = report?.table('requests') ?? assert.fail();
/** Table three as Excel leaves it on the clipboard. */
const copied = copyTable(table);
/** A draft whose table three is still to come. */
const [head = '', rest = ''] = faultless.split(/(?<=## 三、[^\n]*\n)/);
const waiting = `${head}\n${rest.slice(rest.indexOf('## 四、'))}`;
const paste = (client: Client, text: string, html?: string): Promise<StandardTables | null> => client.request('disclosureReport/pasteTable', { uri: URI, text, ...(html === undefined ? {} : { html }) });

describe('disclosureReport/pasteTable', () => {
  for (const [name, text, html] of [
    ['tab-separated text', copied.text, undefined],
    ['HTML with merged cells', '', copied.html],
    ['HTML as Word wraps it', 'x', `<html><head><style>td {mso-x:1}</style></head><body><!--StartFragment-->${copied.html.replaceAll('<td', '<td style="border:1px" class=xl65')}<!--EndFragment--></body></html>`],
  ] as const) {
    it(`writes the table of ${name} as the document writes its tables, every value in its place`, () =>
      withClient({ capabilities: FULL, locale: 'zh-cn' }, async (client) => {
        await client.open(waiting, 'markdown');
        const found = await paste(client, text, html);
        assert.deepEqual(found?.names, [requests?.name.zh]);
        assert.equal(found?.missing, 0);
        assert.match(found?.text ?? '', /^\| /);
        const after = analyse(`${head}\n${found?.text}\n${rest.slice(rest.indexOf('## 四、'))}`);
        assert.deepEqual(after.findings, []);
        assert.equal(after.reports[0]?.cell('requests', 'newReceived', 'total')?.text, '12');
      }));
  }

  it('tells how many rows are missing, and makes no number up for them', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(waiting, 'markdown');
      const found = await paste(client, copied.text.split('\n').filter((line) => !line.includes('重复申请')).join('\n'));
      assert.equal(found?.missing, 1);
      assert.match(found?.text ?? '', /2\.重复申请 \|(?: {2}\|){7}$/m);
    }));

  it('knows nothing of other tables and other texts', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(waiting, 'markdown');
      for (const text of ['', '姓名\t年龄\n张三\t3\n', '一、本年新收\t3', 'x'.repeat(3_000_000)]) assert.equal(await paste(client, text), null);
      assert.equal(await paste(client, 'x', '<table><tr><td>规章</td><td>2</td></tr></table>'), null);
    }));

  it('keeps the line ends of the document', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(waiting.replace(/\n/g, '\r\n'), 'markdown');
      assert.doesNotMatch((await paste(client, copied.text))?.text ?? '\n', /[^\r]\n/);
    }));
});

describe('disclosureReport/copyTable', () => {
  it('gives the table at the cursor as cells, and nothing elsewhere', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(faultless, 'markdown');
      const at = (text: string): Promise<CopiedTable | null> => client.request('disclosureReport/copyTable', { uri: URI, position: client.find(text).start });
      assert.deepEqual(await at('二、上年结转'), copied);
      assert.match(copied.html, /rowspan/);
      assert.equal(await at('我局新收'), null);
    }));
});
