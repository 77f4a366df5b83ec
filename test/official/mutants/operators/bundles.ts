import type { Random } from '../../../random.ts';
import type { Operator, Operators } from '../operator.ts';
import { isObject, type JsonObject } from '../sites.ts';

const entries = (bundle: JsonObject): readonly JsonObject[] =>
  Array.isArray(bundle.entry) ? bundle.entry.filter(isObject) : [];

const inBundle =
  (change: (bundle: JsonObject, random: Random) => unknown): Operator =>
  (resource, random) =>
    resource.resourceType === 'Bundle' && change(resource, random) !== false;

const onEntry = (change: (entry: JsonObject, bundle: JsonObject) => unknown): Operator =>
  inBundle((bundle, random) => {
    const entry = random.pick(entries(bundle));
    return entry !== undefined && change(entry, bundle);
  });

const UUID = 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520';

/** Faults in Bundles: https://hl7.org/fhir/R5/bundle.html */
export const BUNDLES: Operators = {
  'entry that stands twice': onEntry((entry, bundle) => {
    bundle.entry = [...entries(bundle), structuredClone(entry)];
  }),
  'fullUrl left out': onEntry((entry) => entry.fullUrl !== undefined && delete entry.fullUrl),
  'fullUrl that disagrees': onEntry((entry) => {
    entry.fullUrl = 'http://trials.test/fhir/Slot/no-such';
  }),
  'fullUrl that is relative': onEntry((entry) => {
    entry.fullUrl = isObject(entry.resource) ? `${entry.resource.resourceType}/${entry.resource.id}` : 'x';
  }),
  'fullUrl with a version': onEntry((entry) => {
    if (typeof entry.fullUrl !== 'string') return false;
    entry.fullUrl = `${entry.fullUrl}/_history/1`;
    return true;
  }),
  'fullUrl that is another uuid': onEntry((entry) => {
    entry.fullUrl = UUID;
  }),
  'fullUrl that is a bad uuid': onEntry((entry) => {
    entry.fullUrl = 'urn:uuid:1';
  }),
  'two entries of one fullUrl': inBundle((bundle) => {
    const [first, second] = entries(bundle);
    if (first === undefined || second === undefined) return false;
    second.fullUrl = first.fullUrl;
    return true;
  }),
  'entry of nothing': inBundle((bundle) => {
    bundle.entry = [...entries(bundle), {}];
  }),
  'entry without its resource': onEntry((entry) => entry.resource !== undefined && delete entry.resource),
  'entry without its request': onEntry((entry) => entry.request !== undefined && delete entry.request),
  'entry with a request': onEntry((entry) => {
    entry.request = { method: 'GET', url: 'Group/1' };
  }),
  'entry with a response': onEntry((entry) => {
    entry.response = { status: '200' };
  }),
  'entry with a search': onEntry((entry) => {
    entry.search = { mode: 'match' };
  }),
  'request of an unknown method': onEntry((entry) => {
    if (!isObject(entry.request)) return false;
    entry.request.method = 'FETCH';
    return true;
  }),
  'request without its url': onEntry((entry) => isObject(entry.request) && delete entry.request.url),
  'resource of an entry without its id': onEntry(
    (entry) => isObject(entry.resource) && delete entry.resource.id,
  ),
  'resource of an entry of another id': onEntry((entry) => {
    if (!isObject(entry.resource)) return false;
    entry.resource.id = 'another';
    return true;
  }),
  'resource of an entry with an unknown property': onEntry((entry) => {
    if (!isObject(entry.resource)) return false;
    entry.resource.unknownProperty = 'x';
    return true;
  }),
  'resource of an entry of an unknown type': onEntry((entry) => {
    entry.resource = { resourceType: 'Trial', id: 'x' };
  }),
  'Bundle of another type': inBundle((bundle, random) => {
    bundle.type = random.pick([
      'document',
      'message',
      'transaction',
      'batch',
      'history',
      'searchset',
      'collection',
      'transaction-response',
      'subscription-notification',
    ]);
  }),
  'total in a Bundle': inBundle((bundle) => {
    bundle.total = 3;
  }),
  'Bundle without its type': inBundle((bundle) => delete bundle.type),
  'link that stands twice': inBundle((bundle) => {
    const link = { relation: 'self', url: 'http://trials.test/fhir/Group' };
    bundle.link = [link, link];
  }),
  'link of an unknown relation': inBundle((bundle) => {
    bundle.link = [{ relation: 'no-such-relation', url: 'http://trials.test' }];
  }),
  'Bundle without its time': inBundle((bundle) => bundle.timestamp !== undefined && delete bundle.timestamp),
  'Bundle without its identifier': inBundle(
    (bundle) => bundle.identifier !== undefined && delete bundle.identifier,
  ),
  'entries in other order': inBundle((bundle) => {
    bundle.entry = entries(bundle).toReversed();
  }),
  'Bundle without entries': inBundle((bundle) => delete bundle.entry),
  'reference in a Bundle to nothing': onEntry((entry) => {
    if (!isObject(entry.resource)) return false;
    entry.resource.extension = [{ url: 'http://trials.test/fhir/see', valueReference: { reference: UUID } }];
    return true;
  }),
};
