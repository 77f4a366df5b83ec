import { CANONICAL } from '../../fhir/canonical.ts';
import { FINDER } from '../access.ts';
import { operation } from '../operation/operation.ts';
import { INPUTS, KICK_OFF, kickedOff } from './kick-off.ts';
import { groupExtent, patientExtent } from './patient-extent.ts';

const inputs = {
  ...INPUTS,
  patient: { type: 'Reference', description: 'Only what is of these patients', repeats: true },
} as const;

/** Kicks off an export of all patients: https://hl7.org/fhir/uv/bulkdata/STU2/OperationDefinition-patient-export.html */
export const patientExport = operation({
  ...KICK_OFF,
  definition: `${CANONICAL}/OperationDefinition/patient-export`,
  summary: 'Begin to export the records of patients as NDJSON',
  levels: { type: FINDER },
  byGet: ['type'],
  types: ['Patient'],
  failures: ['too-many-requests'],
  inputs,
  run: ({ patient = [], ...asked }, request, service) =>
    kickedOff(asked, request, service, () => patientExtent(patient, request, service)),
});

/** Kicks off an export of a Group's patients: https://hl7.org/fhir/uv/bulkdata/STU2/OperationDefinition-group-export.html */
export const groupExport = operation({
  ...KICK_OFF,
  definition: `${CANONICAL}/OperationDefinition/group-export`,
  summary: 'Begin to export the records of the patients in the Group as NDJSON',
  levels: { instance: FINDER },
  byGet: ['instance'],
  types: ['Group'],
  failures: ['not-found', 'gone', 'invalid', 'too-many-requests'],
  inputs,
  run: ({ patient = [], ...asked }, request, service) =>
    kickedOff(asked, request, service, () => groupExtent(patient, request, service)),
});
