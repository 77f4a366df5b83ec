import type { Bundle, FhirResource, Reference } from 'fhir/r5.js';

/** Resources that came together, by their type and by what leads to them. */
export interface Resources {
  /** Those of a type, in their order. */
  of<T extends FhirResource>(type: T['resourceType']): readonly T[];
  /** Where a reference leads, whatever version it names; undefined where that did not come along. */
  at<T extends FhirResource>(reference: Reference | undefined): T | undefined;
  /** What has a canonical URL. */
  known<T extends FhirResource>(canonical: string | undefined): T | undefined;
}

/** `Type/id` of a reference, without a version. */
export const placeOf = ({ reference = '' }: Reference): string => reference.replace(/\/_history\/.*$/, '');

/** The resources of a Bundle. */
export const resourcesIn = ({ entry = [] }: Bundle): Resources => {
  const all = entry.flatMap(({ resource }) => (resource ? [resource as FhirResource] : []));
  const byType = Map.groupBy(all, ({ resourceType }) => resourceType);
  const byPlace = new Map(all.map((one) => [`${one.resourceType}/${one.id}`, one]));
  const byUrl = new Map(all.flatMap((one) => ('url' in one && one.url ? [[one.url, one] as const] : [])));
  return {
    of: <T extends FhirResource>(type: T['resourceType']) => (byType.get(type) ?? []) as unknown as T[],
    at: <T extends FhirResource>(reference: Reference | undefined) =>
      (reference && byPlace.get(placeOf(reference))) as T | undefined,
    known: <T extends FhirResource>(canonical: string | undefined) =>
      (canonical && byUrl.get(canonical.split('|', 1)[0] ?? '')) as T | undefined,
  };
};
