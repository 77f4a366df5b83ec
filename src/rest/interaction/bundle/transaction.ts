import { responseBundle } from '../../../fhir/bundle.ts';
import type { Link } from '../../../store/store.ts';
import type { Answer } from '../../answer.ts';
import { type Change, carryOut } from '../../change.ts';
import { type Failure, fail } from '../../error.ts';
import type { Matcher } from '../../match.ts';
import { withProvenance } from '../../provenance.ts';
import type { Request } from '../../request.ts';
import type { Service } from '../../service.ts';
import { allFailures, atEntry, type EntryRequest, entryPath } from './entry.ts';
import { responseEntry } from './entry-response.ts';
import { type Identity, identitiesOf, sameIdentity } from './identity.ts';
import { answered, type Item, itemOf } from './item.ts';
import { withReferences } from './references.ts';
import { resolver } from './resolver.ts';

/** What came of the entries, by their places. */
type Answers = ReadonlyMap<number, Answer | Failure>;

/** The order in which changes are made: https://hl7.org/fhir/R5/http.html#trules */
const ORDER = ['DELETE', 'POST', 'PUT', 'PATCH'];

const byOrder = (a: Item, b: Item): number =>
  ORDER.indexOf(a.entry.method) - ORDER.indexOf(b.entry.method) || a.entry.at - b.entry.at;

const isFailure = (value: object): value is Failure => 'failure' in value;

/** What does more than to read has to say beforehand what that will be. */
const allowed = (item: Item | Failure): Item | Failure => {
  if (isFailure(item)) return item;
  const { entry, route } = item;
  const { interaction, method, plan } = route;
  const isSearch = typeof interaction === 'string' && interaction.startsWith('search');
  return plan !== undefined || method === 'GET' || isSearch
    ? item
    : atEntry(entry.at, fail('malformed', 'not-supported', `${entry.url} cannot be part of a transaction`));
};

/** The resources that entries are about. */
const identified = async (
  items: readonly Item[],
  service: Service,
): Promise<readonly Identity[] | Failure> => {
  const found: (readonly Identity[] | Failure)[] = [];
  for (const item of items) found.push(await identitiesOf(item, service));
  const unidentified = allFailures(found);
  if (unidentified !== undefined) return unidentified;
  const identities = found.flatMap((one) => (isFailure(one) ? [] : one));
  return sameIdentity(identities) ?? identities;
};

/** All changes as one. */
const together = (
  outcomes: ReadonlyMap<number, Change | Answer>,
  identities: readonly Identity[],
): Change<Answers> => {
  const changes = [...outcomes].flatMap(([at, one]) => ('writes' in one ? [{ ...one, at }] : []));
  return {
    writes: changes.flatMap(({ writes }) => writes),
    // What was found when references were resolved has to be there still.
    guards: [...identities.flatMap(({ guard }) => guard ?? []), ...changes.flatMap(({ guards }) => guards)],
    notes: Object.assign({}, ...changes.map(({ notes }) => notes)),
    answer: (versions) => {
      const made = [...versions];
      return new Map(
        [...outcomes].map(([at, one]) => [
          at,
          'writes' in one ? one.answer(made.splice(0, one.writes.length)) : one,
        ]),
      );
    },
    asking: ({ from, to }: Link) => {
      const one = changes.find(({ writes }) =>
        writes.some(({ type, id }) => [from, to].includes(`${type}/${id}`)),
      );
      return one && entryPath(one.at);
    },
  };
};

const planned = async (
  items: readonly Item[],
  request: Request,
  match: Matcher,
  service: Service,
): Promise<Change<Answers> | Failure> => {
  const identities = await identified(items, service);
  if (isFailure(identities)) return identities;
  const resolve = await resolver(
    items.map(({ entry }) => entry),
    identities,
    request,
    service,
  );
  if (typeof resolve !== 'function') return resolve;
  const ids = new Map(identities.map(({ at, id }) => [at, id]));

  const outcomes = new Map<number, Change | Answer | Failure>();
  for (const sent of items) {
    const { entry } = sent;
    const text = withReferences(entry, (reference) => resolve(reference, entry));
    const item = text === entry.text ? sent : itemOf(entry, text, request, match);
    if (isFailure(item)) return item;
    const newId = () => ids.get(entry.at) ?? service.newId();
    const outcome = await item.route.plan?.(item.request, { ...service, newId });
    if (outcome === undefined) throw new Error(`${entry.method} ${entry.url} has no plan`);
    outcomes.set(entry.at, isFailure(outcome) ? atEntry(entry.at, outcome) : outcome);
  }
  return (
    allFailures([...outcomes.values()]) ??
    together(outcomes as ReadonlyMap<number, Change | Answer>, identities)
  );
};

/** What cannot be read has to keep the rest from being done; what is stored by the rest can be read only after it. */
const unreadable = async (
  reads: readonly Item[],
  changes: readonly Item[],
  service: Service,
): Promise<Failure | undefined> => {
  const named = changes.filter(({ request }) => request.id !== '');
  const stored = new Set(named.map(({ request: { type, id } }) => `${type}/${id}`));
  const failures: Failure[] = [];
  for (const item of reads) {
    const answer = await answered(item, service);
    if (!isFailure(answer)) continue;
    if (answer.failure === 'forbidden' || !stored.has(`${item.request.type}/${item.request.id}`))
      failures.push(answer);
  }
  return allFailures(failures);
};

/** All of it or nothing: https://hl7.org/fhir/R5/http.html#trules */
export const transaction = async (
  entries: readonly EntryRequest[],
  request: Request,
  match: Matcher,
  service: Service,
): Promise<Answer | Failure> => {
  const found = entries.map((entry) => allowed(itemOf(entry, entry.text, request, match)));
  const unknown = allFailures(found);
  if (unknown !== undefined) return unknown;
  const items = found.filter((one) => 'entry' in one);
  const changes = items.filter(({ route }) => route.plan !== undefined).sort(byOrder);
  const reads = items.filter(({ route }) => route.plan === undefined);
  const refused = await unreadable(reads, changes, service);
  if (refused !== undefined) return refused;
  const plan = withProvenance<Answers>(() => planned(changes, request, match, service));
  const changed = await carryOut(() => plan(request, service), service);
  if (isFailure(changed)) return changed;
  const answers = new Map(changed);
  for (const item of reads) answers.set(item.entry.at, await answered(item, service));
  const given = entries.flatMap(({ at }) => answers.get(at) ?? []);
  return { status: 200, body: responseBundle('transaction-response', given.map(responseEntry)) };
};
