import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { wordsOf } from '../fhir/words.ts';

/** A statistic of an Evidence with what it is about; numbers as they are written. */
export interface Finding {
  readonly evidence: Tree;
  readonly outcome: string;
  readonly time: string | undefined;
  /** The row of the outcome that it is, such as a visit. */
  readonly category: string | undefined;
  /** The groups whose exposure it is about, that which is compared first. */
  readonly groups: readonly string[];
  /** The group that the others are compared with, where that is said. */
  readonly reference: string | undefined;
  /** How many people the resource of its only group counts. */
  readonly groupSize: string | undefined;
  readonly statistic: Tree;
}

/** Finds a resource by a literal reference to it. */
export type Lookup = (reference: string) => Tree | undefined;

const ROLES = 'http://terminology.hl7.org/CodeSystem/variable-role';

/** The code of a concept in a code system. */
export const codeIn = (concept: unknown, system: string): string | undefined =>
  isTree(concept) ? wordsOf(treesIn(concept.coding).find((one) => one.system === system)?.code) : undefined;

/** What a number is written as. */
export const numberIn = (tree: unknown, name: string): string | undefined =>
  isTree(tree) && tree[name] !== undefined ? wordsOf(tree[name]) : undefined;

/** A literal reference without the version that it names. */
export const placeReferred = (reference: unknown): string | undefined =>
  isTree(reference) ? wordsOf(reference.reference)?.replace(/\/_history\/.*$/, '') : undefined;

const named = (tree: Tree | undefined): string | undefined => wordsOf(tree?.name ?? tree?.title);

/** What a part of an outcome's variable says of when it is measured. */
const timeOf = (variable: Tree | undefined): string | undefined => {
  const times = treesIn(variable?.characteristic).flatMap((one) => treesIn(one.timeFromEvent));
  const [time] = times;
  if (time === undefined) return undefined;
  const { quantity } = time;
  const length =
    isTree(quantity) && [numberIn(quantity, 'value'), wordsOf(quantity.unit)].filter(Boolean).join(' ');
  return wordsOf(time.description) ?? (length || undefined);
};

/** What evidence states, a finding for each statistic. */
export const findingsOf = (evidence: readonly Tree[], lookup: Lookup): readonly Finding[] => {
  const referred = (reference: unknown): Tree | undefined => lookup(placeReferred(reference) ?? '');
  const displayed = (reference: unknown): string | undefined =>
    isTree(reference) ? wordsOf(reference.display) : undefined;
  const nameOf = ({ intended, observed, description }: Tree): string =>
    named(referred(intended)) ??
    named(referred(observed)) ??
    wordsOf(description) ??
    displayed(intended) ??
    displayed(observed) ??
    '';
  return evidence.flatMap((resource) => {
    const variables = treesIn(resource.variableDefinition);
    const inRole = (role: string) => variables.filter((one) => codeIn(one.variableRole, ROLES) === role);
    const [measured] = inRole('measuredVariable');
    const variable = referred(measured?.observed) ?? referred(measured?.intended);
    const exposures = inRole('exposure');
    const [reference] = inRole('referenceExposure').map(nameOf);
    const [group, ...others] = [...exposures.map(nameOf), ...(reference === undefined ? [] : [reference])];
    return treesIn(resource.statistic).map((statistic) => ({
      evidence: resource,
      outcome:
        named(variable) ??
        wordsOf(measured?.description) ??
        displayed(measured?.observed) ??
        wordsOf(resource.title) ??
        '',
      time: timeOf(variable) ?? timeOf(referred(measured?.intended)),
      category: isTree(statistic.category) ? wordsOf(statistic.category) : undefined,
      groups: group === undefined ? [] : [group, ...others],
      reference,
      groupSize: others.length > 0 ? undefined : numberIn(referred(exposures[0]?.observed), 'quantity'),
      statistic,
    }));
  });
};
