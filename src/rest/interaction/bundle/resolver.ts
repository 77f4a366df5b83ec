import { ambiguous, conditionOf, conditionPairs } from '../../condition.ts';
import { type Failure, fail } from '../../error.ts';
import type { Request } from '../../request.ts';
import type { Service } from '../../service.ts';
import { atEntry, type EntryRequest } from './entry.ts';
import type { Identity } from './identity.ts';
import { literalReferences } from './references.ts';

/** What a reference in an entry becomes; undefined where it stays. */
type Resolve = (reference: string, entry: EntryRequest) => string | undefined;

/** What meets the condition that a reference is: `Type/id`. */
const conditional = async (
  reference: string,
  request: Request,
  service: Service,
): Promise<string | Failure> => {
  const [type = ''] = reference.split('?');
  const pairs = conditionPairs(type, reference);
  const condition = 'failure' in pairs ? pairs : await conditionOf({ ...request, type }, pairs, service);
  if ('failure' in condition) return condition;
  const [found, ...more] = condition.found;
  if (more.length > 0) return ambiguous(type);
  return found === undefined
    ? fail('precondition-failed', 'not-found', `Nothing meets the reference ${reference}`)
    : `${type}/${found.id}`;
};

/** The address beside a fullUrl: https://hl7.org/fhir/R5/bundle.html#references */
const beside = (fullUrl: string | undefined, base: string): string =>
  /^(https?:\/\/.+)\/[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.exec(fullUrl ?? '')?.[1] ?? base;

/** Resolves what resources name by fullUrl and by condition: https://hl7.org/fhir/R5/http.html#trules */
export const resolver = async (
  entries: readonly EntryRequest[],
  identities: readonly Identity[],
  request: Request,
  service: Service,
): Promise<Resolve | Failure> => {
  const byEntry = new Map(identities.map((identity) => [identity.at, identity]));
  const targets = new Map<string, string>();
  for (const { at, fullUrl } of entries) {
    const identity = byEntry.get(at);
    if (fullUrl !== undefined && identity !== undefined)
      targets.set(fullUrl, `${identity.type}/${identity.id}`);
  }
  for (const { at, resource } of entries) {
    for (const reference of literalReferences(resource)) {
      if (targets.has(reference)) continue;
      if (service.referentialIntegrity && /^urn:(?:uuid|oid):/.test(reference))
        return atEntry(at, fail('conflict', 'conflict', `${reference} is the fullUrl of no entry`));
      if (!/^[A-Z][A-Za-z]+\?/.test(reference)) continue;
      const target = await conditional(reference, request, service);
      if (typeof target !== 'string') return atEntry(at, target);
      targets.set(reference, target);
    }
  }
  return (reference, { fullUrl }) =>
    targets.get(reference) ?? targets.get(`${beside(fullUrl, request.base)}/${reference}`);
};
