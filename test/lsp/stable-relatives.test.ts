import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse, type Analysis, type Relatives } from '../../server/src/core';
import { invent } from '../several/invented';
import { PULL, withClient } from './kit';

const uri = (name: string): string => `file:///w/${name}.md`;
const files = new Map([
  ['file:///w/disclosure-report.json', JSON.stringify({ agency: '青禾县', children: ['柳溪镇', '东山乡'] })],
  [uri('last'), invent({ agency: '青禾县', year: 2023, received: 7 })],
  [uri('one'), invent({ agency: '青禾县柳溪镇', year: 2024, received: 4 })],
  [uri('two'), invent({ agency: '青禾县东山乡', year: 2024, received: 3 })],
]);

describe('what a report is compared with', () => {
  it('is the same object until one of them changes', async () => {
    const given: (Relatives | undefined)[] = [];
    const spy: typeof analyse = (text, settings = {}): Analysis =>
      analyse(text, {
        ...settings,
        ...(settings.relatives
          ? {
              relatives: (report) => {
                const relatives = settings.relatives?.(report);
                if (report.agency === '青禾县' && report.year?.value === 2024) given.push(relatives);
                return relatives;
              },
            }
          : {}),
      });
    await withClient({ capabilities: PULL, locale: 'zh', files: new Map(files), host: { analyse: spy } }, async (client) => {
      await client.until('the workspace is read', () => client.log.some((line) => line.includes('reports in the workspace')));
      const county = uri('county');
      await client.open(invent({ agency: '青禾县', year: 2024, received: 7 }), 'markdown', county);
      const latest = async (): Promise<Relatives | undefined> => {
        await client.diagnostics(county);
        return given.at(-1);
      };
      await latest();
      await new Promise((resolve) => setTimeout(resolve, 900));
      const first = await latest();
      assert.equal(first?.children?.length, 2);
      assert.ok(first.lastYear);
      for (const [from, to] of [['定期检查', '定期检查检查'], ['检查检查', '检查'], ['| 7 | 0 |', '| 8 | 0 |']] as const) {
        const count = given.length;
        await client.replace(from, to, county);
        assert.equal(await latest(), first);
        assert.ok(given.length > count, 'asked again');
      }
      await client.open(files.get(uri('one')) ?? '', 'markdown', uri('one'));
      await client.replace('| 4 | 0 |', '| 5 | 0 |', uri('one'));
      await client.diagnostics(uri('one'));
      await new Promise((resolve) => setTimeout(resolve, 900));
      const after = await latest();
      assert.notEqual(after, first);
      assert.equal(after?.children?.[1], first.children?.[1], 'the other one is what it was');
    });
  });
});
