/** Replaces what stands between two marks. @throws Error when a page has lost them. */
export function between(page: string, marks: { readonly open: string; readonly close: string }, content: string, path: string): string {
  const start = page.indexOf(marks.open);
  const end = page.indexOf(marks.close);
  if (start < 0 || end < start) throw new Error(`${path} has lost ${marks.open} … ${marks.close}`);
  return `${page.slice(0, start + marks.open.length)}\n${content}\n${page.slice(end)}`;
}
