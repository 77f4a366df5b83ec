import type { Served } from './written.ts';

/** `Type/id` of a resource. */
export const addressOf = (resource: Served): string => `${resource.resourceType}/${resource.id}`;

/** The one there is; throws, naming what was looked for, where there is none or more. */
export const only = <T>(found: readonly T[], what: string): T => {
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${what}`);
  return first;
};

/** The same without what is undefined, so that `toEqual` sees what is absent. */
export const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>;
