import type { RecordReader } from '../record-reader.ts';
import { API, OLDER } from './dialect.ts';
import { readStudy } from './study.ts';

const kind = 'a study of ClinicalTrials.gov';

/** https://clinicaltrials.gov/data-api/api */
export const apiStudy: RecordReader = {
  kind,
  knows: (root) => root.members.has('protocolSection'),
  read: (root) => readStudy(API, root),
  missing: 'its number, at protocolSection.identificationModule.nctId',
};

/** The XML that the registry gave before 2024. */
export const olderStudy: RecordReader = {
  kind,
  knows: ({ path }) => path === '/clinical_study',
  read: (root) => readStudy(OLDER, root),
  missing: 'its number, at /clinical_study/id_info/nct_id',
};
