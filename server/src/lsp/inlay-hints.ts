import { InlayHintRefreshRequest, type InlayHint, type InlayHintParams } from 'vscode-languageserver';
import { spanOfRange } from './places';
import type { Feature, Session } from './session';

/** Before each value its column's name. Off unless the writer wants it: hints move the text they stand in. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register(session) {
    session.connection.languages.inlayHint.on(
      session.guard('textDocument/inlayHint', null, async ({ textDocument: { uri }, range }: InlayHintParams): Promise<InlayHint[] | null> => {
        const snapshot = await session.snapshot(uri);
        if (!snapshot?.settings.inlayHints) return null;
        const { source } = snapshot.analysis.document;
        const wanted = spanOfRange(source, range);
        return snapshot.analysis.reports.flatMap(({ reading }) =>
          reading.tables.flatMap(({ rows }) =>
            rows.flatMap(({ declaration, cells = [] }) =>
              cells.flatMap((cell, i): InlayHint[] => {
                const column = declaration.columns[i];
                if (!column || cell.span.start < wanted.start || cell.span.start > wanted.end) return [];
                return [{ position: source.positionAt(cell.span.start), label: session.options.language === 'zh' ? (column.path.at(-1) ?? '') : column.name.en, tooltip: session.say(column.name), paddingRight: true }];
              }),
            ),
          ),
        );
      }),
    );
  },
};

/** Settings have changed: a client that shows hints asks for them again. */
export function refreshInlayHints(session: Session): void {
  if (session.features.inlayHintRefresh) session.connection.sendRequest(InlayHintRefreshRequest.type).catch((error: unknown) => session.log.error(InlayHintRefreshRequest.method, error));
}
