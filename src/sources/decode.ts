/** The text of UTF-8 bytes without byte-order mark, line ends untouched; `undefined` if they are not UTF-8. */
export const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
