/** A URI read as a path: decoded, parts separated by `/`. */
export function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
