import type { Content } from '../fhir/content.ts';
import { referenceTo } from '../fhir/mapped-trial.ts';

/** What a resource calls itself, else its reference. */
export const titleOf = (resource: Content): string => {
  const { title, name } = resource.value as { readonly title?: unknown; readonly name?: unknown };
  return (
    ([title, name].find((one) => typeof one === 'string' && one.trim() !== '') as string | undefined) ??
    referenceTo(resource)
  );
};
