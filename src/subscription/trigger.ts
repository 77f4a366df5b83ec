import type { SubscriptionTopicResourceTrigger } from 'fhir/r5.js';
import { fhirPathEngine } from '../fhir/fhirpath-engine.ts';
import type { Issue } from '../fhir/issue.ts';
import { RESOURCE_TYPES } from '../fhir/resource-type.ts';
import { pairsOf } from '../fhir/search/pair.ts';
import type { Criterion } from '../fhir/search/search-request.ts';
import type { Logged, Subscriptions } from '../store/subscription/subscription-types.ts';
import { isFound, type Reading, wrongAt } from './reading.ts';

type Interaction = 'create' | 'update' | 'delete';

/** Asks of two states of a resource, either of which may be absent. */
type Comparison = (previous: object | undefined, current: object | undefined) => boolean;

/** What a topic tells of: https://hl7.org/fhir/R5/subscriptiontopic-definitions.html#SubscriptionTopic.resourceTrigger */
export interface Trigger {
  readonly type: string;
  readonly interactions: readonly Interaction[];
  readonly previous?: Criterion;
  readonly current?: Criterion;
  /** What the one that cannot be asked counts as. */
  readonly resultForCreate: boolean;
  readonly resultForDelete: boolean;
  readonly requireBoth: boolean;
  readonly comparison?: Comparison;
}

const NOTHING: readonly unknown[] = [];

const comparisonOf = (expression: string): Comparison | undefined => {
  try {
    const { fhirpath, model } = fhirPathEngine();
    const evaluate = fhirpath.compile(expression, model);
    return (previous, current) => {
      const states = { previous: previous ?? NOTHING, current: current ?? NOTHING };
      try {
        const found = evaluate(current ?? previous, states);
        return Array.isArray(found) && found[0] === true;
      } catch {
        // What it cannot be asked of does not meet it.
        return false;
      }
    };
  } catch {
    return undefined;
  }
};

/** The resource type a URL names, which may be relative to that of the definitions of R5. */
export const typeNamed = (url: string): string | undefined => {
  const name = url.replace('http://hl7.org/fhir/StructureDefinition/', '');
  return RESOURCE_TYPES.find((type) => type === name);
};

/** A search as a criterion, which may name its type: `Encounter?status=completed`. */
const criterionOf = async (
  type: string,
  query: string,
  at: string,
  reading: Reading,
): Promise<Criterion | readonly Issue[]> => {
  const [before, after] = query.split(/\?(.*)/s);
  const pairs = after === undefined || before === type ? pairsOf(after ?? query) : undefined;
  if (pairs === undefined) return [wrongAt(at, `“${query}” is no search in ${type}`)];
  const read = await reading(type, pairs);
  return isFound(read) ? read.where : read.map(({ text }) => wrongAt(at, `“${query}”: ${text}`));
};

/** A trigger that can be asked, or why it cannot; `at` is its FHIRPath. */
export const triggerOf = async (
  { resource, supportedInteraction, queryCriteria, fhirPathCriteria }: SubscriptionTopicResourceTrigger,
  at: string,
  reading: Reading,
): Promise<Trigger | readonly Issue[]> => {
  const type = typeNamed(resource);
  if (type === undefined) return [wrongAt(`${at}.resource`, `${resource} is no resource type of R5`)];
  const read = async (name: 'previous' | 'current') => {
    const query = queryCriteria?.[name];
    return query === undefined ? undefined : criterionOf(type, query, `${at}.queryCriteria.${name}`, reading);
  };
  const [previous, current] = [await read('previous'), await read('current')];
  if (previous && !isFound(previous)) return previous;
  if (current && !isFound(current)) return current;
  const comparison = fhirPathCriteria === undefined ? undefined : comparisonOf(fhirPathCriteria);
  if (fhirPathCriteria !== undefined && comparison === undefined)
    return [wrongAt(`${at}.fhirPathCriteria`, `“${fhirPathCriteria}” is no FHIRPath that is understood`)];
  return {
    type,
    interactions: supportedInteraction ?? ['create', 'update', 'delete'],
    ...(previous && { previous }),
    ...(current && { current }),
    resultForCreate: queryCriteria?.resultForCreate === 'test-passes',
    resultForDelete: queryCriteria?.resultForDelete === 'test-passes',
    requireBoth: queryCriteria?.requireBoth ?? false,
    ...(comparison && { comparison }),
  };
};

const interactionOf = ({ text, previous }: Logged): Interaction => {
  if (text === undefined) return 'delete';
  return previous === undefined ? 'create' : 'update';
};

/** Whether the criteria are met, where each that there is was met or not. */
const together = (requireBoth: boolean, tests: readonly boolean[]): boolean =>
  tests.length === 0 || (requireBoth ? tests.every(Boolean) : tests.some(Boolean));

const valueIn = (text: string | undefined): object | undefined =>
  text === undefined ? undefined : JSON.parse(text);

/** Those of these versions that a trigger tells of. */
export const triggering = async (
  trigger: Trigger,
  all: readonly Logged[],
  { meeting }: Pick<Subscriptions, 'meeting'>,
): Promise<readonly Logged[]> => {
  const { type, interactions, previous, current, requireBoth, comparison } = trigger;
  const candidates = all.filter((one) => one.type === type && interactions.includes(interactionOf(one)));
  const before =
    previous &&
    (await meeting(
      candidates.flatMap((one) => one.previous?.seq ?? []),
      previous,
    ));
  const after =
    current &&
    (await meeting(
      candidates.flatMap(({ seq, text }) => (text === undefined ? [] : [seq])),
      current,
    ));
  return candidates.filter((one) => {
    const tests = [
      ...(before ? [one.previous ? before.has(one.previous.seq) : trigger.resultForCreate] : []),
      ...(after ? [one.text === undefined ? trigger.resultForDelete : after.has(one.seq)] : []),
    ];
    return (
      together(requireBoth, tests) && (comparison?.(valueIn(one.previous?.text), valueIn(one.text)) ?? true)
    );
  });
};
