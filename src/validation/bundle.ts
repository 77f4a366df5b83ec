import { asObject, asString } from './instance.ts';
import type { Check } from './run.ts';

/** A RESTful address: https://hl7.org/fhir/R5/bundle.html#bundle-unique */
const RESTFUL = /^https?:\/\/.*\/([A-Z]\w*)\/([A-Za-z0-9.-]{1,64})$/;

/** Types of Bundles whose entries need not say what their resources' identities are. */
const WITHOUT_IDENTITY = /^(?:transaction|batch|transaction-response|batch-response)$/;

/** Checks that an entry's fullUrl is absolute, is there where it has to be, and if it is RESTful names the resource: https://hl7.org/fhir/R5/bundle.html#fullUrl */
export const checkBundleEntry = ({ run, instance, definition }: Check): void => {
  if (instance.path !== 'Bundle.entry') return;
  const entry = asObject(instance.value);
  const fullUrl = asString(entry?.fullUrl);
  const resource = asObject(entry?.resource);
  const issue = (text: string): void =>
    run.report({ severity: 'error', code: 'invalid', rule: 'bundle-full-url', text }, instance, definition);
  if (fullUrl === undefined) {
    const type = String(asObject(instance.parent?.value)?.type);
    if (resource !== undefined && !WITHOUT_IDENTITY.test(type))
      issue('An entry with a resource has a fullUrl');
    return;
  }
  if (!/^[A-Za-z][\w+.-]*:/.test(fullUrl)) issue(`The fullUrl ${fullUrl} is not absolute`);
  const [, type, id] = RESTFUL.exec(fullUrl) ?? [];
  if (type === undefined || !run.definitions.isResourceType(type) || resource === undefined) return;
  if (resource.id === undefined) {
    if (!WITHOUT_IDENTITY.test(String(asObject(instance.parent?.value)?.type)))
      issue(`The fullUrl ${fullUrl} is that of a resource with an id, which this has not`);
  } else if (type !== resource.resourceType || id !== resource.id) {
    issue(`The fullUrl ${fullUrl} does not end with ${resource.resourceType}/${resource.id}`);
  }
};
