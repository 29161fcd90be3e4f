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
    const window = new Window(page, server.origin, folder, pageUrl(server.origin, folder, [['openFile', remote(server.origin, join(folder, file))]]));
    await window.load();
    return { window, page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

export class Window {
  constructor(page, origin, folder, url) {
    Object.assign(this, { page, origin, folder, url });
  }

  /** The window as it is when opened, whatever stood in it. */
  async load() {
    await this.page.goto(this.url);
    await this.ready();
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
    const input = this.page.locator('.quick-input-widget input').first();
    const row = this.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).first();
    // A command for reports is listed once the draft is known to be one; the list does not follow, so it is opened again.
    for (let tries = 8; ; tries--) {
      await this.press('F1');
      await input.waitFor();
      await input.fill(`>${name}`);
      const listed = await row.waitFor({ timeout: tries > 1 ? 4_000 : 30_000 }).then(() => true, (error) => {
        if (tries > 1) return false;
        throw error;
      });
      if (listed) break;
      await this.press('Escape');
    }
    await this.press('Enter');
  }

  /** Caret to the end of a line, counted from 1. Its columns would be those of the screen, a Chinese character two wide. */
  async goTo(line) {
    await this.press('Control+g');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(`:${line}`);
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
    await this.press('End');
  }

  /** Types a character at a time, as fast as a good typist. */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 30 });
  }

  /** Text by an input method: its letters show in the line and are replaced by what is chosen in the end. */
  async compose(letters, chosen) {
    const session = await this.page.context().newCDPSession(this.page);
    for (let length = 1; length <= letters.length; length++) {
      await session.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: length, selectionEnd: length });
      await this.page.waitForTimeout(60);
    }
    return {
      commit: async () => {
        await session.send('Input.insertText', { text: chosen });
        await session.detach();
      },
    };
  }

  /** Selects the file in another editor tab by quick open. */
  async open(file) {
    await this.press('Control+p');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor();
    await input.fill(file);
    // Files opened before are listed first, until the list follows what was typed.
    await this.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: file }).first().waitFor();
    await this.press('Enter');
    await this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${encodeURIComponent(file)}"] .view-line`).first().waitFor();
  }

  /** The fixes at the caret, asked for again until the findings are there. */
  async fixes() {
    const items = this.page.locator('.action-widget .monaco-list-row.action');
    for (let tries = 10; tries > 0 && (await items.count()) === 0; tries--) {
      await this.press('Control+.');
      await items.first().waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    return items;
  }

  async save() {
    await this.press('Control+s');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Closes every editor, dropping what is not saved. */
  async closeAll() {
    await this.press('Escape', 'Escape', 'Control+k', 'Control+w');
    const tabs = this.page.locator('.tabs-container .tab');
    const drop = this.page.locator('.monaco-dialog-box .monaco-button', { hasText: /Don't Save|不保存/ });
    for (const end = Date.now() + 5_000; Date.now() < end && (await tabs.count()) > 0; await this.page.waitForTimeout(50)) {
      if ((await drop.count()) > 0) await drop.first().click();
    }
    if ((await tabs.count()) > 0) throw new Error('editors stay open');
  }
}
