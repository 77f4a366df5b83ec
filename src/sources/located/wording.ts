import { decodeHTML, decodeXML } from 'entities';
import type { Fact } from '../../model/fact.ts';
import type { Format, Located } from './tree.ts';

/** Decoded words whose every character knows its place in the record: `starts[i]` to `starts[i + 1]`. */
export interface Wording {
  readonly text: string;
  /** Where each character begins, in UTF-16 units of the record's text, and where the last one ends. */
  readonly starts: readonly number[];
}

const JSON_TOKEN = /\\u[0-9a-fA-F]{4}|\\.|[^\\]+/gs;
const XML_TOKEN = /<!\[CDATA\[(?<literal>.*?)\]\]>|<!--.*?-->|<\?.*?\?>|<[^>]*>|&[^;]+;|\r\n?|[^<&\r]+/gs;
const HTML_TOKEN = /<!--.*?(?:-->|$)|<[^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);|[^<&]+|[<&]/gis;
const TOKENS: Readonly<Record<Format, RegExp>> = {
  json: JSON_TOKEN,
  xml: XML_TOKEN,
  html: HTML_TOKEN,
  text: /.+/gs,
};

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const unescaped = (token: string): string =>
  token.charAt(1) === 'u'
    ? String.fromCharCode(Number.parseInt(token.slice(2), 16))
    : (ESCAPES[token.charAt(1)] ?? token.charAt(1));

/** What a token of XML says: a tag, comment or instruction nothing. */
const saidInXml = (token: string): string => {
  if (token.startsWith('<')) return '';
  if (token.startsWith('&')) return decodeXML(token);
  return token.startsWith('\r') ? '\n' : token;
};

/** What a token of HTML says: a tag nothing, but that of a line break. */
const saidInHtml = (token: string): string => {
  if (/^<br\b/i.test(token)) return '\n';
  return /^<./s.test(token) ? '' : token.startsWith('&') ? decodeHTML(token) : token;
};

const SAID: Readonly<Record<Format, (token: string) => string>> = {
  json: (token) => (token.startsWith('\\') ? unescaped(token) : token),
  xml: saidInXml,
  html: saidInHtml,
  text: (token) => token,
};

/** The words of a piece of a record's text, which begins at the UTF-16 index `base`. */
export const decoded = (format: Format, written: string, base: number): Wording => {
  let words = '';
  const starts: number[] = [];
  const copy = (plain: string, at: number): void => {
    words += plain;
    for (let i = 0; i < plain.length; i++) starts.push(at + i);
  };
  const put = (one: string, at: number): void => {
    words += one;
    for (let i = 0; i < one.length; i++) starts.push(at);
  };
  for (const { 0: token, index, groups } of written.matchAll(TOKENS[format])) {
    const at = base + index;
    const literal = groups?.literal;
    if (literal !== undefined) {
      // What begins with its first character is cut with the mark that says how to read it.
      put(literal.slice(0, 1), at);
      copy(literal.slice(1), at + '<![CDATA['.length + 1);
    } else {
      const said = SAID[format](token);
      if (said === token) copy(token, at);
      else put(said, at);
    }
  }
  starts.push(base + written.length);
  return { text: words, starts };
};

/** The whole words of a node, those of elements within it included. */
export const wordingOf = ({ tree, from, to }: Located): Wording =>
  decoded(tree.format, tree.text.slice(from, to), from);

/** A part of a node's words, or of words made of them, as a fact at the node's path, with the words of the record. */
export const partOf = (node: Located, { text, starts }: Wording, from: number, to: number): Fact<string> => {
  const { tree, path } = node;
  const [start, end] = [starts[from]!, starts[to]!];
  const value = text.slice(from, to);
  const words = decoded(tree.format, tree.text.slice(start, end), start).text.trim();
  return {
    value,
    derivation: value.trim() === words ? 'stated' : 'normalised',
    spans: [tree.span(start, end)],
    words,
    path,
  };
};
