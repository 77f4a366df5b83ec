import type { FhirResource } from 'fhir/r5.js';
import type { SearchParameters } from '../../fhir/search/search-parameter.ts';
import { fragmentsIn } from '../contained.ts';
import { fullText } from '../index/full-text.ts';
import { gather, type LinkTarget } from '../index/gather.ts';
import { indexEntries } from '../index/index-entries.ts';
import type { FullText } from '../index/index-entry.ts';
import { indexRows } from '../index/index-table.ts';
import type { Fragments } from '../index/literal-reference.ts';
import { json } from '../sql/postgresql-dialect.ts';
import type { SqlValue, Table } from '../sql/work.ts';
import { type Kept, placeOf } from './kept.ts';

/** A current version, or what one contains, with what it should be found by. */
export interface Subject {
  readonly place: string;
  readonly seq: number;
  /** The rows of the index, each as text after the name of its table. */
  readonly rows: readonly string[];
  /** Words that should be found in each column of the full text, each once. */
  readonly words: { readonly [C in keyof FullText]: readonly string[] };
}

/** A row as both databases keep it. */
export const rowText = ({ name }: Table, values: readonly (SqlValue | undefined)[]): string =>
  `${name} ${json(values.slice(1))}`;

/** So many words tell whether a version's words are in the index. */
const ENOUGH = 200;

const someWords = (text: string): readonly string[] =>
  [...new Set(text.split(' '))].filter((word) => word !== '').slice(0, ENOUGH);

/** The words of a resource as it was sent: without what the store has set in it. */
const wordsOf = ({ id, ...resource }: FhirResource): Subject['words'] => {
  const { versionId, lastUpdated, ...meta } = resource.meta ?? {};
  const { narrative, content } = fullText(gather({ ...resource, meta }));
  return { narrative: someWords(narrative), content: someWords(content) };
};

const subject = (
  place: string,
  seq: number,
  resource: FhirResource,
  parameters: SearchParameters,
  fragments: Fragments | undefined,
  leads: readonly LinkTarget[],
): Subject => {
  const expected = indexRows(seq, indexEntries(resource, parameters, fragments), leads);
  return {
    place,
    seq,
    rows: expected.flatMap(([table, all]) => all.map((values) => rowText(table, values))),
    words: wordsOf(resource),
  };
};

/** What should be found by a version: itself, and what it contains. */
export const subjectsOf = (kept: Kept, parameters: SearchParameters): readonly Subject[] => {
  const { seq, contained, resource } = kept;
  const place = placeOf(kept);
  const fragments = fragmentsIn(seq, kept, contained);
  return [
    subject(place, seq, resource, parameters, fragments, gather(resource).links),
    ...contained.map((one) =>
      subject(`${place}#${one.fragment}`, one.seq, one.resource, parameters, fragments, []),
    ),
  ];
};
