import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);
const pages = ['README.md', 'CONTRIBUTING.md', 'test/samples/README.md', 'docs/architecture.md', ...readdirSync(new URL('docs/rules/', root)).filter((name) => name.endsWith('.md')).map((name) => `docs/rules/${name}`)];

describe('links', () => {
  for (const page of pages) {
    it(`${page} links to files that are there`, () => {
      const url = new URL(page, root);
      const links = [...readFileSync(url, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link));
      assert.deepEqual(links.filter((link) => !existsSync(new URL(link, url))), []);
    });
  }

  it('the README opens with the two commands', () => {
    const [, , fence, start, test] = readFileSync(new URL('README.md', root), 'utf8').split('\n');
    assert.match(`${fence}\n${start}\n${test}`, /^```sh\nnpm start .*\nnpm test /);
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: Record<string, string> };
    assert.ok(scripts.start && scripts.test && scripts.generate);
  });
});
