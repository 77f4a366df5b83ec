import type { CodeSystem, ValueSet } from 'fhir/r5.js';
import { TERMINOLOGIST } from '../access.ts';
import { terminologyAnswer } from './answers.ts';
import type { Inputs } from './input.ts';
import { operation } from './operation.ts';
import { subject } from './stored.ts';

/** What the operation takes on value sets and code systems alike. */
const CODE = {
  code: { type: 'code', description: 'The code' },
  display: { type: 'string', description: 'What the code is called' },
  coding: { type: 'Coding', description: 'The code with its system' },
  codeableConcept: { type: 'CodeableConcept', description: 'Several codes, one of which has to do' },
  abstract: { type: 'boolean', description: 'Whether a code that groups others will do' },
  displayLanguage: { type: 'code', description: 'Language of displays' },
} as const satisfies Inputs;

const shared = {
  code: 'validate-code',
  levels: { type: TERMINOLOGIST, instance: TERMINOLOGIST },
  byGet: ['type', 'instance'],
  output: 'Parameters',
  failures: ['not-found', 'gone', 'invalid'],
} as const;

/** Whether a value set has a code: https://hl7.org/fhir/R5/valueset-operation-validate-code.html */
export const validateCodeInValueSet = operation({
  ...shared,
  definition: 'http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code',
  summary: 'Check whether a code is in a value set',
  types: ['ValueSet'],
  inputs: {
    url: { type: 'uri', description: 'Canonical URL of the value set', levels: ['type'] },
    valueSet: { type: 'ValueSet', description: 'The value set itself', levels: ['type'] },
    valueSetVersion: { type: 'string', description: 'Version of the value set', levels: ['type'] },
    system: { type: 'uri', description: 'Code system of the code' },
    systemVersion: { type: 'string', description: 'Version of the code system' },
    ...CODE,
  },
  run: async ({ valueSet: sent, ...given }, request, service) => {
    const valueSet = await subject<ValueSet>(sent, request, service);
    if ('failure' in valueSet) return valueSet;
    return terminologyAnswer(
      await service.terminology.validateInValueSet({
        ...given,
        ...(valueSet.resource && { valueSet: valueSet.resource }),
      }),
    );
  },
});

/** Whether a code system has a code: https://hl7.org/fhir/R5/codesystem-operation-validate-code.html */
export const validateCodeInCodeSystem = operation({
  ...shared,
  definition: 'http://hl7.org/fhir/OperationDefinition/CodeSystem-validate-code',
  summary: 'Check whether a code is in a code system',
  types: ['CodeSystem'],
  inputs: {
    url: { type: 'uri', description: 'Canonical URL of the code system', levels: ['type'] },
    codeSystem: { type: 'CodeSystem', description: 'The code system itself', levels: ['type'] },
    version: { type: 'string', description: 'Version of the code system', levels: ['type'] },
    ...CODE,
  },
  run: async ({ codeSystem: sent, ...given }, request, service) => {
    const codeSystem = await subject<CodeSystem>(sent, request, service);
    if ('failure' in codeSystem) return codeSystem;
    return terminologyAnswer(
      await service.terminology.validateInCodeSystem({
        ...given,
        ...(codeSystem.resource && { codeSystem: codeSystem.resource }),
      }),
    );
  },
});
