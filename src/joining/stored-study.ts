import type { ResearchStudy } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import type { MappedTrial } from '../fhir/mapped-trial.ts';
import { indexKey } from '../fhir/search/search-parameter.ts';
import { searchOf } from '../fhir/search/search-request.ts';
import type { Store } from '../store/store.ts';

/** The numbers that are a study's own: a funder's or sponsor's number may be given to several. */
const ownNumbers = ({ identifier = [] }: ResearchStudy) =>
  identifier.flatMap(({ use, system, value }) =>
    system !== undefined && value !== undefined && (use === 'official' || use === 'secondary')
      ? [{ type: 'token' as const, system, code: value }]
      : [],
  );

/** Where a trial's study is stored. */
interface StoredStudy {
  readonly study: string;
  /** That its own numbers are those of other studies, too. */
  readonly issues: readonly Issue[];
}

const sameStudy = (study: string, other: string): Issue => ({
  severity: 'warning',
  code: 'duplicate',
  rule: 'studies-are-one',
  text: `The document's own numbers are those of ResearchStudy/${study} and of ResearchStudy/${other}, which are one trial by this; it is joined to the first, and the other stays as it is`,
  expression: 'ResearchStudy.identifier',
});

/**
 * The id under which a trial's study is stored: its own, or that of one that has one of its own numbers. A number that
 * other trials share joins nothing, nor does a likeness of titles. Studies that were stored apart stay so, as persons
 * may refer to each: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.identifier
 */
export const storedStudy = async (store: Store, { study, facts }: MappedTrial): Promise<StoredStudy> => {
  const anyOf = ownNumbers(facts[0]?.value as ResearchStudy);
  if (anyOf.length === 0) return { study, issues: [] };
  const parameter = indexKey({ base: 'ResearchStudy', code: 'identifier' });
  const { matches } = await store.search(
    searchOf(['ResearchStudy'], { kind: 'value', parameter, anyOf }, 10),
  );
  const ids = matches
    .filter(({ text }) => {
      const theirs = ownNumbers(JSON.parse(text) as ResearchStudy);
      return anyOf.some(({ system, code }) =>
        theirs.some((one) => one.system === system && one.code === code),
      );
    })
    .map(({ id }) => id);
  const found = ids.includes(study) ? study : (ids.toSorted()[0] ?? study);
  const others = ids.filter((id) => id !== found).toSorted();
  return { study: found, issues: others.map((other) => sameStudy(found, other)) };
};
