import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import * as located from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { type Wording, wordingOf } from '../located/wording.ts';
import { recordDate } from '../record-date.ts';
import { API_NAMES, type Name } from './names.ts';
import { OLDER_NAMES } from './older-names.ts';
import { apiWord } from './older-words.ts';
import { unwrapped } from './textblock.ts';

type At = Located | undefined;

/** How one of the registry's two formats says what both say; each fact has the API's value, whatever the format. */
export interface Dialect {
  readonly format: 'json' | 'xml';
  readonly has: (node: At, name: Name) => boolean;
  readonly at: (node: At, name: Name) => At;
  readonly list: (node: At, name: Name) => readonly Located[];
  readonly text: (node: At, name: Name) => Stated<string>;
  readonly texts: (node: At, name: Name) => readonly Fact<string>[];
  /** A word of an enumeration, in the API's letters. */
  readonly word: (node: At, name: Name) => Stated<string>;
  readonly coded: <T>(node: At, name: Name, table: ReadonlyMap<string, T>) => Stated<T>;
  readonly count: (node: At, name: Name) => Stated<number>;
  readonly flag: (node: At, name: Name) => Stated<boolean>;
  readonly date: (node: At, name: Name) => Stated<string>;
  /** A text of paragraphs and lists, in the API's markdown. */
  readonly markdown: (node: At, name: Name) => Stated<string>;
  readonly wording: (node: Located) => Wording;
}

const dialect = (
  format: Dialect['format'],
  place: (node: At, name: Name) => string | undefined,
  wordOf: (written: string) => string,
  wording: Dialect['wording'],
): Dialect => {
  const get =
    <T>(read: (node: At, path: string) => T, none: T) =>
    (node: At, name: Name): T => {
      const path = place(node, name);
      return path === undefined ? none : read(node, path);
    };
  const converted = <T>(convert: (written: string) => T | undefined) =>
    get<Stated<T>>((node, path) => located.as(node, path, convert), NOT_STATED);
  const at = get<At>(located.at, undefined);
  return {
    format,
    has: (node, name) => at(node, name) !== undefined,
    at,
    list: get<readonly Located[]>(located.list, []),
    text: get<Stated<string>>(located.text, NOT_STATED),
    texts: get<readonly Fact<string>[]>(located.texts, []),
    word: converted(wordOf),
    coded: (node, name, table) => converted((written) => table.get(wordOf(written)))(node, name),
    count: get<Stated<number>>(located.count, NOT_STATED),
    flag: get<Stated<boolean>>(located.flag, NOT_STATED),
    date: converted(recordDate),
    markdown: (node, name) => {
      const found = at(node, name);
      if (found === undefined || found.words === '') return located.text(found);
      return located.factOf(found, wording(found).text);
    },
    wording,
  };
};

/** API version 2: https://clinicaltrials.gov/data-api/api */
export const API: Dialect = dialect(
  'json',
  (_, name) => API_NAMES[name],
  (written) => written,
  wordingOf,
);

/** The XML that the registry gave before 2024. */
export const OLDER: Dialect = dialect(
  'xml',
  (node, name) => {
    const place = OLDER_NAMES[name];
    return typeof place === 'object' ? place.find((one) => located.at(node, one) !== undefined) : place;
  },
  apiWord,
  (node) => unwrapped(wordingOf(node)),
);
