import type { OperationDefinition } from 'fhir/r5.js';
import type { CanonicalResource } from '../../fhir/canonical-resource.ts';
import { profilesTexts as texts } from '../../texts/en/profiles.ts';

type Fact = readonly [name: string, value: string | undefined];

const levelsOf = (operation: OperationDefinition): string =>
  (['system', 'type', 'instance'] as const)
    .filter((level) => operation[level])
    .map((level) => texts.levels[level])
    .join(', ');

const ownFacts = (resource: CanonicalResource): readonly Fact[] => {
  switch (resource.resourceType) {
    case 'StructureDefinition':
      return [
        [texts.type, resource.type],
        [texts.base, resource.baseDefinition],
      ];
    case 'SearchParameter':
      return [
        [texts.of, resource.base.join(', ')],
        [texts.code, resource.code],
        [texts.searched, resource.type],
        [texts.expression, resource.expression],
      ];
    case 'OperationDefinition':
      return [
        [texts.code, `$${resource.code}`],
        [texts.of, resource.resource?.join(', ')],
        [texts.invoked, levelsOf(resource)],
        [texts.changes, resource.affectsState ? texts.yes : texts.no],
      ];
    default:
      return [];
  }
};

/** What is to be known of a definition at a glance. */
export const factsOf = (resource: CanonicalResource): readonly Fact[] => {
  const facts: readonly Fact[] = [
    [texts.url, resource.url],
    [texts.version, resource.version],
    ...ownFacts(resource),
  ];
  return facts.filter(([, value]) => value !== undefined && value !== '');
};
