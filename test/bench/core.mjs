import * as commonmark from 'commonmark';
import MarkdownIt from 'markdown-it';
import { lint } from 'markdownlint/sync';
import { marked } from 'marked';
import { interleaved, lowest } from './measure.mjs';

/** Goes through the drafts one after another, so that nobody reads the same text twice in a row. */
const inTurn = (drafts, act) => {
  let i = 0;
  return () => act(drafts[i++ % drafts.length]);
};

/** Reading and all rules, whole drafts of every layout, against parsers and a linter on the same text. */
export function whole({ analyse, layouts, models, draft }, rounds) {
  const markdownIt = new MarkdownIt();
  const parser = new commonmark.Parser();
  const reports = models(40);
  return layouts.map((layout) => {
    const drafts = reports.map((report) => draft(layout, report));
    const times = interleaved(
      {
        ours: inTurn(drafts, (text) => analyse(text)),
        markdownlint: inTurn(drafts, (text) => lint({ strings: { text } })),
        commonmark: inTurn(drafts, (text) => parser.parse(text)),
        marked: inTurn(drafts, (text) => marked.lexer(text)),
        'markdown-it': inTurn(drafts, (text) => markdownIt.parse(text, {})),
      },
      rounds,
    );
    return { layout: layout.name, ...times };
  });
}

/** How many characters are typed at one place before they are taken back one by one and another place is gone to. */
const STRETCH = 10;
const PROSE = /[^|\n]{8}，/g;
const CELL = /(?<=\d[|\t\s<][^一-龥。，]*)\d/g;

/** A writer: each call is one character typed or taken back, in the sentences or behind the numbers of the tables. */
function writer(analyse, start, places, character) {
  const offsets = [...start.matchAll(places)].map((match) => match.index + match[0].length);
  const severities = {};
  let text = start;
  let analysis = analyse(text, { severities });
  let turn = 0;
  return () => {
    const step = turn % (2 * STRETCH);
    const place = offsets[(Math.floor(turn++ / (2 * STRETCH)) * 7919) % offsets.length];
    const at = place + (step < STRETCH ? step : 2 * STRETCH - 1 - step);
    text = step < STRETCH ? `${text.slice(0, at)}${character}${text.slice(at)}` : `${text.slice(0, at)}${text.slice(at + 1)}`;
    analysis = analyse(text, { severities, previous: analysis });
  };
}

/** One character typed into a sentence, at three sizes, or into a cell; and the same text read whole. */
export function typed({ analyse, layouts, models, draft, repeated, SIZES }, rounds) {
  const reports = models(40);
  return layouts.map((layout) => {
    const drafts = reports.map((report) => draft(layout, report));
    const tasks = { whole: inTurn(drafts, (text) => analyse(text)), cell: writer(analyse, drafts[0], CELL, '1') };
    for (const name of ['7 KB', '64 KB', '1 MB']) tasks[name] = writer(analyse, name === '7 KB' ? drafts[0] : repeated(drafts, SIZES[name]), PROSE, '好');
    return { layout: layout.name, ...interleaved(tasks, rounds, STRETCH) };
  });
}

/** How time grows from 64 KB to 10 MB: 1 is in proportion. */
export function growth({ analyse, layouts, models, draft, repeated, hostile, SIZES }, largest) {
  const reports = models(40);
  const texts = (size) => [...layouts.map((layout) => [layout.name, repeated(reports.map((report) => draft(layout, report)), size)]), ...hostile(size)];
  const large = texts(SIZES[largest]);
  return texts(SIZES['64 KB']).map(([name, small], i) => {
    const from = lowest(() => analyse(small), 8);
    const to = lowest(() => analyse(large[i][1]), 2);
    return { name, from, to, exponent: Math.log(to / from) / Math.log(SIZES[largest] / SIZES['64 KB']) };
  });
}
