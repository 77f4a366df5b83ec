import { responseBundle } from '../../../fhir/bundle.ts';
import { BrokenReferences, VersionConflict } from '../../../store/store.ts';
import type { Answer } from '../../answer.ts';
import { brokenReferences, type Change, overtaken } from '../../change.ts';
import { ambiguous, conditionOf, conditionPairs } from '../../condition.ts';
import { type Failure, fail } from '../../error.ts';
import type { Matcher } from '../../match.ts';
import type { Request } from '../../request.ts';
import { type Routed, routed } from '../../respond.ts';
import type { Service } from '../../service.ts';
import { atEntry, type EntryRequest, entryPath } from './entry.ts';
import { responseEntry } from './entry-response.ts';
import { type Identity, identityOf, sameIdentity } from './identity.ts';
import { conditionalReferences, withReferences } from './references.ts';

/** An entry with its route. */
interface Item extends Routed {
  readonly entry: EntryRequest;
}

type Outcome = Change | Answer;

/** The order in which changes are made: https://hl7.org/fhir/R5/http.html#trules */
const ORDER = ['DELETE', 'POST', 'PUT', 'PATCH', 'GET', 'HEAD'];

const byOrder = (a: Item, b: Item): number =>
  ORDER.indexOf(a.entry.method) - ORDER.indexOf(b.entry.method) || a.entry.at - b.entry.at;

const isFailure = (value: object): value is Failure => 'failure' in value;

const allFailures = (values: readonly object[]): Failure | undefined => {
  const failures = values.filter(isFailure);
  const [first] = failures;
  return first && { ...first, issues: failures.flatMap(({ issues }) => issues) };
};

const itemsOf = (
  entries: readonly EntryRequest[],
  request: Request,
  match: Matcher,
): readonly Item[] | Failure => {
  const found = entries.map((entry) => {
    const one = routed(entry.received(entry.text, request.base, request), match);
    if ('failure' in one) return atEntry(entry.at, one);
    const { interaction } = one.route;
    const isOperation =
      typeof interaction !== 'string' && entry.method === 'POST' && interaction !== undefined;
    if (interaction === 'batch' || isOperation)
      return atEntry(
        entry.at,
        fail('malformed', 'not-supported', `${entry.url} cannot be part of a transaction`),
      );
    return { ...one, entry };
  });
  return allFailures(found) ?? found.filter((one) => 'entry' in one);
};

/** Resolves what the resources name by fullUrl and by condition. */
const resolver = async (
  items: readonly Item[],
  identities: ReadonlyMap<number, Identity>,
  request: Request,
  service: Service,
): Promise<((reference: string) => string | undefined) | Failure> => {
  const targets = new Map<string, string>();
  for (const { entry } of items) {
    const identity = identities.get(entry.at);
    if (entry.fullUrl === undefined || identity === undefined) continue;
    const target = `${identity.type}/${identity.id}`;
    if (targets.has(entry.fullUrl))
      return atEntry(
        entry.at,
        fail('malformed', 'duplicate', `Another entry has the fullUrl ${entry.fullUrl}, too`),
      );
    targets.set(entry.fullUrl, target);
    // A relative reference stands for the address it would have beside the fullUrl.
    const relative = /[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(entry.fullUrl)?.[0];
    if (relative !== undefined && !targets.has(relative)) targets.set(relative, target);
  }
  for (const { entry } of items) {
    for (const reference of conditionalReferences(entry.text ?? '{}')) {
      if (targets.has(reference)) continue;
      const [type = ''] = reference.split('?');
      const pairs = conditionPairs(reference);
      const condition = isFailure(pairs) ? pairs : await conditionOf({ ...request, type }, pairs, service);
      if (isFailure(condition)) return atEntry(entry.at, condition);
      const [found, ...more] = condition.found;
      if (more.length > 0) return atEntry(entry.at, ambiguous(type));
      if (found === undefined)
        return atEntry(
          entry.at,
          fail('precondition-failed', 'not-found', `Nothing meets the reference ${reference}`),
        );
      targets.set(reference, `${type}/${found.id}`);
    }
  }
  return (reference) => targets.get(reference);
};

const plans = async (
  items: readonly Item[],
  request: Request,
  match: Matcher,
  service: Service,
): Promise<readonly Outcome[] | Failure> => {
  const identified: (Failure | (Identity & { at: number }))[] = [];
  for (const { entry, ...found } of items) {
    const identity = await identityOf(entry, found, service);
    identified.push(isFailure(identity) ? identity : { ...identity, at: entry.at });
  }
  const unidentified = allFailures(identified);
  if (unidentified !== undefined) return unidentified;
  const identities = identified.filter((one) => 'at' in one);
  const twice = sameIdentity(identities);
  if (twice !== undefined) return twice;
  const byEntry = new Map(identities.map((one) => [one.at, one]));
  const resolve = await resolver(items, byEntry, request, service);
  if (typeof resolve !== 'function') return resolve;

  const planned: (Outcome | Failure)[] = [];
  for (const { entry } of items) {
    const text = entry.text === undefined ? undefined : withReferences(entry.text, resolve);
    const found = routed(entry.received(text, request.base, request), match);
    if (isFailure(found)) return found;
    const { id = '' } = byEntry.get(entry.at) ?? {};
    const outcome = await found.route.plan?.(found.request, { ...service, newId: () => id });
    if (outcome === undefined) throw new Error(`${entry.method} ${entry.url} has no plan`);
    planned.push(isFailure(outcome) ? atEntry(entry.at, outcome) : outcome);
  }
  return allFailures(planned) ?? planned.filter((one): one is Outcome => !isFailure(one));
};

/** The entry that holds the reference which would lead nowhere. */
const placed = (
  failure: Failure,
  error: BrokenReferences,
  items: readonly Item[],
  outcomes: readonly Outcome[],
): Failure => ({
  ...failure,
  issues: failure.issues.map((issue, at) => {
    const { from = '', to = '' } = error.links[at] ?? {};
    const index = outcomes.findIndex(
      (one) => 'writes' in one && one.writes.some(({ type, id }) => [from, to].includes(`${type}/${id}`)),
    );
    const item = items[index];
    return item === undefined ? issue : { ...issue, expression: entryPath(item.entry.at) };
  }),
});

const changed = async (
  items: readonly Item[],
  request: Request,
  match: Matcher,
  service: Service,
): Promise<readonly Answer[] | Failure> => {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const outcomes = await plans(items, request, match, service);
    if (isFailure(outcomes)) return outcomes;
    const changes = outcomes.filter((one) => 'writes' in one);
    try {
      const versions = await service.store.write(
        { writes: changes.flatMap(({ writes }) => writes), guards: changes.flatMap(({ guards }) => guards) },
        service.now(),
      );
      let at = 0;
      return outcomes.map((one) => {
        if (!('writes' in one)) return one;
        const made = versions.slice(at, at + one.writes.length);
        at += one.writes.length;
        return one.answer(made);
      });
    } catch (error) {
      if (error instanceof BrokenReferences) return placed(brokenReferences(error), error, items, outcomes);
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
  return overtaken;
};

/** All of it or nothing: https://hl7.org/fhir/R5/http.html#trules */
export const transaction = async (
  entries: readonly EntryRequest[],
  request: Request,
  match: Matcher,
  service: Service,
): Promise<Answer | Failure> => {
  const items = itemsOf(entries, request, match);
  if (isFailure(items)) return items;
  const changing = items.filter(({ route }) => route.plan !== undefined).sort(byOrder);
  const answers = await changed(changing, request, match, service);
  if (isFailure(answers)) return answers;
  const byEntry = new Map<number, Answer | Failure>();
  for (const [index, { entry }] of changing.entries()) {
    const answer = answers[index];
    if (answer !== undefined) byEntry.set(entry.at, answer);
  }
  for (const { entry, route, request: asked } of items) {
    if (route.plan !== undefined) continue;
    const answer = await route.handler(asked, service);
    byEntry.set(entry.at, 'failure' in answer ? atEntry(entry.at, answer) : answer);
  }
  const given = entries.flatMap(({ at }) => byEntry.get(at) ?? []);
  return { status: 200, body: responseBundle('transaction-response', given.map(responseEntry)) };
};
