import type { Content } from '../fhir/content.ts';
import { codes, items, member, target, text, type View, written } from './json-view.ts';
import { readStatistic, type Statistic } from './statistic.ts';

/** A variable of an Evidence, as the resources it refers to. */
export interface Variable {
  readonly observed: string | undefined;
  readonly intended: string | undefined;
}

/** What the checks need of an Evidence: https://hl7.org/fhir/R5/evidence.html */
export interface ReportedEvidence {
  /** Its title and what it says of itself. */
  readonly words: readonly string[];
  readonly population: Variable | undefined;
  readonly measured: Variable | undefined;
  /** Its one group; `undefined` where it has several. */
  readonly exposure: Variable | undefined;
  /** Groups of which it is not said which is compared with which. */
  readonly unordered: readonly Variable[];
  readonly reference: Variable | undefined;
  readonly statistics: readonly Statistic[];
}

/** The variables that are defined, by their roles. */
const variables = (definitions: readonly View[]): ReadonlyMap<string, readonly Variable[]> => {
  const found = new Map<string, Variable[]>();
  for (const one of definitions) {
    const variable = {
      observed: target(member(one, 'observed')),
      intended: target(member(one, 'intended')),
    };
    for (const role of codes(member(one, 'variableRole'))) {
      const same = found.get(role);
      if (same === undefined) found.set(role, [variable]);
      else same.push(variable);
    }
  }
  return found;
};

/** Reads an Evidence, whoever made it; `undefined` for any other resource. */
export const readEvidence = (resource: Content): ReportedEvidence | undefined => {
  if (resource.value.resourceType !== 'Evidence') return;
  const { view: evidence, forms } = written(resource);
  const byRole = variables(items(member(evidence, 'variableDefinition')));
  const exposures = byRole.get('exposure') ?? [];
  return {
    words: ['title', 'description'].flatMap((name) => text(member(evidence, name)) ?? []),
    population: byRole.get('population')?.[0],
    measured: byRole.get('measuredVariable')?.[0],
    exposure: exposures.length === 1 ? exposures[0] : undefined,
    unordered: exposures.length > 1 ? exposures : [],
    reference: byRole.get('referenceExposure')?.[0],
    statistics: items(member(evidence, 'statistic')).map((one, index) =>
      readStatistic(one, `Evidence.statistic[${index}]`, forms),
    ),
  };
};

/** Whether two variables are the same: what is meant, where both say it, else what was observed. */
export const isSameVariable = (one: Variable | undefined, other: Variable | undefined): boolean => {
  if (one === undefined || other === undefined) return false;
  return one.intended !== undefined && other.intended !== undefined
    ? one.intended === other.intended
    : one.observed !== undefined && one.observed === other.observed;
};
