import { isTree, type Tree } from '../../fhir/exact-tree.ts';
import { wordsOf } from '../marked-value.ts';
import { ofType, placeOf, type Study } from '../study.ts';

/** A statistic of an Evidence with what it is about; numbers as they are written. */
export interface Finding {
  readonly resource: Tree;
  readonly outcome: string;
  readonly time: string | undefined;
  /** The row of the outcome that it is, such as a visit. */
  readonly category: string | undefined;
  /** The groups whose exposure it is about, that which is compared first. */
  readonly groups: readonly string[];
  readonly statistic: Tree;
}

const ROLES = 'http://terminology.hl7.org/CodeSystem/variable-role';

/** The items of a list in an exact tree. */
export const listOf = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value.filter(isTree) : []);

/** The code of a concept in a code system. */
export const codeIn = (concept: unknown, system: string): string | undefined =>
  isTree(concept) ? wordsOf(listOf(concept.coding).find((one) => one.system === system)?.code) : undefined;

/** What a number is written as. */
export const numberIn = (tree: unknown, name: string): string | undefined =>
  isTree(tree) && tree[name] !== undefined ? wordsOf(tree[name]) : undefined;

const named = (tree: Tree | undefined): string | undefined => wordsOf(tree?.name ?? tree?.title);

/** What a part of an outcome's variable says of when it is measured. */
const timeOf = (variable: Tree | undefined): string | undefined => {
  const times = listOf(variable?.characteristic).flatMap((one) => listOf(one.timeFromEvent));
  const [time] = times;
  if (time === undefined) return undefined;
  const { quantity } = time;
  const length =
    isTree(quantity) && [numberIn(quantity, 'value'), wordsOf(quantity.unit)].filter(Boolean).join(' ');
  return wordsOf(time.description) ?? (length || undefined);
};

/** What the study's evidence states, a finding for each statistic. */
export const findingsOf = (study: Study): readonly Finding[] => {
  const known = new Map(study.resources.map((one) => [placeOf(one), one]));
  const referred = (reference: unknown): Tree | undefined =>
    isTree(reference) ? known.get(wordsOf(reference.reference) ?? '') : undefined;
  return ofType(study, 'Evidence').flatMap((resource) => {
    const variables = listOf(resource.variableDefinition);
    const inRole = (role: string) => variables.filter((one) => codeIn(one.variableRole, ROLES) === role);
    const [measured] = inRole('measuredVariable');
    const variable = referred(measured?.observed) ?? referred(measured?.intended);
    const outcome = named(variable) ?? wordsOf(measured?.description) ?? wordsOf(resource.title) ?? '';
    const groups = [...inRole('exposure'), ...inRole('referenceExposure')].map(
      (one) =>
        named(referred(one.intended)) ?? named(referred(one.observed)) ?? wordsOf(one.description) ?? '',
    );
    return listOf(resource.statistic).map((statistic) => ({
      resource,
      outcome,
      time: timeOf(variable) ?? timeOf(referred(measured?.intended)),
      category: isTree(statistic.category) ? wordsOf(statistic.category) : undefined,
      groups,
      statistic,
    }));
  });
};
