import type { CodeSystem, FhirResource, ValueSet, ValueSetComposeInclude } from 'fhir/r5.js';
import type { TerminologyResources } from '../src/fhir/terminology/resources.ts';
import { codeSets, isWhole } from '../src/fhir/terminology/value-set.ts';

/** What code systems and value sets have to say to people only, and who publishes them. */
const FOR_READERS = new Set([
  'id',
  'meta',
  'text',
  'contained',
  'extension',
  'identifier',
  'experimental',
  'date',
  'publisher',
  'contact',
  'description',
  'useContext',
  'jurisdiction',
  'purpose',
  'copyright',
  '_copyright',
  'approvalDate',
  'lastReviewDate',
  'effectivePeriod',
  'topic',
  'author',
  'editor',
  'reviewer',
  'endorser',
  'relatedArtifact',
  'immutable',
]);

const withoutReading = <R extends FhirResource>(resource: R): R =>
  Object.fromEntries(Object.entries(resource).filter(([name]) => !FOR_READERS.has(name))) as unknown as R;

/** A code system as the service needs it. */
export const codeSystem = (system: CodeSystem): CodeSystem => withoutReading(system);

/** The packages pin versions that they do not have; what they have is what is meant. */
const unpinned = (valueSet: ValueSet, systems: ReadonlyMap<string, CodeSystem>): ValueSet => {
  const { compose } = valueSet;
  if (compose === undefined) return valueSet;
  const unpin = (includes: readonly ValueSetComposeInclude[]): ValueSetComposeInclude[] =>
    includes.map(({ version, ...include }) => {
      const shipped = systems.get(include.system ?? '');
      return version && (shipped === undefined || shipped.version === version)
        ? { ...include, version }
        : include;
    });
  return {
    ...valueSet,
    compose: {
      ...compose,
      include: unpin(compose.include),
      ...(compose.exclude && { exclude: unpin(compose.exclude) }),
    },
  };
};

/**
 * The value sets as the service needs them, by URL: as they are defined, and where not all their code systems are at
 * hand, with the codes of the published expansion if that is complete.
 */
export const valueSetsWith = (
  systems: ReadonlyMap<string, CodeSystem>,
  valueSets: ReadonlyMap<string, ValueSet>,
  published: ReadonlyMap<string, ValueSet>,
): ReadonlyMap<string, ValueSet> => {
  const defined = new Map(
    [...valueSets].map(([url, { expansion: _, ...valueSet }]) => [
      url,
      unpinned(withoutReading(valueSet), systems),
    ]),
  );
  const resources: TerminologyResources = {
    codeSystem: (url) => systems.get(url),
    valueSet: (url) => defined.get(url),
  };
  const codeSet = codeSets(resources);
  return new Map(
    [...defined].map(([url, valueSet]) => {
      const { expansion } = published.get(url) ?? {};
      const contains = expansion?.contains ?? [];
      if (expansion === undefined || contains.length === 0 || !isWhole(expansion, contains.length))
        return [url, valueSet];
      if (codeSet(valueSet).list().gaps.length === 0) return [url, valueSet];
      const { timestamp } = expansion;
      return [url, { ...valueSet, expansion: { timestamp, contains } }];
    }),
  );
};
