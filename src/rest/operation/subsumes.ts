import type { CodeSystem } from 'fhir/r5.js';
import { TERMINOLOGIST } from '../access.ts';
import { fail } from '../error.ts';
import { terminologyAnswer } from './answers.ts';
import { operation } from './operation.ts';
import { subject } from './stored.ts';

/** How two codes relate: https://hl7.org/fhir/R5/codesystem-operation-subsumes.html */
export const subsumes = operation({
  code: 'subsumes',
  definition: 'http://hl7.org/fhir/OperationDefinition/CodeSystem-subsumes',
  summary: 'Tell whether one code is a kind of another',
  levels: { type: TERMINOLOGIST, instance: TERMINOLOGIST },
  byGet: ['type', 'instance'],
  types: ['CodeSystem'],
  output: 'Parameters',
  failures: ['not-found', 'gone', 'invalid'],
  inputs: {
    codeA: { type: 'code', description: 'The first code' },
    codeB: { type: 'code', description: 'The second code' },
    system: { type: 'uri', description: 'Code system of both', levels: ['type'] },
    version: { type: 'string', description: 'Version of the code system', levels: ['type'] },
    codingA: { type: 'Coding', description: 'The first code with its system' },
    codingB: { type: 'Coding', description: 'The second code with its system' },
  },
  run: async ({ codingA = {}, codingB = {}, ...given }, request, service) => {
    const codeSystem = await subject<CodeSystem>(undefined, request, service);
    if ('failure' in codeSystem) return codeSystem;
    const of = codeSystem.resource;
    const [codeA, codeB] = [given.codeA ?? codingA.code, given.codeB ?? codingB.code];
    const system = of?.url ?? given.system ?? codingA.system ?? codingB.system;
    const version = of?.version ?? given.version ?? codingA.version ?? codingB.version;
    if (system === undefined || codeA === undefined || codeB === undefined)
      return fail('malformed', 'required', 'Two codes and their system are to be given');
    if ([codingA, codingB].some((one) => one.system !== undefined && one.system !== system))
      return fail('malformed', 'invalid', `Both codes are to be of ${system}`);
    return terminologyAnswer(
      await service.terminology.subsumes({ system, codeA, codeB, ...(version !== undefined && { version }) }),
    );
  },
});
