import type { Definitions } from './definitions.ts';
import { asObject, asString, type Instance } from './instance.ts';
import type { Check } from './run.ts';

/** A RESTful address: https://hl7.org/fhir/R5/bundle.html#bundle-unique */
const RESTFUL = /^https?:\/\/.*\/([A-Z]\w*)\/([A-Za-z0-9.-]{1,64})$/;

/** Whether an address is that of a resource on a server. */
export const isRestful = (url: string, definitions: Definitions): boolean =>
  definitions.isResourceType(RESTFUL.exec(url)?.[1] ?? '');

/** The entry of a Bundle that an element stands in. */
export const nearestEntry = (instance: Instance): Instance | undefined => {
  let at: Instance | undefined = instance;
  while (at !== undefined && at.path !== 'Bundle.entry') at = at.parent;
  return at;
};

/** Types of Bundles whose entries need not say what their resources' identities are. */
const WITHOUT_IDENTITY = /^(?:transaction|batch|transaction-response|batch-response)$/;
const RESPONSES = /^(?:transaction|batch)-response$/;

/** Pages of a list: only searches and histories have them. */
const PAGES = /^(?:first|previous|next|last)$/;
const LISTS = /^(?:searchset|history)$/;

/** All references in an element to something outside the resource they stand in. */
function* references(instance: Instance): Generator<Instance> {
  if (instance.type === 'Reference') {
    const reference = asString(asObject(instance.value)?.reference);
    if (reference && !reference.startsWith('#')) yield instance;
  }
  // Those in a Bundle within are for its own entries.
  for (const child of instance.all()) if (child.path !== 'Bundle.entry') yield* references(child);
}

/** Checks that a link stands once, and fits the type of the Bundle: https://hl7.org/fhir/R5/bundle.html#Bundle.link */
const checkLinks = ({ run, instance, definition }: Check, type: string): void => {
  const seen = new Set<string>();
  for (const link of instance.children('link')) {
    const relation = asString(asObject(link.value)?.relation);
    if (relation === undefined) continue;
    const issue = (text: string): void =>
      run.report({ severity: 'error', code: 'invalid', rule: 'bundle-link', text }, link, definition);
    const isPage = PAGES.test(relation);
    if (isPage && !LISTS.test(type)) issue(`A Bundle of type ${type} has no link "${relation}"`);
    else if ((isPage || relation === 'self') && seen.has(relation))
      issue(`The link "${relation}" stands twice`);
    seen.add(relation);
  }
};

/** Checks that an entry's fullUrl is absolute, is there where it has to be, and if it is RESTful names the resource: https://hl7.org/fhir/R5/bundle.html#fullUrl */
const checkFullUrl = ({ run, definition }: Check, entry: Instance, type: string): void => {
  const { fullUrl, resource } = asObject(entry.value) ?? {};
  const held = asObject(resource);
  const issue = (text: string, at = entry): void =>
    run.report({ severity: 'error', code: 'invalid', rule: 'bundle-full-url', text }, at, definition);
  if (typeof fullUrl !== 'string') {
    if (!WITHOUT_IDENTITY.test(type)) issue('An entry has a fullUrl');
    else if (!RESPONSES.test(type))
      for (const one of references(entry))
        issue('A reference can be resolved only if its entry has a fullUrl', one);
    return;
  }
  // That an empty one is wrong is told where it is read.
  if (fullUrl !== '' && !/^[A-Za-z][\w+.-]*:/.test(fullUrl)) issue(`The fullUrl ${fullUrl} is not absolute`);
  if (!isRestful(fullUrl, run.definitions) || held === undefined) return;
  const [heldType, id] = [asString(held.resourceType), asString(held.id)];
  if (held.id === undefined)
    issue(`The fullUrl ${fullUrl} is that of a resource with an id, which this has not`);
  else if (!fullUrl.endsWith(`/${heldType}/${id}`))
    issue(`The fullUrl ${fullUrl} does not end with ${heldType}/${id}`);
};

/** The types that a search was for, as far as its address tells. */
const searchedTypes = (instance: Instance, { definitions }: Check['run']): readonly string[] => {
  const self = instance.children('link').find(({ value }) => asObject(value)?.relation === 'self');
  const [path = '', query = ''] = (asString(asObject(self?.value)?.url) ?? '').split('?', 2);
  const parameters = new URLSearchParams(query);
  // What contains a resource of the type may be of any other.
  if (parameters.has('_contained')) return [];
  const type = path.slice(path.lastIndexOf('/') + 1);
  return definitions.isResourceType(type) ? [type] : (parameters.get('_type')?.split(',') ?? []);
};

/** Checks what a search gave: https://hl7.org/fhir/R5/bundle.html#searchset */
const checkSearchEntry = ({ run, definition }: Check, entry: Instance, types: readonly string[]): void => {
  const { resource, search } = asObject(entry.value) ?? {};
  const held = asObject(resource);
  const mode = asObject(search)?.mode;
  const issue = (text: string): void =>
    run.report({ severity: 'error', code: 'invalid', rule: 'bundle-search', text }, entry, definition);
  const type = asString(held?.resourceType) ?? 'undefined';
  if (held === undefined) issue('An entry of a search has a resource');
  else if (mode === 'match' || mode === 'include') {
    if (held.id === undefined) issue('What a search gave has an id');
    if (mode === 'match' && types.length > 0 && !types.includes(type))
      issue(`The search was for ${types.join(', ')}, but this is a match of type ${type}`);
  } else if (mode === 'outcome' && type !== 'OperationOutcome') {
    issue(`An outcome of a search is an OperationOutcome, not of type ${type}`);
  }
};

/** Checks a Bundle's links and entries: https://hl7.org/fhir/R5/bundle.html */
export const checkBundle = (check: Check): void => {
  const { run, instance } = check;
  if (instance.type !== 'Bundle') return;
  const type = asString(asObject(instance.value)?.type) ?? 'undefined';
  const entries = instance.children('entry');
  checkLinks(check, type);
  if (entries.length === 0 && /^(?:document|message)$/.test(type)) {
    const text = `A Bundle of type ${type} has an entry`;
    run.report(
      { severity: 'error', code: 'invalid', rule: 'bundle-first', text },
      instance,
      check.definition,
    );
  }
  const types = type === 'searchset' ? searchedTypes(instance, run) : [];
  for (const entry of entries) {
    checkFullUrl(check, entry, type);
    if (type === 'searchset') checkSearchEntry(check, entry, types);
  }
};
