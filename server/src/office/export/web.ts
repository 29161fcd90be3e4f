import type { Grid, GridCell } from './grid';
import type { Run } from './inline';
import type { Block, Publication } from './model';

/** For a screen and for paper; the fragment does without, a portal has its own. */
const STYLE = `body{max-width:46em;margin:2em auto;padding:0 1em;font:1rem/1.8 "Noto Serif CJK SC",FangSong,STFangsong,serif;color:#000;background:#fff}
h1{font-size:1.6em;line-height:1.4;text-align:center}h2{font-size:1.15em;font-family:SimHei,"Noto Sans CJK SC",sans-serif;margin:1.5em 0 .5em;text-indent:2em}
h3,.lead{font-size:1em;font-weight:normal;font-family:KaiTi,STKaiti,serif}h3,p{margin:.3em 0;text-indent:2em}.signature{text-align:right}.note{font-size:.85em}
table{border-collapse:collapse;width:100%;margin:1em 0;font-size:.85em;line-height:1.4}caption{text-align:left}th,td{border:1px solid #000;padding:.2em .4em}th{font-weight:normal}thead th,th[scope=col],th[scope=colgroup]{font-weight:bold;text-align:center}
th[scope=row],th[scope=rowgroup]{text-align:left}.number{text-align:right;font-variant-numeric:tabular-nums}
@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}body{max-width:none;margin:0;padding:0}thead{display:table-header-group}tr{break-inside:avoid}h1,h2,h3{break-after:avoid}}`;

export const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A whole page: no script, nothing fetched. */
export function pageHtml(publication: Publication): string {
  return `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escapeText(publication.title)}</title>\n<style>\n${STYLE}\n</style>\n</head>\n<body>\n${articleHtml(publication)}\n</body>\n</html>\n`;
}

/** The report alone. */
export const articleHtml = ({ blocks }: Publication): string => `<article lang="zh-CN">\n${blocks.map(blockHtml).join('\n')}\n</article>`;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${block.lines.map(escapeText).join('<br>')}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${escapeText(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${block.lead === undefined ? '' : `<span class="lead">${escapeText(block.lead)}</span>`}${block.runs.map(runHtml).join('')}</p>`;
    case 'signature':
      return `<p class="signature" style="text-align:right">${escapeText(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escapeText(block.text)}</p>`;
    case 'table':
      return tableHtml(block.grid);
  }
}

const runHtml = ({ text, bold }: Run): string => (bold ? `<strong>${escapeText(text)}</strong>` : escapeText(text));

/** Head and bodies apart, so that every header says what it is the header of: a block's title opens a body. */
function tableHtml({ name, headerRows, rows }: Grid): string {
  const parts: { readonly tag: 'thead' | 'tbody'; readonly lines: string[] }[] = [];
  rows.forEach((cells, i) => {
    const tag = i < headerRows ? 'thead' : 'tbody';
    if (parts.at(-1)?.tag !== tag || cells.some(({ kind }) => kind === 'title')) parts.push({ tag, lines: [] });
    parts.at(-1)?.lines.push(`<tr>${cells.map(cellHtml).join('')}</tr>`);
  });
  const caption = name === undefined ? '' : `\n<caption>${escapeText(name)}</caption>`;
  return `<table border="1">${caption}\n${parts.map(({ tag, lines }) => `<${tag}>\n${lines.join('\n')}\n</${tag}>`).join('\n')}\n</table>`;
}

function cellHtml({ kind, text, colSpan, rowSpan }: GridCell): string {
  const spans = `${colSpan === 1 ? '' : ` colspan="${colSpan}"`}${rowSpan === 1 ? '' : ` rowspan="${rowSpan}"`}`;
  const written = escapeText(text).replaceAll('\n', '<br>');
  if (kind === 'text') return `<td${spans}>${written}</td>`;
  // A portal's editor drops the classes: the figures stay at the right by an attribute of their own.
  if (kind === 'value') return `<td${spans} class="number" style="text-align:right">${written}</td>`;
  const scope = kind === 'label' ? (rowSpan > 1 ? 'rowgroup' : 'row') : colSpan > 1 ? 'colgroup' : 'col';
  return `<th${spans} scope="${scope}">${written}</th>`;
}
