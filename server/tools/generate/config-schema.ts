import { formats } from '../../src/core/format';
import { rules } from '../../src/core/rules';
import { severities } from './labels';
import type { GeneratedFile } from './types';

const names = { type: 'array', items: { type: 'string', minLength: 1 } };

/** The JSON schema of `disclosure-report.json`: completion, hover and validation in any editor. Chinese first, as its users are. */
export function configSchema(): GeneratedFile {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'disclosure-report.json',
    description: '说明哪些年报属于同一单位、哪些单位是谁的下级；对所在文件夹及以下的年报有效。\nWhich reports belong together; it holds for its folder and those below.',
    type: 'object',
    additionalProperties: false,
    definitions: {
      children: {
        type: 'array',
        items: {
          anyOf: [
            { type: 'string', minLength: 1, description: '单位名称，或者文件（路径、通配符，如 乡镇/*.md）\nA name, or files (a path or pattern)' },
            {
              type: 'object',
              additionalProperties: false,
              required: ['agency'],
              properties: {
                agency: { type: 'string', minLength: 1, description: '单位名称\nName' },
                aliases: { ...names, description: '这个单位的其他写法\nOther spellings of it' },
                files: { type: 'string', minLength: 1, description: '它的年报在哪里（路径、通配符）\nWhere its reports are (a path or pattern)' },
                children: { $ref: '#/definitions/children', description: '它自己的下级\nSubordinates of its own' },
              },
            },
          ],
        },
      },
    },
    properties: {
      $schema: { type: 'string' },
      agency: { type: 'string', minLength: 1, description: '单位名称，如 某县；同一文件夹里标题没有写单位的年报也算它的\nName of the agency; reports in this folder whose title names none are its too' },
      aliases: {
        description: 'agency 的其他写法，或者“名称: [其他写法]”\nOther spellings of agency, or an object with those of each name',
        anyOf: [names, { type: 'object', additionalProperties: { anyOf: [names, { type: 'string', minLength: 1 }] } }],
      },
      children: { $ref: '#/definitions/children', description: '汇总哪些下级单位的年报；本级（如 某县人民政府办公室）也要写进去\nSubordinates whose reports agency adds up; its own office is one of them' },
      ignore: { description: '不看的文件，写法同 .gitignore\nFiles to leave alone, as in .gitignore', anyOf: [names, { type: 'string', minLength: 1 }] },
      rules: {
        type: 'object',
        additionalProperties: false,
        description: '规则的级别；编辑器设置和命令行的 --rule 优先\nSeverities; the editor’s settings and --rule win',
        properties: Object.fromEntries(rules.map(({ code, title, severity }) => [code, { type: 'string', enum: severities, default: severity, description: `${title.zh}\n${title.en}` }])),
      },
      format: { type: 'string', enum: ['auto', ...formats.map(({ id }) => id)], default: 'auto', description: '按哪一版格式读；默认看内容\nThe format to read by; told from the text by default' },
    },
  };
  return { path: 'syntaxes/disclosure-report.schema.json', content: `${JSON.stringify(schema, undefined, 2)}\n` };
}
