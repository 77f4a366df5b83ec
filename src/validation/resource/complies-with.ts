import type { StructureDefinition as DefinitionResource, ValueSet } from 'fhir/r5.js';
import { findCanonical } from '../find-canonical.ts';
import { patternMismatches } from '../pattern.ts';
import type { Check, Run } from '../run.ts';
import type { ElementDefinition, StructureDefinition } from '../structure-definition.ts';

const COMPLIES = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile';

const STRENGTHS = ['example', 'preferred', 'extensible', 'required'];

const fixedOf = ({ fixed, pattern }: ElementDefinition): unknown => fixed ?? pattern;

/** What a definition fixes at a path below it, on the way or there. */
const fixedAt = (element: ElementDefinition | undefined, [name, ...rest]: readonly string[]): unknown => {
  if (element === undefined) return undefined;
  const value = fixedOf(element);
  if (name === undefined || name === '$this') return value;
  const below = fixedAt(
    element.children?.find((child) => child.name === name || child.name === `${name}[x]`),
    rest,
  );
  const inValue = typeof value === 'object' ? (value as Record<string, unknown>)[name] : undefined;
  return below ?? (rest.length === 0 ? inValue : undefined);
};

/** A value set by its URL, or one that a definition contains. */
const valueSetOf = (url: string, { contained }: DefinitionResource): ValueSet | string => {
  const found = contained?.find(({ id }) => url === `#${id}`);
  return found?.resourceType === 'ValueSet' ? (found as ValueSet) : url;
};

/** The two definitions that are compared, as they are written. */
interface Compared {
  readonly run: Run;
  readonly own: DefinitionResource;
  readonly claimed: DefinitionResource;
}

/** Whether a value set has codes that are known not to be in the other. */
const hasCodesBeyond = (ownUrl: string, claimedUrl: string, { run, own, claimed }: Compared): boolean => {
  const wider = valueSetOf(claimedUrl, claimed);
  return run.terminology
    .members(valueSetOf(ownUrl, own))
    .some(({ system, code }) => run.terminology.isMember(wider, system, code) === 'no');
};

/** Why an element lets more through than another does, in words. */
function* laxities(
  own: ElementDefinition,
  claimed: ElementDefinition,
  compared: Compared,
): Generator<string> {
  const { path } = claimed;
  if (own.min < claimed.min) yield `the min ${own.min} of ${path} is less than ${claimed.min}`;
  if (claimed.max !== undefined && (own.max ?? Number.POSITIVE_INFINITY) > claimed.max)
    yield `the max ${own.max ?? '*'} of ${path} is more than ${claimed.max}`;
  const expressions = new Set(own.constraints?.map(({ expression }) => expression));
  for (const { key, expression } of claimed.constraints ?? []) {
    if (!expressions.has(expression)) yield `it has not the constraint ${key} of ${path}`;
  }
  if (fixedOf(claimed) !== undefined && patternMismatches(fixedOf(own), fixedOf(claimed)).length > 0)
    yield `${path} is not fixed to what it is fixed to there`;
  if (claimed.binding) {
    const { strength, valueSet } = claimed.binding;
    if (STRENGTHS.indexOf(own.binding?.strength ?? 'example') < STRENGTHS.indexOf(strength))
      yield `the binding of ${path} is not ${strength}`;
    if (strength === 'required' && own.binding && hasCodesBeyond(own.binding.valueSet, valueSet, compared))
      yield `the value set of ${path} has codes that ${valueSet} has not`;
  }
  yield* slicingLaxities(own, claimed, compared);
  for (const child of claimed.children ?? []) {
    const same = own.children?.find(({ name }) => name === child.name);
    if (same) yield* laxities(same, child, compared);
  }
}

function* slicingLaxities(
  own: ElementDefinition,
  claimed: ElementDefinition,
  compared: Compared,
): Generator<string> {
  if (claimed.slicing === undefined || claimed.slices === undefined) return;
  const rules = own.slicing?.rules ?? 'open';
  if (claimed.slicing.rules === 'closed' && rules !== 'closed') {
    yield `the slicing of ${claimed.path} is ${rules}, not closed`;
    return;
  }
  const paths = claimed.slicing.discriminators.map(({ path }) => path.split('.'));
  const slices = Object.entries(own.slices ?? {});
  const matched = new Set<string>();
  for (const [name, slice] of Object.entries(claimed.slices)) {
    const found = slices.find(([, one]) =>
      paths.every((path) => patternMismatches(fixedAt(one, path), fixedAt(slice, path)).length === 0),
    );
    if (found === undefined) yield `there is no slice like ${claimed.path}:${name}`;
    else {
      matched.add(found[0]);
      yield* laxities(found[1], slice, compared);
    }
  }
  if (claimed.slicing.rules !== 'closed') return;
  for (const [name] of slices.filter(([one]) => !matched.has(one)))
    yield `the slice ${claimed.path}:${name} is one too many`;
}

/** Checks that a profile lets nothing through that a profile it claims to comply with does not: https://hl7.org/fhir/extensions/StructureDefinition-structuredefinition-compliesWithProfile.html */
export const checkCompliance = (
  { run, instance }: Check,
  definition: DefinitionResource,
  own: StructureDefinition,
): void => {
  const claims = (definition.extension ?? []).filter(({ url }) => url === COMPLIES);
  for (const url of claims.flatMap(({ valueCanonical }) => valueCanonical ?? [])) {
    const claimed = run.definitions.structureDefinition(url);
    const resource = findCanonical(run, 'StructureDefinition', url);
    if (!claimed || resource?.resourceType !== 'StructureDefinition') continue;
    const reasons = [...laxities(own.root, claimed.root, { run, own: definition, claimed: resource })];
    if (reasons.length === 0) continue;
    const text = `It does not comply with ${url}: ${reasons.join('; ')}`;
    run.report({ severity: 'error', code: 'business-rule', rule: 'definition-complies', text }, instance);
  }
};
