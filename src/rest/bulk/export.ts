import { CANONICAL } from '../../fhir/canonical.ts';
import { FINDER } from '../access.ts';
import { operation } from '../operation/operation.ts';
import { INPUTS, KICK_OFF, kickedOff } from './kick-off.ts';
import { studyExtent } from './study-extent.ts';

/** Kicks off an export of everything, or of all that belongs to studies: https://hl7.org/fhir/uv/bulkdata/STU2/export.html */
export const bulkExport = operation({
  ...KICK_OFF,
  definition: `${CANONICAL}/OperationDefinition/export`,
  summary: 'Begin to export many resources as NDJSON',
  levels: { system: FINDER, type: FINDER, instance: FINDER },
  byGet: ['system', 'type', 'instance'],
  types: ['ResearchStudy'],
  failures: ['not-found', 'gone', 'too-many-requests'],
  inputs: {
    ...INPUTS,
    _since: { type: 'instant', description: 'Only what has changed since; what was deleted is told, too' },
    _id: {
      type: 'string',
      description: 'Ids of the studies, divided by commas',
      repeats: true,
      levels: ['type'],
    },
    patient: { type: 'Reference', description: 'Not supported', repeats: true },
  },
  run: ({ _id = [], ...asked }, request, service) =>
    kickedOff(asked, request, service, async () => {
      if (request.type === '') return undefined;
      const ids = request.id === '' ? _id.flatMap((one) => one.split(',')) : [request.id];
      return studyExtent(ids, request, service);
    }),
});
