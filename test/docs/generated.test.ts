import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { rules } from '../../server/src/core/rules';
import { generatedFiles, staleFiles } from '../../server/tools/generate';

const root = new URL('../../', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

interface RuleSetting {
  properties: Record<string, { default: string; enum: string[]; enumDescriptions: string[]; markdownDescription: string }>;
}
interface Manifest {
  contributes: { configuration: { properties: Record<string, RuleSetting> }; snippets: { path: string }[] };
}

describe('generated files', () => {
  it('are up to date: run npm run generate', () => {
    assert.deepEqual(staleFiles(), []);
  });

  it('generating is deterministic', () => {
    assert.deepEqual(generatedFiles(), generatedFiles());
  });

  const manifest = json('package.json') as Manifest;

  it('the manifest knows every rule with the severity the server uses', () => {
    const setting = manifest.contributes.configuration.properties['disclosureReport.rules'];
    assert.ok(setting);
    assert.deepEqual(Object.entries(setting.properties).map(([code, { default: severity }]) => [code, severity]), rules.map(({ code, severity }) => [code, severity]));
    for (const [code, property] of Object.entries(setting.properties)) {
      assert.deepEqual(property.enum, ['error', 'warning', 'information', 'hint', 'off'], code);
      assert.equal(property.enum.length, property.enumDescriptions.length, code);
    }
  });

  for (const path of ['package.nls.json', 'package.nls.zh-cn.json']) {
    it(`${path} has a text for every key of the manifest`, () => {
      const texts = json(path) as Record<string, string>;
      const keys = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? '');
      assert.ok(keys.length > rules.length);
      assert.deepEqual(keys.filter((key) => !texts[key]), []);
    });
  }

  it('contributes the snippets file', () => {
    for (const { path } of manifest.contributes.snippets) assert.ok(existsSync(new URL(path, root)), path);
    assert.ok(manifest.contributes.snippets.some(({ path }) => path.endsWith('snippets/disclosure-report.code-snippets')));
  });
});
