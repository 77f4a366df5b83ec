import type { FhirResource } from 'fhir/r5.js';
import { type ContainedVersion, containedIn, containedOf } from '../contained.ts';
import { AT_ONCE } from '../index-version.ts';
import { AT_MOST } from '../search/condition.ts';
import { json } from '../sql/postgresql-dialect.ts';
import { rows, type Work } from '../sql/work.ts';
import type { Disagreement } from '../store.ts';

/** A version as its row tells it. */
export interface Kept {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly text: string;
  /** The text, parsed. */
  readonly resource: FhirResource;
  readonly contained: readonly ContainedVersion[];
}

/** A version as a relative reference. */
export const placeOf = ({ type, id, version }: Kept): string => `${type}/${id}/_history/${version}`;

/** The next current versions, with what they contain. */
export function* nextVersions(after: number): Work<readonly Kept[]> {
  const found = yield* rows(
    `SELECT v.seq, v.type, v.id, v.version, v.text FROM version AS v
     WHERE v.seq > ? AND v.container IS NULL AND v.ended IS NULL AND v.text IS NOT NULL
     ORDER BY v.seq ${AT_MOST}`,
    after,
    AT_ONCE,
  );
  if (found.length === 0) return [];
  const containedBy = yield* containedOf(found.map(({ seq }) => Number(seq)));
  return found.map((one) => ({
    seq: Number(one.seq),
    type: String(one.type),
    id: String(one.id),
    version: Number(one.version),
    text: String(one.text),
    resource: JSON.parse(String(one.text)),
    contained: containedBy.get(Number(one.seq)) ?? [],
  }));
}

/** Where the columns of a version say otherwise than its text. */
export const ownDisagreements = (kept: Kept): readonly Disagreement[] => {
  const { text: ownText, resource: value, contained } = kept;
  const texts: string[] = [];
  const said = `${value.resourceType}/${value.id}/_history/${value.meta?.versionId}`;
  if (said !== placeOf(kept)) texts.push(`its text calls it ${said}`);
  const within = (all: readonly { readonly fragment: string; readonly text: string }[]): string =>
    json(all.map(({ fragment, text }) => [fragment, text]));
  if (within(containedIn({ text: ownText, value })) !== within(contained))
    texts.push('what it contains is stored beside it otherwise');
  return texts.map((text) => ({ place: placeOf(kept), text }));
};
