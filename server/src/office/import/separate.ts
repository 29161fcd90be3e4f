import { readDocument } from '../../core/read';
import { SourceText } from '../../core/text/source';
import type { Block } from './blocks';
import { writeBlocks, type DocumentText } from './text';

/**
 * The text of a document in which every table of the report is a table of its own: Word runs tables together that have
 * nothing between them.
 */
export function separated(blocks: readonly Block[]): DocumentText {
  const written = writeBlocks(blocks);
  const source = new SourceText(written.text);
  const cuts = new Map<Block, number[]>();
  for (const { tables } of readDocument(written.text).reports) {
    for (const place of written.tables) {
      const inside = tables.filter(({ span }) => place.start <= span.start && span.start < place.end).map(({ span }) => source.lineAt(span.start));
      // The first line is the tag, then there is a line a row.
      const first = source.lineAt(place.start) + 1;
      const rows = [...new Set(inside)].sort((a, b) => a - b).slice(1).map((line) => line - first).filter((row) => row > 0);
      if (rows.length > 0) cuts.set(place.table, rows);
    }
  }
  if (cuts.size === 0) return written;
  return writeBlocks(
    blocks.flatMap((block) => {
      const rows = cuts.get(block);
      if (block.kind !== 'table' || !rows) return [block];
      return [0, ...rows].map((from, i) => ({ ...block, rows: block.rows.slice(from, rows[i]) })).filter((part) => part.rows.length > 0);
    }),
  );
}
