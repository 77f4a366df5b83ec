import type { Element, Extension } from 'fhir/r5.js';
import { DERIVATION, DERIVATION_REFERENCE, ORIGINAL_TEXT, RECORD_PATH } from '../fhir/source-mark.ts';
import type { Derivation, Fact, Stated } from '../model/fact.ts';
import { NOT_STATED } from '../model/fact.ts';
import { distinctBy } from './id.ts';

const DATA_ABSENT_REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** A primitive and its element, `{ title, _title }`; empty where the source does not state the fact. */
type Primitive<K extends string, T> = { [P in K]: T } & { [P in `_${K}`]: Element };

/** Says on FHIR elements where in the source their values came from. */
export interface Marks {
  /** The extensions of a complex element that holds the facts' value; none where nothing is stated. */
  readonly on: (...facts: readonly Stated<unknown>[]) => { extension?: Extension[] };
  /** A primitive with its mark: https://hl7.org/fhir/R5/json.html#primitive */
  readonly primitive: <K extends string, T>(
    name: K,
    fact: Stated<T>,
  ) => Primitive<K, T> | Record<never, never>;
}

const STRENGTH: readonly Derivation[] = ['stated', 'normalised', 'derived'];

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byWords = (a: Fact<unknown>, b: Fact<unknown>): number =>
  compareText(a.words, b.words) || a.spans[0].offset - b.spans[0].offset;

/**
 * One fact said in several places: all their spans, the weakest derivation. Which of them stands first depends
 * on the words alone, so that the order of sentences does not show. `undefined` where nothing is stated.
 */
const merged = (
  facts: readonly Stated<unknown>[],
):
  | (Pick<Fact<unknown>, 'spans' | 'words' | 'derivation'> & { readonly paths: readonly string[] })
  | undefined => {
  const [first, ...others] = facts.filter((fact) => fact !== NOT_STATED).sort(byWords);
  if (first === undefined) return undefined;
  const { words, path } = first;
  // Most values of a record stand in one place.
  if (others.length === 0)
    return {
      spans: first.spans,
      words,
      derivation: first.derivation,
      paths: path === undefined ? [] : [path],
    };
  const spans = [first, ...others].flatMap((fact) => fact.spans);
  const [head = first.spans[0], ...tail] = distinctBy(spans, ({ offset, length }) => `${offset} ${length}`);
  const weakest = Math.max(...[first, ...others].map((fact) => STRENGTH.indexOf(fact.derivation)));
  const paths = [first, ...others].flatMap(({ path }) => path ?? []);
  return { spans: [head, ...tail], words, paths, derivation: STRENGTH[weakest] ?? 'derived' };
};

/** Marks that point into the DocumentReference with this id. */
export const createMarks = (documentReference: string): Marks => {
  const reference = `DocumentReference/${documentReference}`;
  const on: Marks['on'] = (...facts) => {
    const fact = merged(facts);
    if (fact === undefined) return {};
    const references = fact.spans.map((span) => ({
      url: DERIVATION_REFERENCE,
      extension: [
        { url: 'reference', valueReference: { reference } },
        { url: 'offset', valueInteger: span.offset },
        { url: 'length', valueInteger: span.length },
      ],
    }));
    return {
      extension: [
        ...references,
        ...fact.paths.map((path) => ({ url: RECORD_PATH, valueString: path })),
        { url: DERIVATION, valueCode: fact.derivation },
        ...(fact.derivation === 'stated' ? [] : [{ url: ORIGINAL_TEXT, valueString: fact.words }]),
      ],
    };
  };
  return {
    on,
    primitive: <K extends string, T>(name: K, fact: Stated<T>) =>
      fact === NOT_STATED ? {} : ({ [name]: fact.value, [`_${name}`]: on(fact) } as Primitive<K, T>),
  };
};

/** The same fact with its value said otherwise. */
export const valued = <T, U>(fact: Stated<T>, say: (value: T) => U): Stated<U> =>
  fact === NOT_STATED ? NOT_STATED : { ...fact, value: say(fact.value) };

/** The fact's own words, as the source has them. */
export const verbatim = (fact: Fact<unknown>): Fact<string> => ({
  ...fact,
  value: fact.words,
  derivation: 'stated',
});

/** The same fact for an element that says it in other words. */
export const normalised = <T>(fact: Stated<T>): Stated<T> =>
  fact === NOT_STATED || fact.derivation !== 'stated' ? fact : { ...fact, derivation: 'normalised' };

/** What follows from a fact but is not the fact itself. */
export const derived = <T>(fact: Fact<unknown>, value: T): Fact<T> => ({
  ...fact,
  value,
  derivation: 'derived',
});

/** A term as the source words it; one that only follows from the source has no words there but its own name. */
export const termText = (fact: Fact<string>): string =>
  fact.derivation === 'derived' ? fact.value : fact.words;

/** Why an element has no value: https://hl7.org/fhir/R5/extension-data-absent-reason.html */
export const absent = (reason: 'unknown' | 'as-text' | 'masked'): Element => ({
  extension: [{ url: DATA_ABSENT_REASON, valueCode: reason }],
});
