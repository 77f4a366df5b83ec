import { asObject, asString } from './instance.ts';
import type { Check } from './run.ts';

/** A RESTful address: https://hl7.org/fhir/R5/bundle.html#bundle-unique */
const RESTFUL = /^https?:\/\/.*\/([A-Z]\w*)\/([A-Za-z0-9.-]{1,64})$/;

/** Checks that an entry's RESTful fullUrl names the resource in it: https://hl7.org/fhir/R5/bundle.html#fullUrl */
export const checkBundleEntry = ({ run, instance, definition }: Check): void => {
  if (instance.path !== 'Bundle.entry') return;
  const entry = asObject(instance.value);
  const [, type, id] = RESTFUL.exec(asString(entry?.fullUrl) ?? '') ?? [];
  const resource = asObject(entry?.resource);
  if (type === undefined || !run.definitions.isResourceType(type) || resource?.id === undefined) return;
  if (type !== resource.resourceType || id !== resource.id) {
    const text = `The fullUrl ${entry?.fullUrl} does not end with ${resource.resourceType}/${resource.id}`;
    run.report({ severity: 'error', code: 'invalid', rule: 'bundle-full-url', text }, instance, definition);
  }
};
