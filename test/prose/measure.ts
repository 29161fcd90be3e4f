import { analyse } from '../../server/src/core/analyse';
import { readPassages } from './passages';
import { compareFindings } from './compare';

/** Prints precision and recall by code over all passages (or those of the folders named), and every miss. */
const passages = readPassages().filter(({ file }) => process.argv.length < 3 || process.argv.slice(2).some((folder) => file.startsWith(folder)));
const counts = new Map<string, { right: number; wrong: number; missed: number }>();
const count = (code: string): { right: number; wrong: number; missed: number } => {
  let entry = counts.get(code);
  if (!entry) counts.set(code, (entry = { right: 0, wrong: 0, missed: 0 }));
  return entry;
};
let silent = 0;
for (const passage of passages) {
  if (passage.expected.length === 0) silent++;
  const { right, wrong, missed } = compareFindings(passage, analyse(passage.text).findings);
  for (const { code } of right) count(code).right++;
  for (const finding of wrong) {
    count(finding.code).wrong++;
    console.log(`false  ${passage.file}:${passage.line} ${finding.code}/${finding.severity} “${passage.text.slice(finding.span.start, finding.span.end)}” ${finding.message.zh}`);
  }
  for (const { code, span } of missed) {
    count(code).missed++;
    console.log(`missed ${passage.file}:${passage.line} ${code} “${passage.text.slice(span.start, span.end)}”`);
  }
}
console.log(`${passages.length} passages, ${silent} of them silent`);
console.log('code'.padEnd(22), 'right'.padStart(6), 'false'.padStart(6), 'missed'.padStart(7), 'precision'.padStart(10), 'recall'.padStart(8));
const ratio = (part: number, other: number): string => (part + other === 0 ? '–' : (part / (part + other)).toFixed(3));
for (const [code, { right, wrong, missed }] of [...counts].sort()) {
  console.log(code.padEnd(22), String(right).padStart(6), String(wrong).padStart(6), String(missed).padStart(7), ratio(right, wrong).padStart(10), ratio(right, missed).padStart(8));
}
const all = [...counts.values()].reduce((a, b) => ({ right: a.right + b.right, wrong: a.wrong + b.wrong, missed: a.missed + b.missed }), { right: 0, wrong: 0, missed: 0 });
console.log('all'.padEnd(22), String(all.right).padStart(6), String(all.wrong).padStart(6), String(all.missed).padStart(7), ratio(all.right, all.wrong).padStart(10), ratio(all.right, all.missed).padStart(8));
process.exit(0);
