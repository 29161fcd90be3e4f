import { analyse } from '../../../server/src/core/analyse.ts';
import { proseData } from '../../../server/src/core/extract/prose.ts';
import { toJson } from '../../../server/src/core/extract/json.ts';
import { readFileSync } from 'node:fs';
for (const f of process.argv.slice(2)) {
const a=analyse(readFileSync(f,'utf8'),{assumeReport:true});
console.log(f, a.failures.length, a.findings.filter(x=>x.code==='prose-table'||x.code==='prose-balance').map(x=>x.code+' '+x.message.zh+' | '+x.fixes?.map(y=>y.title.zh)));
for (const r of a.reports) for (const s of proseData(r).statements) console.log('   ', s.kind, s.families.join('+'), toJson(s.value), s.state, s.limits.map(l=>l.kind+l.word).join(' '), r.reading.source.text.slice(s.span.start-15, s.span.end+6).replace(/\s/g,''));
}
