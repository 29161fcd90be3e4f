/** Style of the preview. Colours are the theme's, high contrast included; on paper it is black on white without marks. */
export const previewStyle = `
body { margin: 0; padding: 0 2em 4em; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); font-family: var(--vscode-markdown-font-family, var(--vscode-font-family)); font-size: var(--vscode-markdown-font-size, 14px); line-height: 1.8; }
article { max-width: 60em; margin: 0 auto; }
article + article { border-top: 1px solid var(--vscode-editorRuler-foreground, currentColor); margin-top: 3em; }
h1 { font-size: 1.6em; line-height: 1.4; text-align: center; margin: 1.2em 0; }
h2 { font-size: 1.25em; margin: 1.6em 0 .6em; }
h3 { font-size: 1.05em; margin: 1em 0 .4em; text-indent: 2em; }
p { text-indent: 2em; margin: .4em 0; }
table { border-collapse: collapse; width: 100%; margin: .8em 0 1.4em; line-height: 1.4; font-size: .9em; }
th, td { border: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, currentColor)); padding: .3em .4em; font-weight: normal; text-align: center; }
th[scope] { text-align: left; }
td { font-variant-numeric: tabular-nums; }
td.absent { background: repeating-linear-gradient(45deg, transparent 0 5px, var(--vscode-editorRuler-foreground, currentColor) 5px 6px); }
[data-offset]:not(table) { cursor: pointer; }
[data-offset]:not(table):not(:has([data-offset]:hover)):hover { background: var(--vscode-editor-hoverHighlightBackground, var(--vscode-list-hoverBackground)); }
mark { color: inherit; background: none; }
mark.error, mark.warning, mark.information, mark.hint, h1[class], h2[class] { text-decoration: underline wavy; text-underline-offset: .2em; }
.error { text-decoration-color: var(--vscode-editorError-foreground, red) !important; --mark: var(--vscode-editorError-foreground, red); }
.warning { text-decoration-color: var(--vscode-editorWarning-foreground, orange) !important; --mark: var(--vscode-editorWarning-foreground, orange); }
.information { text-decoration-color: var(--vscode-editorInfo-foreground, blue) !important; --mark: var(--vscode-editorInfo-foreground, blue); }
.hint { --mark: var(--vscode-editorHint-foreground, gray); }
td[title], th[title] { box-shadow: inset 0 0 0 2px var(--mark); font-weight: bold; }
.current { outline: 2px solid var(--vscode-focusBorder); outline-offset: 1px; scroll-margin: 3em 0 9em; }
td.current, th.current { outline-offset: -4px; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder); }
#note { position: fixed; inset: auto 0 0; padding: .6em 2em; white-space: pre-line; color: var(--vscode-editorHoverWidget-foreground, var(--vscode-editor-foreground)); background: var(--vscode-editorHoverWidget-background, var(--vscode-editor-background)); border-top: 1px solid var(--vscode-editorHoverWidget-border, var(--vscode-contrastBorder, currentColor)); }
#note[hidden] { display: none; }
.vscode-high-contrast th, .vscode-high-contrast td, .vscode-high-contrast-light th, .vscode-high-contrast-light td { border-color: var(--vscode-contrastBorder); }
@media print {
  @page { margin: 2cm; }
  body { color: #000; background: #fff; padding: 0; font-family: "FangSong", "仿宋", "Noto Serif CJK SC", serif; font-size: 12pt; }
  #note { display: none; }
  article { max-width: none; }
  article + article { border: 0; margin: 0; break-before: page; }
  h1, h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  table { font-size: 9pt; }
  th, td { border-color: #000; }
  td.absent { background: none; }
  td[title], th[title] { box-shadow: none; font-weight: normal; }
  mark, h1, h2 { text-decoration: none !important; }
  .current { outline: none; }
}
`;
