const decodedAs = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The encoding that an XML declaration or an HTML page's head names. */
const named = (bytes: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return (
    /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(head)?.[1] ??
    /<meta[^>]+charset=["']?([\w.:-]+)/i.exec(head)?.[1]
  );
};

/**
 * The text of bytes without byte-order mark, line ends untouched: UTF-8, or what the document itself names;
 * `undefined` if they are neither.
 */
export const decode = (bytes: Uint8Array): string | undefined => {
  const text = decodedAs(bytes, 'utf-8');
  if (text !== undefined) return text;
  const encoding = named(bytes);
  return encoding === undefined ? undefined : decodedAs(bytes, encoding);
};
