import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver/node';
import type { SelectionSum } from '../../server/src/core/writing/selection-sum';
import type { ReportIdentity, RolledOver } from '../../server/src/lsp/new-report';
import type { TableValues } from '../../server/src/lsp/tables';
import { change, faultless, FULL, URI, withClient } from './kit';

const NEW = '| 9 | 3 | 0 | 0 | 0 | 0 | 12 |';

describe('requests about tables', () => {
  it('values: every value of every row with the version they belong to; null for what is no report', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(faultless, 'markdown', URI, 7);
      const values = await client.request<TableValues>('disclosureReport/values', { uri: URI });
      assert.equal(values.version, 7);
      assert.deepEqual(values.tables.map((rows) => rows.map((row) => row.values.length).join('')), ['331111', '7'.repeat(25), '15']);
      const first = values.tables[1]?.[0]?.values.map(({ target }) => faultless.slice(target.start, target.end));
      assert.deepEqual(first, ['9', '3', '0', '0', '0', '0', '12']);
      await client.open('# 会议纪要\n\n| 1 | 2 |', 'markdown', 'file:///other.md');
      assert.equal(await client.request('disclosureReport/values', { uri: 'file:///other.md' }), null);
      assert.equal(await client.request('disclosureReport/values', { uri: 'file:///none.md' }), null);
    }));

  it('autoTotal: the totals of a changed row, for the version asked about and for no other', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(change(faultless, NEW, NEW.replace('9', '19')), 'markdown');
      const row = { uri: URI, version: 1, table: 1, row: 0, columns: [0] };
      const edits = await client.request<TextEdit[]>('disclosureReport/autoTotal', row);
      assert.deepEqual(edits.map(({ newText }) => newText), ['22']);
      assert.equal(client.document().getText(edits[0]?.range), '12');
      assert.equal(await client.request('disclosureReport/autoTotal', { ...row, version: 2 }), null);
      assert.equal(await client.request('disclosureReport/autoTotal', { ...row, table: 9 }), null);
      assert.deepEqual(await client.request('disclosureReport/autoTotal', { ...row, row: 99 }), []);
      assert.deepEqual(await client.request('disclosureReport/autoTotal', { ...row, columns: [6] }), [], 'a total is no part');
    }));

  it('sum: of the values in the selections', () =>
    withClient({ capabilities: FULL }, async (client) => {
      await client.open(faultless, 'markdown');
      assert.deepEqual(await client.request<SelectionSum>('disclosureReport/sum', { uri: URI, ranges: [client.find(NEW)] }), { sum: '24', count: 7 });
      assert.equal(await client.request('disclosureReport/sum', { uri: URI, ranges: [client.find('一、总体情况')] }), null);
    }));
});

describe('requests for a new report', () => {
  it('identify: agency and year of a text in any layout; null for another', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const agency = /^# (.*?)2024年/.exec(faultless)?.[1];
      assert.deepEqual(await client.request<ReportIdentity>('disclosureReport/identify', { text: faultless }), { agency, year: 2024 });
      assert.equal(await client.request('disclosureReport/identify', { text: '会议纪要' }), null);
    }));

  it('rollOver: the draft and the first thing to do in it', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const rolled = await client.request<RolledOver>('disclosureReport/rollOver', { text: faultless, year: 2025, agency: '云岭县粮食局' });
      assert.match(rolled.text, /^# 云岭县粮食局2025年/);
      assert.ok(rolled.first);
      assert.equal(rolled.text.slice(rolled.first.start, rolled.first.end), '【待改写】');
      assert.equal(await client.request('disclosureReport/rollOver', { text: '', year: 2025 }), null);
    }));

  it('blankReport: the skeleton with year and agency as text; the first tab stop is the first thing not known', () =>
    withClient({ capabilities: FULL }, async (client) => {
      const { body } = await client.request<{ body: string }>('disclosureReport/blankReport', { year: 2024, agency: '云岭县$局}' });
      assert.ok(body.startsWith('# 云岭县\\$局\\}2024年'), body.slice(0, 60));
      assert.equal(body.indexOf('${'), body.indexOf('${1:}'));
      assert.match(body.slice(0, body.indexOf('${1:}')), /（一）主动公开情况。2024年，$/);
      const unnamed = await client.request<{ body: string }>('disclosureReport/blankReport', { year: 2024 });
      assert.ok(unnamed.body.startsWith('# ${1:单位名称}2024年'));
    }));
});
