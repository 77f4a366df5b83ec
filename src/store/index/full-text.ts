import { folded } from '../../fhir/search/folded.ts';
import type { Gathered } from './gather.ts';
import type { FullText } from './index-entry.ts';

/** PostgreSQL takes up to a megabyte of words; what comes later is not found by them. */
const MOST = 250_000;

const words = (text: string): string => folded(text.slice(0, MOST)).slice(0, MOST);

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, which is folded fast where it is by itself
const isPlain = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** The words of a resource: those of its narrative, and those of all its strings, in any order. */
export const fullText = ({ narrative, strings }: Gathered): FullText => {
  const { plain = [], others = [] } = Object.groupBy(strings, (text) => (isPlain(text) ? 'plain' : 'others'));
  const own = words(narrative);
  const content = [words(plain.join(' ')), own, ...others.map(words)].filter((text) => text !== '');
  return { narrative: own, content: content.join(' ').slice(0, MOST) };
};
