import { extract, proseData, type Analysis } from '../../server/src/core';
import { readProse } from '../../server/src/core/read/prose';
import type { Report } from '../../server/src/core';

/** Everything an analysis says that somebody can see or ask for, the edits of its fixes included, as plain data. */
export function said({ document, reports, findings, failures }: Analysis): unknown {
  return {
    kind: document.kind,
    starts: document.source.starts,
    ends: document.source.ends,
    reports: reports.map(reportSaid),
    findings: findings.map(({ fixes, ...finding }) => ({ ...finding, fixes: fixes?.map(({ edits, ...fix }) => ({ ...fix, edits: edits() })) })),
    failures,
  };
}

function reportSaid(report: Report): unknown {
  const { reading, year, agency, level } = report;
  const { rawSpan, ...prose } = readProse(reading);
  return {
    year,
    agency,
    level,
    span: reading.span,
    format: reading.format.id,
    title: reading.title,
    headings: reading.headings,
    sections: reading.sections.map(({ declaration, heading, span, body, topics }) => ({ id: declaration.id, heading, span, body, topics })),
    lines: reading.prose,
    tables: reading.tables.map((table) => ({ id: table.declaration.id, layout: table.layout, span: table.span, under: table.under, rows: table.rows, missing: table.missing, sums: sumsSaid(report, table) })),
    prose,
    whole: rawSpan(0, prose.text.length),
    data: proseData(report),
    extracted: extract(report),
  };
}

function sumsSaid(report: Report, table: Report['reading']['tables'][number]): unknown {
  const { equations, failing, suspect } = report.reconciliation(table);
  return { equations, failing, suspect };
}
