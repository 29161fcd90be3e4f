import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Log, Region } from 'sarif';
import { rules } from '../../server/src/core';
import { faultless, root, run, workspace, wrong, wrongColumn, wrongLine } from './support';

const sarif = (cwd: string, ...args: string[]): NonNullable<Log['runs']>[number] => {
  const log = JSON.parse(run(cwd, ['check', '--format', 'sarif', ...args]).out) as Log;
  assert.equal(log.version, '2.1.0');
  assert.match(log.$schema ?? '', /sarif-schema-2\.1\.0\.json$/);
  const [only, ...rest] = log.runs;
  assert.ok(only && rest.length === 0);
  return only;
};

/** The text with one region replaced, as a consumer that knows nothing of us would do it. */
function replace(text: string, { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region, inserted: string): string {
  const lines = text.split('\n');
  const offset = (line: number, column: number): number => lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return text.slice(0, offset(startLine, startColumn)) + inserted + text.slice(offset(endLine, endColumn));
}

describe('SARIF', () => {
  it('lists every rule with its page', () => {
    const { driver } = sarif(workspace({ 'good.md': faultless }), 'good.md').tool;
    assert.deepEqual(driver.rules?.map(({ id }) => id), rules.map(({ code }) => code));
    for (const { id, helpUri, shortDescription, fullDescription, defaultConfiguration } of driver.rules ?? []) {
      const page = /\/(docs\/rules\/[a-z-]+\.md)$/.exec(helpUri ?? '')?.[1];
      assert.ok(page !== undefined && existsSync(join(root, page)), helpUri);
      assert.ok((shortDescription?.text ?? '') !== '' && (fullDescription?.text ?? '') !== '', id);
      assert.ok(['error', 'warning', 'note'].includes(defaultConfiguration?.level ?? ''), id);
    }
  });

  it('gives a finding with place, related places and a fix that can be applied', () => {
    const { results = [], columnKind, artifacts, invocations } = sarif(workspace({ '草稿 1/bad#.md': wrong }), '.');
    assert.equal(columnKind, 'utf16CodeUnits');
    assert.equal(invocations?.[0]?.executionSuccessful, true);
    assert.equal(results.length, 1);
    const [result] = results;
    assert.deepEqual([result?.ruleId, rules[result?.ruleIndex ?? -1]?.code, result?.level], ['row-total', 'row-total', 'error']);
    const place = result?.locations?.[0]?.physicalLocation;
    assert.deepEqual(place?.region, { startLine: wrongLine + 1, startColumn: wrongColumn + 1, endLine: wrongLine + 1, endColumn: wrongColumn + 3 });
    assert.deepEqual(place?.artifactLocation, { uri: '%E8%8D%89%E7%A8%BF%201/bad%23.md', uriBaseId: '%SRCROOT%', index: 0 });
    assert.equal(artifacts?.[0]?.location?.uri, place?.artifactLocation?.uri);
    const related = result?.relatedLocations ?? [];
    assert.ok(related.length > 1);
    assert.deepEqual(related.map(({ id }) => id), related.map((_, i) => i));
    assert.equal(result?.fixes?.length, 1, 'no suppression comments');
    const [change, ...more] = result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    assert.ok(change && more.length === 0);
    assert.equal(replace(wrong, change.deletedRegion, change.insertedContent?.text ?? ''), faultless);
  });

  it('knows only three levels', () => {
    const cwd = workspace({ 'bad.md': wrong });
    const level = (severity: string): string | undefined => sarif(cwd, '--rule', `row-total=${severity}`, 'bad.md').results?.[0]?.level;
    assert.deepEqual(['error', 'warning', 'information', 'hint'].map(level), ['error', 'warning', 'note', 'note']);
  });

  it('tells a finding again by its fingerprint when it has only moved', () => {
    const prints = (text: string): unknown => sarif(workspace({ 'a.md': text }), 'a.md').results?.map(({ partialFingerprints }) => partialFingerprints);
    const here = prints(wrong);
    assert.deepEqual(prints(wrong.replace('\n', '\n\n\n')), here);
    assert.notDeepEqual(prints(wrong.replace('| 13 |', '| 14 |')), here);
    const cwd = workspace({ 'a.md': wrong });
    assert.deepEqual(sarif(cwd, '--locale', 'en', 'a.md').results?.[0]?.partialFingerprints, sarif(cwd, 'a.md').results?.[0]?.partialFingerprints, 'whatever the language');
  });

  it('names files outside the folder in full, and files that could not be read', () => {
    const cwd = workspace({ 'here/x.md': wrong, 'a b.md': wrong });
    const { artifacts, invocations } = sarif(join(cwd, 'here'), '../a b.md', 'none.md');
    assert.match(artifacts?.[0]?.location?.uri ?? '', /^file:\/\/\/.*\/a%20b\.md$/);
    assert.equal(artifacts?.[0]?.location?.uriBaseId, undefined);
    assert.equal(invocations?.[0]?.executionSuccessful, false);
    assert.equal(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text, 'none.md：没有这个文件');
  });
});
