import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Parser } from 'htmlparser2';
import { exportFragment, exportReport } from '../../../server/src/office/export';
import { behind, faultless, page, trialForm } from './support';

test('a whole page: its character set, title and style, and nothing that is fetched or run', async () => {
  const html = await page(faultless);
  assert.match(html, /^<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/);
  assert.match(html, /<title>青禾县教育局2024年政府信息公开工作年度报告<\/title>/);
  assert.doesNotMatch(html, /<script|<link|<img|<iframe|\bon\w+=|src=|url\(|@import|javascript:/i);
  assert.deepEqual((await exportReport(faultless, { format: 'html' })).bytes, (await exportReport(faultless, { format: 'html' })).bytes);
});

test('every element is closed where it should be', async () => {
  for (const text of [faultless, trialForm, behind('<b>没有结束 </p></td> </table>')]) {
    const open: string[] = [];
    const parser = new Parser({
      onopentag: (name) => void (['meta', 'br'].includes(name) || open.push(name)),
      onclosetag: (name, implied) => {
        if (['meta', 'br'].includes(name)) return;
        assert.equal(open.pop(), name);
        assert.equal(implied, false, name);
      },
    });
    parser.end(await page(text));
    assert.deepEqual(open, []);
  }
});

test('tables have a caption, heads and what each head is for', () => {
  const html = exportFragment(faultless);
  const [two = '', three = ''] = html.split('<table').slice(1);
  assert.match(two, /<caption>主动公开政府信息情况表<\/caption>/);
  assert.match(two, /<tbody>\n<tr><th colspan="4" scope="colgroup">第二十条第（一）项<\/th><\/tr>\n<tr><th scope="col">信息内容<\/th>/);
  assert.match(three, /<thead>\n<tr><th colspan="3" rowspan="3" scope="colgroup">/);
  assert.match(three, /<th rowspan="22" scope="rowgroup">三、本年度办理结果<\/th><th colspan="2" scope="row">（一）予以公开<\/th><td class="number" style="text-align:right">5<\/td>/);
  for (const table of html.split('<table').slice(1)) for (const [head] of table.matchAll(/<th\b[^>]*>/g)) assert.match(head, /scope="(?:col|colgroup|row|rowgroup)"/);
});

test('the fragment is the article and nothing around it', () => {
  const html = exportFragment(faultless);
  assert.match(html, /^<article lang="zh-CN">\n<h1>青禾县教育局2024年政府信息公开工作年度报告<\/h1>/);
  assert.match(html, /<\/article>$/);
  assert.doesNotMatch(html, /<html|<head|<body|<style/);
});

test('no text of a draft becomes markup', () => {
  const html = exportFragment(behind('内容<script>alert(1)</script> <a href="javascript:x" onclick="y">甲</a> <svg onload=z> "乙" & 丙')).slice(exportFragment(faultless).length - 12);
  assert.doesNotMatch(html, /<(?!\/?(?:p|article|strong|span class="lead")\b)/);
  assert.match(html, /内容&lt;script&gt;alert\(1\)&lt;\/script&gt; 甲 &lt;svg onload=z&gt; &quot;乙&quot; &amp; 丙/);
});
