import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { BinaryFile, decode } from '../../server/src/cli/encoding';
import { gb18030 } from './gb18030';
import { checkJson, faultless, workspace, wrong, wrongColumn, wrongLine } from './support';

const utf16le = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const utf16be = (text: string): Buffer => utf16le(text).swap16();
/** “政府信息公开年报” and a line end in GB18030; Node knows no encoder. */
const GB18030 = Buffer.from('d5feb8aed0c5cfa2b9abbfaac4eab1a80a', 'hex');

describe('encodings', () => {
  it('are told apart, the byte order mark no part of the text', () => {
    const cases: readonly (readonly [Buffer, string])[] = [
      [Buffer.from('年报'), 'utf-8'],
      [Buffer.from('\ufeff年报'), 'utf-8'],
      [utf16le('年报'), 'utf-16le'],
      [utf16be('年报'), 'utf-16be'],
    ];
    for (const [bytes, encoding] of cases) assert.deepEqual([decode(bytes).text, decode(bytes).encoding], ['年报', encoding]);
    assert.deepEqual([decode(GB18030).text, decode(GB18030).encoding], ['政府信息公开年报\n', 'gb18030']);
    assert.equal(decode(Buffer.alloc(0)).text, '');
    assert.equal(decode(Buffer.from('\ufeff\ufeff年报')).text, '\ufeff年报', 'a second mark is text');
  });

  it('come back byte for byte', () => {
    const units = fc.array(fc.integer({ min: 1, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(fc.property(units, (text) => [utf16le(text), utf16be(text)].every((bytes) => decode(bytes).encode?.(decode(bytes).text).equals(bytes) === true)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, mark) => {
        const bytes = Buffer.from((mark ? '\ufeff' : '') + text.replaceAll('\0', ''));
        return decode(bytes).encode?.(decode(bytes).text).equals(bytes) === true;
      }),
    );
  });

  it('never make anything of bytes but text or a refusal, and write only what they can write back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (array) => {
        const bytes = Buffer.from(array);
        try {
          const { text, encode } = decode(bytes);
          return encode === undefined || encode(text).equals(bytes);
        } catch (error) {
          return error instanceof BinaryFile;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('that cannot be written back are read only', () => {
    assert.equal(decode(GB18030).encode, undefined);
    const broken = Buffer.concat([Buffer.from('政府信息公开年报'), Buffer.from([0xff]), Buffer.from('告')]);
    assert.deepEqual([decode(broken).text, decode(broken).encoding, decode(broken).encode], ['政府信息公开年报\ufffd告', 'utf-8', undefined]);
  });

  it('of what is no text are named', () => {
    for (const [bytes, name] of [
      [Buffer.from('PK\u0003\u0004…'), /docx/],
      [Buffer.from('%PDF-1.7'), /pdf/],
      [Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.doc/],
      [Buffer.from('年报\0'), /空字节/],
      [Buffer.from([0xff, 0xfe, 0x41]), /不完整/],
      [Buffer.from([0x41, 0xff, 0x80]), /认不出编码/],
    ] as const) {
      assert.throws(() => decode(bytes), (error) => error instanceof BinaryFile && name.test(error.said.zh), String(name));
    }
  });

  it('make no difference to what is found and where', () => {
    const cwd = workspace({ 'a.md': wrong, 'b.md': `\ufeff${wrong}`, 'c.md': utf16le(wrong), 'd.md': utf16be(wrong), 'e.md': gb18030(wrong) });
    const { files } = checkJson(cwd, 'a.md', 'b.md', 'c.md', 'd.md', 'e.md');
    assert.equal(files[0]?.diagnostics[0]?.code, 'row-total');
    for (const file of files) assert.deepEqual({ ...file, path: 'a.md' }, files[0]);
    assert.deepEqual(files[4]?.diagnostics[0]?.range.start, { line: wrongLine, character: wrongColumn });
  });

  it('do not move the first line', () => {
    const untidy = faultless.replace('# 青禾县教育局2024年政府信息公开工作年度报告', '# 青禾县教育局2024年政府信息公开年度报告');
    const { files } = checkJson(workspace({ 'a.md': untidy, 'b.md': `\ufeff${untidy}` }), '.');
    const [first] = files[0]?.diagnostics ?? [];
    assert.equal(first?.range.start.line, 0);
    assert.deepEqual(files[1]?.diagnostics[0], first);
  });
});
