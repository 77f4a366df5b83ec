import type { RecordReader } from '../record-reader.ts';
import { ctisRecord } from './ctis-record.ts';

/** https://euclinicaltrials.eu/ctis-public-api */
export const ctis: RecordReader = {
  kind: 'a record of CTIS',
  knows: (root) => root.tree.format === 'json' && root.members.has('ctNumber'),
  read: ctisRecord,
  missing:
    'its number, at ctNumber, or the first part of an application, at authorizedApplication.authorizedPartI',
};
