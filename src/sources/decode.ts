/** A document's text without byte-order mark, line ends untouched, and its encoding by the name of the WHATWG. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const decodedAs = (bytes: Uint8Array, encoding: string): Decoded | undefined => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
};

const MARKS: readonly (readonly [encoding: string, first: number, second: number])[] = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/** The encoding that an XML declaration or an HTML page's head names. */
const named = (bytes: Uint8Array): string | undefined => {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return (
    /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(head)?.[1] ??
    /<meta[^>]+charset=["']?([\w.:-]+)/i.exec(head)?.[1]
  );
};

/** Western European text: letters with accents among letters, and the signs that stand in papers. */
const WESTERN =
  /^(?:[\t\n\r\u0020-\u007e]|(?<=[a-z])[À-ÖØ-öø-ü]|[À-ÖØ-öø-ü](?=[A-Za-zÀ-ü])|[\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u2122\u20ac\u00a0§©®°±²³·µ¼½¾×÷«»])*$/;

/** Text of one byte a character that does not say so. */
const western = (bytes: Uint8Array): Decoded | undefined => {
  const decoded = decodedAs(bytes, 'windows-1252');
  return decoded && WESTERN.test(decoded.text) ? decoded : undefined;
};

/**
 * The text of bytes: by their byte-order mark, as UTF-8, by what the document itself names, or as Western European;
 * `undefined` if they are none of these. https://encoding.spec.whatwg.org
 */
export const decode = (bytes: Uint8Array): Decoded | undefined => {
  const mark = MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  if (mark) return decodedAs(bytes, mark[0]);
  const utf8 = decodedAs(bytes, 'utf-8');
  if (utf8) return utf8;
  const encoding = named(bytes);
  return encoding === undefined ? western(bytes) : decodedAs(bytes, encoding);
};
