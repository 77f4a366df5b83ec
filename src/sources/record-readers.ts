import { apiStudy, olderStudy } from './clinicaltrials-gov/readers.ts';
import { ctis } from './ctis/reader.ts';
import { portalExport, sharedForm } from './ictrp/readers.ts';
import { isrctn } from './isrctn/reader.ts';
import type { RecordReader } from './record-reader.ts';

/** The readers of records, in the order in which they look at one; the first that knows its kind reads it. */
export const RECORD_READERS: readonly RecordReader[] = [
  apiStudy,
  olderStudy,
  ctis,
  portalExport,
  sharedForm,
  isrctn,
];
