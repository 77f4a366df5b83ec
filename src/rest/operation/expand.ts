import type { ValueSet } from 'fhir/r5.js';
import { TERMINOLOGIST } from '../access.ts';
import { terminologyAnswer } from './answers.ts';
import { operation } from './operation.ts';
import { subject } from './stored.ts';

/** The codes of a value set: https://hl7.org/fhir/R5/valueset-operation-expand.html */
export const expand = operation({
  code: 'expand',
  definition: 'http://hl7.org/fhir/OperationDefinition/ValueSet-expand',
  summary: 'List the codes of a value set',
  levels: { type: TERMINOLOGIST, instance: TERMINOLOGIST },
  byGet: ['type', 'instance'],
  types: ['ValueSet'],
  output: 'ValueSet',
  failures: ['not-found', 'gone', 'invalid'],
  inputs: {
    url: { type: 'uri', description: 'Canonical URL of the value set', levels: ['type'] },
    valueSet: { type: 'ValueSet', description: 'The value set itself', levels: ['type'] },
    valueSetVersion: { type: 'string', description: 'Version of the value set', levels: ['type'] },
    filter: { type: 'string', description: 'Beginnings of words of the codes wanted' },
    offset: { type: 'integer', description: 'How many codes to leave out at the beginning' },
    count: { type: 'integer', description: 'How many codes to list at most' },
    includeDesignations: { type: 'boolean', description: 'Whether to list what else codes are called' },
    includeDefinition: {
      type: 'boolean',
      description: 'Whether to give the definition of the value set, too',
    },
    activeOnly: { type: 'boolean', description: 'Whether to leave out codes that are no longer in use' },
    // Expansions are flat and enumerate single codes in any case.
    excludeNested: { type: 'boolean', description: 'Whether the list has to be flat; it always is' },
    excludeNotForUI: { type: 'boolean', description: 'Whether to leave out codes that group others' },
    excludePostCoordinated: { type: 'boolean', description: 'Whether to leave out composed codes' },
    displayLanguage: { type: 'code', description: 'Language of displays' },
    property: { type: 'string', description: 'Property to tell of each code', repeats: true },
  },
  run: async (
    { valueSet: sent, excludeNested: _, excludePostCoordinated: __, ...wanted },
    request,
    service,
  ) => {
    const valueSet = await subject<ValueSet>(sent, request, service);
    if ('failure' in valueSet) return valueSet;
    const stamp = { identifier: `urn:uuid:${service.newId()}`, timestamp: service.now() };
    return terminologyAnswer(
      await service.terminology.expand(
        { ...wanted, ...(valueSet.resource && { valueSet: valueSet.resource }) },
        stamp,
      ),
    );
  },
});
