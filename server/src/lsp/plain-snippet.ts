/** A snippet body for clients without snippets: the default of each tab stop stands in its place. */
export function plainSnippet(body: string): string {
  const defaults = new Map<string, string>();
  const unescape = (text: string): string => text.replace(/\\([\\$}])/g, '$1');
  return body.replace(/\\([\\$}])|\$\{(\d+)(?::((?:\\.|[^\\}])*))?\}/g, (_all, escaped: string | undefined, stop: string | undefined, value: string | undefined) => {
    if (escaped !== undefined) return escaped;
    if (value !== undefined) defaults.set(stop ?? '', unescape(value));
    return defaults.get(stop ?? '') ?? '';
  });
}
