import type { FhirResource } from 'fhir/r5.js';
import type { Content } from '../fhir/content.ts';
import { items, members } from '../fhir/json-text.ts';
import type { Fragments } from './index/literal-reference.ts';
import type { Place } from './place.ts';
import { isNumberOf } from './search/condition.ts';
import { rows, type SqlValue, type Table, type Work } from './sql/work.ts';
import type { Version } from './store.ts';

/** A resource that is contained in another one: https://hl7.org/fhir/R5/references.html#contained */
interface Contained {
  /** Its id there. */
  readonly fragment: string;
  readonly text: string;
  readonly resource: FhirResource;
}

/** The same as it is stored beside the version that contains it. */
export interface ContainedVersion extends Contained {
  readonly seq: number;
}

/** What a resource contains; those without an id of their own cannot be told apart. */
export const containedIn = ({ text, value }: Content): readonly Contained[] => {
  if (!('contained' in value)) return [];
  const all = members(text).find(({ name }) => name === 'contained');
  if (all === undefined || text[all.value.start] !== '[') return [];
  const found = new Map<string, Contained>();
  for (const { start, end } of items(text, all.value.start)) {
    const own = text.slice(start, end);
    const resource: FhirResource = JSON.parse(own);
    const { id } = resource;
    if (id !== undefined && !found.has(id)) found.set(id, { fragment: id, text: own, resource });
  }
  return [...found.values()];
};

/** What is contained in each of some resources, as it is stored under these numbers. */
export const numbered = (
  contained: readonly (readonly Contained[])[],
  seqs: readonly number[],
): readonly (readonly ContainedVersion[])[] => {
  const next = seqs.values();
  return contained.map((all) => all.map((one) => ({ ...one, seq: next.next().value as number })));
};

/** The `id` of a contained resource in the table of versions: none that a resource can have. */
const idOf = (container: number, fragment: string): string => `${container}#${fragment}`;

/** What `version` has of a contained resource, beside what it has of the version that contains it. */
export const CONTAINED_VERSIONS: Table = {
  name: 'version',
  columns: [
    'seq',
    'type',
    'id',
    'container',
    'fragment',
    'version',
    'last_updated_ms',
    'last_updated',
    'method',
    'text',
    'indexed',
  ],
};

/** The row of a contained resource; `container` is the `seq` of the version that contains it, `time` when that was. */
export const containedRow = (
  { seq, fragment, text, resource }: ContainedVersion,
  container: number,
  time: number,
  { versionId, lastUpdated, method }: Pick<Version, 'versionId' | 'lastUpdated' | 'method'>,
): readonly SqlValue[] => [
  seq,
  resource.resourceType,
  idOf(container, fragment),
  container,
  fragment,
  versionId,
  time,
  lastUpdated,
  method,
  text,
  1,
];

/** The contained resources that are stored beside versions, by the `seq` of these. */
export function* containedOf(
  versions: readonly number[],
): Work<ReadonlyMap<number, readonly ContainedVersion[]>> {
  const { sql, values } = isNumberOf('container', versions);
  const found = yield* rows(
    `SELECT seq, container, fragment, text FROM version WHERE ${sql} ORDER BY seq`,
    ...values,
  );
  const all = found.map((row) => {
    const text = String(row.text);
    const one = { seq: Number(row.seq), fragment: String(row.fragment), text, resource: JSON.parse(text) };
    return [Number(row.container), one] as const;
  });
  const byContainer = Map.groupBy(all, ([container]) => container);
  return new Map([...byContainer].map(([container, of]) => [container, of.map(([, one]) => one)]));
}

/** Where fragments lead in a version of a resource and in what it contains; undefined if it contains nothing. */
export const fragmentsIn = (
  seq: number,
  { type, id }: Place,
  contained: readonly ContainedVersion[],
): Fragments | undefined =>
  contained.length === 0
    ? undefined
    : new Map([
        ['#', { type, id, version: null }],
        ...contained.map(
          ({ fragment, resource }) =>
            [
              `#${fragment}`,
              { type: resource.resourceType, id: idOf(seq, fragment), version: null },
            ] as const,
        ),
      ]);
