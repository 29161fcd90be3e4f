/** The part of pako 1.0 that is used; it brings no types of its own. */
declare module 'pako' {
  interface Inflate {
    /** Called with each piece that is inflated. */
    onData: (chunk: Uint8Array) => void;
    onEnd: () => void;
    /** Whether all went well so far. */
    push(data: Uint8Array, last: boolean): boolean;
  }
  const pako: { readonly Inflate: new (options: { readonly raw: boolean; readonly chunkSize: number }) => Inflate };
  export default pako;
}
