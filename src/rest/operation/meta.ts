import type { FhirResource, Meta } from 'fhir/r5.js';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import type { Version } from '../../store/store.ts';
import { type Access, READER } from '../access.ts';
import { versionOf } from '../interaction/vread.ts';
import { parametersAnswer } from './answers.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';

/** The meta of a stored version. */
export const metaOf = ({ text }: Version): Meta => (JSON.parse(text) as FhirResource).meta ?? {};

/** An object of FHIR cannot be empty: https://hl7.org/fhir/R5/json.html */
const NOTHING: Meta = {
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueCode: 'not-applicable',
    },
  ],
};

/** The answer of an operation whose output is a Meta. */
export const metaAnswer = (meta: Meta) =>
  parametersAnswer([{ name: 'return', valueMeta: Object.keys(meta).length > 0 ? meta : NOTHING }]);

/** What is told of many resources together is told to those who may find all of them. */
const OF_ALL: Access = { permissions: ['s'], wholly: 'own' };

/** The profiles, tags and labels of a resource, of a type or of everything: https://hl7.org/fhir/R5/resource-operation-meta.html */
export const meta = operation({
  code: 'meta',
  definition: 'http://hl7.org/fhir/OperationDefinition/Resource-meta',
  summary: 'Profiles, tags and security labels',
  levels: { system: OF_ALL, type: OF_ALL, instance: READER, version: READER },
  byGet: ['system', 'type', 'instance', 'version'],
  types: RESOURCE_TYPES,
  output: 'Parameters',
  failures: ['not-found', 'gone'],
  inputs: {},
  run: async (_, request, service) => {
    const { type, id, versionId } = request;
    if (id === '') return metaAnswer(await service.store.labels(type === '' ? undefined : type));
    const version = await (versionId === '' ? storedVersion : versionOf)(request, service);
    return 'failure' in version ? version : metaAnswer(metaOf(version));
  },
});
