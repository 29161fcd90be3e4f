/** The script of the preview: a page that shows what it is told, and tells where it was clicked. */
import type { FromPage, ToPage } from './messages';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; setState(state: { readonly uri: string }): void };

const api = acquireVsCodeApi();
const report = document.getElementById('report') as HTMLElement;
const note = document.getElementById('note') as HTMLElement;
const CURRENT = 'current';
let caret: Extract<ToPage, { kind: 'caret' }> | undefined;

const placed = (): HTMLElement[] => [...report.querySelectorAll<HTMLElement>('[data-offset]')];
const startOf = (element: HTMLElement): number => Number(element.dataset['offset']);
const endOf = (element: HTMLElement): number => Number(element.dataset['end']);

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'show') {
    api.setState({ uri: data.uri });
    show(data.html);
  } else if (data.kind === 'caret') {
    caret = data;
    // On an empty line nothing is outlined; what stands above it is brought into sight all the same.
    (outline() ?? above(data.line))?.scrollIntoView({ block: 'nearest' });
  } else scrollToLine(data.line);
});

function show(html: string): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['offset'] : undefined;
  report.innerHTML = html;
  for (const element of placed()) {
    const message = element.title;
    // Places with findings can be reached by keyboard and say what is wrong; all others are read as text.
    if (message !== '') {
      element.tabIndex = 0;
      element.setAttribute('aria-description', message);
    }
  }
  if (focused !== undefined) report.querySelector<HTMLElement>(`[data-offset="${focused}"][tabindex]`)?.focus({ preventScroll: true });
  outline();
}

/** Outlines the smallest element the caret is in, or the one before it on its line. */
function outline(): HTMLElement | undefined {
  report.querySelector(`.${CURRENT}`)?.classList.remove(CURRENT);
  if (!caret) return undefined;
  const { offset, line } = caret;
  const before = placed().filter((element) => element.localName !== 'table' && startOf(element) <= offset);
  const [inside] = before.filter((element) => offset <= endOf(element)).sort((a, b) => endOf(a) - startOf(a) - (endOf(b) - startOf(b)));
  const found = inside ?? before.filter((element) => Number(element.dataset['line']) === line).sort((a, b) => startOf(b) - startOf(a))[0];
  found?.classList.add(CURRENT);
  say(found?.title ?? '');
  return found;
}

/** The last element that begins at or above a line. */
function above(line: number): HTMLElement | undefined {
  let last: HTMLElement | undefined;
  for (const element of report.querySelectorAll<HTMLElement>('[data-line]')) if (Number(element.dataset['line']) <= line) last = element;
  return last;
}

/** Brings the last element that begins at or above a line to the top, where it can be. */
function scrollToLine(line: number): void {
  const top = above(line);
  if (line === 0 || !top) scrollTo({ top: 0 });
  else top.scrollIntoView({ block: 'start' });
}

/** The message of a marked place stands at the bottom: a tooltip can be had by mouse only. */
function say(message: string): void {
  note.textContent = message;
  note.hidden = message === '';
}

const placeOf = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-offset]') : null);

function reveal(element: HTMLElement | null): void {
  if (element) api.postMessage({ kind: 'reveal', start: startOf(element), end: endOf(element) });
}

report.addEventListener('click', ({ target }) => {
  // What is selected with the mouse is meant to be copied.
  if (getSelection()?.isCollapsed !== false) reveal(placeOf(target));
});
report.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') reveal(placeOf(event.target));
});
report.addEventListener('focusin', ({ target }) => say(placeOf(target)?.title ?? ''));
report.addEventListener('mouseover', ({ target }) => {
  const message = placeOf(target)?.title ?? '';
  if (message !== '') say(message);
});
api.postMessage({ kind: 'ready' });
