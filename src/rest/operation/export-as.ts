import type { Binary } from 'fhir/r5.js';
import { differenceIssue } from '../../export/difference.ts';
import { FORMAT_NAMES, FORMATS } from '../../export/formats.ts';
import { CANONICAL } from '../../fhir/canonical.ts';
import { operationOutcome } from '../../fhir/issue.ts';
import { FINDER } from '../access.ts';
import { nativeAnswer } from '../interaction/binary.ts';
import { parametersAnswer } from './answers.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';
import { studyAsUnit } from './study.ts';

/** A study in a form that is not FHIR's, as it is; with `report`, beside what could not be said in it. */
export const exportAs = operation({
  code: 'export-as',
  definition: `${CANONICAL}/OperationDefinition/export-as`,
  summary: 'The study in a form that is not FHIR’s',
  levels: { instance: FINDER },
  byGet: ['instance'],
  types: ['ResearchStudy'],
  output: 'Binary',
  anyForm: true,
  failures: ['not-found', 'gone'],
  inputs: {
    format: { type: 'code', description: 'The form', required: true, choices: FORMAT_NAMES },
    report: {
      type: 'boolean',
      description: 'Whether to tell, in Parameters, what the form says otherwise or cannot say',
    },
  },
  run: async ({ format, report = false }, request, service) => {
    const version = await storedVersion(request, service);
    if ('failure' in version) return version;
    const { gatherStudy } = await import('../../export/study.ts');
    const study = await gatherStudy(service.store, await studyAsUnit(service.store, version));
    const { mediaType, load } = FORMATS[format];
    const write = await load();
    const { text, differences } = write(study);
    const binary: Binary = {
      resourceType: 'Binary',
      contentType: mediaType,
      data: Buffer.from(text).toString('base64'),
    };
    if (!report) return nativeAnswer(request, binary);
    return parametersAnswer([
      { name: 'return', resource: binary },
      { name: 'report', resource: operationOutcome(differences.map(differenceIssue)) },
    ]);
  },
});
