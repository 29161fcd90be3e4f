/** A VS Code window on the server host with the packaged extension, and the few things a person does in it. */
import { join } from 'node:path';
import { openBrowser, pageUrl, remote, startServer } from '../../editor-host/host.mjs';
import { root } from '../../editor-host/install.mjs';

export const packaged = join(root, 'dist/disclosure-report.vsix');

/** Opens `file` of `folder`. The returned `close` ends browser and server. */
export async function openWindow({ folder, file, locale = 'en', settings, viewport }) {
  const server = await startServer({ vsix: packaged, locale, settings });
  const { browser, page } = await openBrowser(viewport ? { viewport } : {});
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  try {
    await page.goto(pageUrl(server.origin, folder, [['openFile', remote(server.origin, join(folder, file))]]));
    const window = new Window(page, server.origin, folder);
    await window.ready();
    return { window, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export class Window {
  constructor(page, origin, folder) {
    Object.assign(this, { page, origin, folder });
  }

  /** The editor in front. */
  get editor() {
    return this.page.locator('.editor-instance .monaco-editor').last();
  }

  async ready() {
    await this.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  }

  squiggle(kind) {
    return this.editor.locator(`.squiggly-${kind}`);
  }

  /** The keyboard goes to the text. */
  async focus() {
    await this.page.locator('.editor-instance .native-edit-context, .editor-instance textarea.inputarea').last().focus();
  }

  /** Keys one after another: 'Control+Home', 'F8'. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Runs a command of the palette by its name as shown. */
  async command(name) {
    await this.press('F1');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`>${name}`);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: name }).first().waitFor();
    await this.press('Enter');
  }

  /** Caret to a line and column, both from 1. */
  async goTo(line, column = 1) {
    await this.press('Control+g');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
  }

  /** Selects the file in another editor tab by quick open. */
  async open(file) {
    await this.press('Control+p');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(file);
    await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: file }).first().waitFor();
    await this.press('Enter');
    await this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${encodeURIComponent(file)}"] .view-line`).first().waitFor();
  }

  /** The list of problems, as text, in the order of the panel. */
  async problems() {
    await this.press('Control+Shift+M');
    const rows = this.page.locator('.markers-panel .monaco-list-row .marker-message-details-container, .markers-panel .marker-message');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }
}
