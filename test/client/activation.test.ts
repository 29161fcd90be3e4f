import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, beforeEach, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';

const root = join(__dirname, '..', '..');

interface FakeDocument {
  languageId: string;
  text: string;
  readonly uri: { toString(): string };
  readonly isClosed: boolean;
  readonly lineCount: number;
  getText(): string;
}
type Listener = (event: unknown) => void;

const fakeDocument = (languageId: string, text: string): FakeDocument => ({
  languageId,
  text,
  uri: { toString: () => 'untitled:a' },
  isClosed: false,
  lineCount: 1,
  getText() {
    return this.text;
  },
});

/** As much of VS Code as the client uses before it starts anything. */
function fakeEditor(documents: readonly FakeDocument[]) {
  const listeners = new Map<string, Set<Listener>>();
  const on = (name: string) => (listener: Listener) => {
    listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
    return { dispose: () => listeners.get(name)?.delete(listener) };
  };
  const items: { selector?: unknown }[] = [];
  const disposable = () => ({ dispose() {} });
  /** Events are listened to, things are created and can be shown and disposed of; nothing happens. */
  const anything = (known: object): object =>
    new Proxy(known, {
      get(target, name) {
        if (name in target) return Reflect.get(target, name) as unknown;
        return /^on[A-Z]/.test(String(name)) ? on(String(name)) : () => anything(disposable());
      },
    });
  class EventEmitter {
    readonly event = disposable;
    fire() {}
    dispose() {}
  }
  const vscode = {
    EventEmitter,
    LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
    StatusBarAlignment: { Left: 1, Right: 2 },
    Uri: { joinPath: () => 'file:///extension' },
    env: { language: 'zh-cn' },
    l10n: { t: (key: string) => key },
    commands: anything({ executeCommand: async () => undefined }),
    languages: anything({
      createLanguageStatusItem: (_id: string, selector: unknown) => {
        const item = { selector, dispose() {} };
        items.push(item);
        return item;
      },
    }),
    window: anything({ activeTextEditor: undefined, visibleTextEditors: [] }),
    workspace: anything({ textDocuments: documents, workspaceFolders: [] }),
  };
  return { vscode, items, fire: (name: string, event: unknown) => listeners.get(name)?.forEach((listener) => listener(event)) };
}

describe('activation', () => {
  let code: string;
  let required: string[];

  before(async () => {
    const { outputFiles } = await build({ entryPoints: [join(root, 'client/src/node.ts')], bundle: true, write: false, format: 'cjs', platform: 'node', external: ['vscode'], mainFields: ['module', 'main'] });
    code = outputFiles[0]?.text ?? '';
  });
  beforeEach(() => {
    required = [];
  });

  /** Runs the bundle; the library cannot run on the fake, which is as good as a server that does not start. */
  function activate(documents: readonly FakeDocument[]) {
    const editor = fakeEditor(documents);
    const module = { exports: {} as { activate(context: unknown): void } };
    const require_ = (id: string): unknown => {
      required.push(id);
      if (id === 'vscode') return editor.vscode;
      throw new Error(`no ${id} here`);
    };
    new Function('require', 'module', 'exports', code)(require_, module, module.exports);
    module.exports.activate({ subscriptions: [], extensionUri: 'file:///extension' });
    return editor;
  }
  const started = (): boolean => required.some((id) => id !== 'vscode');
  const TITLE = '清溪县2024年政府信息公开工作年度报告';

  it('for other texts loads nothing and shows nothing', async () => {
    const editor = activate([fakeDocument('plaintext', '2024 log'), fakeDocument('markdown', '# 读书笔记')]);
    await wait(20);
    assert.equal(started(), false);
    assert.deepEqual(editor.items.map(({ selector }) => selector), [[]]);
  });

  it('starts the server for a report that is open', async () => {
    activate([fakeDocument('markdown', `# ${TITLE}`)]);
    await wait(20);
    assert.equal(started(), true);
  });

  it('starts it for one that is opened later, once', async () => {
    const editor = activate([]);
    editor.fire('onDidOpenTextDocument', fakeDocument('plaintext', TITLE));
    await wait(20);
    const count = required.length;
    assert.equal(started(), true);
    editor.fire('onDidOpenTextDocument', fakeDocument('plaintext', TITLE));
    await wait(20);
    assert.equal(required.length, count);
  });

  it('starts it for a text that becomes one while it is typed', async () => {
    const document = fakeDocument('plaintext', '清溪县');
    const editor = activate([document]);
    document.text = 'zf';
    editor.fire('onDidChangeTextDocument', { document, contentChanges: [{ text: 'zf' }] });
    await wait(700);
    assert.equal(started(), false);
    document.text = TITLE;
    editor.fire('onDidChangeTextDocument', { document, contentChanges: [{ text: '报告' }] });
    assert.equal(started(), false, 'not at every key');
    await wait(700);
    assert.equal(started(), true);
  });
});
