import type { RecordReader } from '../record-reader.ts';
import { portalRecord } from './portal-record.ts';
import { sharedFormRecord } from './shared-form-record.ts';

/** https://trialsearch.who.int */
export const portalExport: RecordReader = {
  kind: 'a trial that the WHO’s search portal exported',
  knows: ({ path }) => path === '/Trial',
  read: portalRecord,
  missing: 'its number, at TrialID, or a title or date of registration',
};

/** The XML in which registries give their trials to the WHO, IRCT's own among it. */
export const sharedForm: RecordReader = {
  kind: 'a trial in the XML that registries give the WHO',
  knows: ({ path, members }) => path === '/trial' && members.has('main'),
  read: sharedFormRecord,
  missing: 'its number, at main/trial_id',
};
