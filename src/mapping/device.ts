import type { Device, Reference } from 'fhir/r5.js';
import software from '../../package.json' with { type: 'json' };
import { narrative, paragraph } from '../fhir/narrative.ts';
import { claims } from './context.ts';

const NAME = 'Trialbridge';
const ID = `trialbridge-${software.version}`;

/** The software that read a document. */
export const deviceReference: Reference = { reference: `Device/${ID}` };

/** The software as FHIR knows it: https://hl7.org/fhir/R5/device.html */
export const device: Device = {
  resourceType: 'Device',
  id: ID,
  ...claims('reading-device'),
  ...narrative(paragraph(`${NAME}, version ${software.version}: software that reads trial documents.`)),
  displayName: NAME,
  status: 'active',
  name: [{ value: NAME, type: 'user-friendly-name' }],
  version: [{ value: software.version }],
};
