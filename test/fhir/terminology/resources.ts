import type { CodeSystem, ValueSet } from 'fhir/r5.js';
import type { TerminologyResources } from '../../../src/fhir/terminology/resources.ts';

/** A code system with what most have. */
export const codeSystem = (url: string, rest: Partial<CodeSystem> = {}): CodeSystem => ({
  resourceType: 'CodeSystem',
  status: 'active',
  content: 'complete',
  url,
  ...rest,
});

/** A value set that is defined by what it includes, and excludes. */
export const valueSet = (
  url: string,
  include: NonNullable<ValueSet['compose']>['include'],
  rest: Partial<NonNullable<ValueSet['compose']>> = {},
): ValueSet => ({ resourceType: 'ValueSet', status: 'active', url, compose: { include, ...rest } });

/** These resources and no others. */
export const resourcesOf = (...all: readonly (CodeSystem | ValueSet)[]): TerminologyResources => ({
  codeSystem: (url, version) =>
    all.find(
      (one): one is CodeSystem =>
        one.resourceType === 'CodeSystem' &&
        one.url === url &&
        (version === undefined || one.version === version),
    ),
  valueSet: (url, version) =>
    all.find(
      (one): one is ValueSet =>
        one.resourceType === 'ValueSet' &&
        one.url === url &&
        (version === undefined || one.version === version),
    ),
});

/** Animals in a hierarchy; a penguin is a bird and, by a property, a swimmer. */
export const ANIMALS = codeSystem('https://example.com/animals', {
  version: '2',
  title: 'Animals',
  caseSensitive: true,
  property: [
    { code: 'legs', type: 'integer', uri: 'https://example.com/legs' },
    { code: 'kindOf', type: 'code', uri: 'http://hl7.org/fhir/concept-properties#parent' },
    { code: 'noChoice', type: 'boolean', uri: 'http://hl7.org/fhir/concept-properties#notSelectable' },
    { code: 'status', type: 'code', uri: 'http://hl7.org/fhir/concept-properties#status' },
  ],
  concept: [
    {
      code: 'bird',
      display: 'Bird',
      property: [{ code: 'noChoice', valueBoolean: true }],
      concept: [
        {
          code: 'penguin',
          display: 'Penguin',
          definition: 'A bird that cannot fly',
          designation: [
            { language: 'de', value: 'Pinguin' },
            { language: 'fr', value: 'Manchot' },
          ],
          property: [
            { code: 'legs', valueInteger: 2 },
            { code: 'kindOf', valueCode: 'swimmer' },
          ],
          concept: [
            { code: 'emperor', display: 'Emperor penguin', property: [{ code: 'legs', valueInteger: 2 }] },
          ],
        },
        { code: 'dodo', display: 'Dodo', property: [{ code: 'status', valueCode: 'retired' }] },
      ],
    },
    { code: 'swimmer', display: 'Swimmer' },
    { code: 'spider', display: 'Spider', property: [{ code: 'legs', valueInteger: 8 }] },
  ],
});
