import type { CodeSystem } from 'fhir/r5.js';
import { TERMINOLOGIST } from '../access.ts';
import { fail } from '../error.ts';
import { terminologyAnswer } from './answers.ts';
import { operation } from './operation.ts';
import { subject } from './stored.ts';

/** What is known of a code: https://hl7.org/fhir/R5/codesystem-operation-lookup.html */
export const lookup = operation({
  code: 'lookup',
  definition: 'http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup',
  summary: 'Tell what is known of a code',
  levels: { type: TERMINOLOGIST, instance: TERMINOLOGIST },
  byGet: ['type', 'instance'],
  types: ['CodeSystem'],
  output: 'Parameters',
  failures: ['not-found', 'gone', 'invalid'],
  inputs: {
    code: { type: 'code', description: 'The code' },
    system: { type: 'uri', description: 'Code system of the code', levels: ['type'] },
    version: { type: 'string', description: 'Version of the code system', levels: ['type'] },
    coding: { type: 'Coding', description: 'The code with its system' },
    displayLanguage: { type: 'code', description: 'Language of displays' },
    property: { type: 'code', description: 'What to tell beside the names', repeats: true },
  },
  run: async ({ coding = {}, ...given }, request, service) => {
    const codeSystem = await subject<CodeSystem>(undefined, request, service);
    if ('failure' in codeSystem) return codeSystem;
    const of = codeSystem.resource;
    const [system, code] = [of?.url ?? given.system ?? coding.system, given.code ?? coding.code];
    const version = of?.version ?? given.version ?? coding.version;
    if (system === undefined || code === undefined)
      return fail(
        'malformed',
        'required',
        'A code with its system is to be given: code and system, or coding',
      );
    return terminologyAnswer(
      await service.terminology.lookup({ ...given, system, code, ...(version !== undefined && { version }) }),
    );
  },
});
