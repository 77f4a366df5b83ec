import { afterProlog } from './prolog.ts';

/** A list's records, each as the text it stands in. */
type Items = Iterable<string>;

/** Where the JSON value that begins at an index ends; the text's end where it is cut off. */
const valueEnd = (text: string, from: number): number => {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (quoted) {
      if (unit === 0x5c) at += 1;
      else if (unit === 0x22) quoted = false;
    } else if (unit === 0x22) quoted = true;
    else if (unit === 0x7b || unit === 0x5b) depth += 1;
    else if (unit === 0x7d || unit === 0x5d) {
      depth -= 1;
      if (depth === 0) return at + 1;
      if (depth < 0) return at;
    } else if (depth === 0 && unit === 0x2c) return at;
  }
  return text.length;
};

const SPACE = /[\s,]*/y;

const afterSpace = (text: string, from: number): number => {
  SPACE.lastIndex = from;
  return from + (SPACE.exec(text)?.[0].length ?? 0);
};

/** The items of the JSON list whose bracket stands at an index. */
const listItems = function* (text: string, bracket: number): Generator<string> {
  let at = afterSpace(text, bracket + 1);
  while (at < text.length && text.charAt(at) !== ']') {
    const end = Math.max(valueEnd(text, at), at + 1);
    yield text.slice(at, end).trimEnd();
    at = afterSpace(text, end);
  }
};

const MEMBER = /\s*"(?<name>(?:[^"\\]|\\.)*)"\s*:\s*/y;

/** Where the list of that name stands in the JSON object that the text is. */
const listMember = (text: string, name: string): number | undefined => {
  let at = text.indexOf('{') + 1;
  for (;;) {
    MEMBER.lastIndex = afterSpace(text, at);
    const match = MEMBER.exec(text);
    if (match === null) return undefined;
    at = match.index + match[0].length;
    if (match.groups?.name === name) return text.charAt(at) === '[' ? at : undefined;
    at = valueEnd(text, at);
  }
};

/** The objects of a text that has one in each line: https://github.com/ndjson/ndjson-spec */
const lineItems = function* (text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).trim();
    if (line !== '') yield line;
    at = end < 0 ? text.length : end + 1;
  }
};

/**
 * The records that a text of JSON lists, each cut out of it: those of a page of `studies`, of a list, or of lines.
 * Nothing where it is one value of its own.
 */
export const jsonItems = (text: string): Items | undefined => {
  const start = afterSpace(text, 0);
  if (text.charAt(start) === '[') return listItems(text, start);
  if (/^\s*\{[^\r\n]*\}[ \t]*\r?\n\s*\{/.test(text)) return lineItems(text);
  const list = text.includes('"studies"') ? listMember(text, 'studies') : undefined;
  return list === undefined ? undefined : listItems(text, list);
};

/** By the name of its root, what the records in a file of several are called. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ['search_results', 'clinical_study'],
  ['Trials_downloaded_by_ICTRP', 'Trial'],
  ['Trials_central', 'Trial'],
  ['Trials', 'Trial'],
  ['trials', 'trial'],
  ['allTrials', 'fullTrial'],
  ['PubmedArticleSet', 'PubmedArticle'],
  ['pmc-articleset', 'article'],
]);

/** Where a text goes on behind a document type without declarations of its own. */
const afterDoctype = (text: string, start: number): number => {
  const end = text.indexOf('>', start) + 1;
  return end + afterProlog(text.slice(end));
};

const NAME = /<(?<name>[\w.:-]+)/y;

/** The name of a text's first element. */
const rootName = (text: string): string | undefined => {
  const start = afterProlog(text);
  NAME.lastIndex = text.startsWith('<!', start) ? afterDoctype(text, start) : start;
  return NAME.exec(text)?.groups?.name;
};

/** What is passed over as it stands, each by how it begins and ends. */
const LITERAL: readonly (readonly [begins: string, ends: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
];

/** The elements of a name that stand in no other of it, the last as far as it goes where the text is cut off. */
const elements = function* (text: string, name: string): Generator<string> {
  let depth = 0;
  let from = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const literal = LITERAL.find(([begins]) => text.startsWith(begins, at));
    const closes = text.startsWith('</', at);
    const start = at;
    const end = text.indexOf(literal?.[1] ?? '>', at);
    if (end < 0) break;
    at = end + (literal?.[1].length ?? 1);
    const named = start + (closes ? 2 : 1);
    if (
      literal !== undefined ||
      !text.startsWith(name, named) ||
      !/[\s/>]/.test(text.charAt(named + name.length))
    )
      continue;
    if (closes) {
      depth -= 1;
      if (depth === 0) yield text.slice(from, at);
    } else if (text.charAt(end - 1) !== '/') {
      if (depth === 0) from = start;
      depth += 1;
    }
  }
  if (depth > 0) yield text.slice(from);
};

/** The records that a text of XML lists, each cut out of it; nothing where it is one of its own. */
export const xmlItems = (text: string): Items | undefined => {
  const name = LISTS.get(rootName(text) ?? '');
  return name === undefined ? undefined : elements(text, name);
};
