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

/** One character typed into the text at another place each time, at three sizes; and the same text read whole. */
export function typed({ analyse, layouts, models, draft, repeated, SIZES }, rounds) {
  const reports = models(40);
  return layouts.map((layout) => {
    const drafts = reports.map((report) => draft(layout, report));
    const severities = {};
    const writer = (start) => {
      let text = start;
      let analysis = analyse(text, { severities });
      let turn = 0;
      return () => {
        const at = text.indexOf('依申请公开情况', (text.length * (turn++ % 7)) / 8) + 8;
        text = `${text.slice(0, at)}好${text.slice(at)}`;
        analysis = analyse(text, { severities, previous: analysis });
      };
    };
    const tasks = { whole: inTurn(drafts, (text) => analyse(text)) };
    for (const name of ['7 KB', '64 KB', '1 MB']) tasks[name] = writer(name === '7 KB' ? drafts[0] : repeated(drafts, SIZES[name]));
    return { layout: layout.name, ...interleaved(tasks, rounds) };
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
