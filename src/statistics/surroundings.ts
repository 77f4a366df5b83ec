import type { Content } from '../fhir/content.ts';
import { referenceTo } from '../fhir/mapped-trial.ts';
import { type ReportedEvidence, readEvidence, type Variable } from './evidence.ts';
import { member, text } from './json-view.ts';
import { wholeCount } from './reported.ts';
import { type ReportedStudy, readStudy } from './study.ts';

/** Evidence by the resource that one of its variables refers to. */
type ByVariable = ReadonlyMap<string, readonly ReportedEvidence[]>;

/** What is at hand besides the resource that is checked. */
export interface Surroundings {
  readonly evidence: ReadonlyMap<Content, ReportedEvidence>;
  readonly byMeasured: ByVariable;
  readonly byPopulation: ByVariable;
  /** How many people a Group has, by its reference. */
  readonly sizes: ReadonlyMap<string, number>;
  /** The variables whose values are ranks, which are whole numbers. */
  readonly ordinal: ReadonlySet<string>;
  /** The study all is from; `undefined` where there are several or none. */
  readonly study: ReportedStudy | undefined;
}

const byVariable = (
  evidence: Iterable<ReportedEvidence>,
  of: (one: ReportedEvidence) => Variable | undefined,
): ByVariable => {
  const found = new Map<string, ReportedEvidence[]>();
  for (const one of evidence) {
    const { observed, intended } = of(one) ?? {};
    for (const reference of new Set([observed, intended])) {
      if (reference === undefined) continue;
      const same = found.get(reference);
      if (same === undefined) found.set(reference, [one]);
      else same.push(one);
    }
  }
  return found;
};

/** The Evidence in which one of these variables may be the one looked for. */
export const evidenceOf = (
  found: ByVariable,
  { observed, intended }: Variable,
): readonly ReportedEvidence[] => [
  ...new Set([observed, intended].flatMap((reference) => (reference && found.get(reference)) || [])),
];

/** What else a resource is referred to by. */
export type NamesOf = (resource: Content) => readonly string[];

const ownName: NamesOf = (resource) => [referenceTo(resource)];

/** Reads what is at hand; resources that matter to no check are passed over. */
export const surroundings = (resources: readonly Content[], namesOf: NamesOf = ownName): Surroundings => {
  const ofType = (type: string) => resources.filter(({ value }) => value.resourceType === type);
  const [study, ...more] = ofType('ResearchStudy');
  const evidence = new Map(
    ofType('Evidence').flatMap((resource) => {
      const found = readEvidence(resource);
      return found === undefined ? [] : [[resource, found] as const];
    }),
  );
  return {
    evidence,
    byMeasured: byVariable(evidence.values(), ({ measured }) => measured),
    byPopulation: byVariable(evidence.values(), ({ population }) => population),
    sizes: new Map(
      ofType('Group').flatMap((group) => {
        const size = wholeCount(text(member(group.value, 'quantity')));
        return size === undefined ? [] : namesOf(group).map((name) => [name, size] as const);
      }),
    ),
    ordinal: new Set(
      ofType('EvidenceVariable')
        .filter(({ value }) => member(value, 'handling') === 'ordinal')
        .flatMap(namesOf),
    ),
    study: study === undefined || more.length > 0 ? undefined : readStudy(study),
  };
};
