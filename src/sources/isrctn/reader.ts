import { at } from '../located/get.ts';
import type { RecordReader } from '../record-reader.ts';
import { isrctnRecord } from './isrctn-record.ts';

/** https://www.isrctn.com/page/faqs#usingISRCTN */
export const isrctn: RecordReader = {
  kind: 'a record of ISRCTN',
  knows: (root) => {
    const full = at(root, 'fullTrial') ?? root;
    const trial = at(full, 'trial') ?? full;
    return trial.members.has('isrctn') || trial.members.has('trialDescription');
  },
  read: isrctnRecord,
  missing: 'its number, at isrctn',
};
