import { expect, test } from 'vitest';
import { ris } from '../../src/export/ris.ts';
import { API_STUDY } from '../sources/clinicaltrials-gov/studies.ts';
import { studyOf } from './study.ts';

const CITATION = {
  resourceType: 'Citation',
  id: 'c',
  citedArtifact: {
    identifier: [
      { system: 'https://doi.org', value: '10.5555/vel.7' },
      { system: 'https://pubmed.ncbi.nlm.nih.gov', value: '99000001' },
    ],
    title: [{ text: 'Velmorin\nfor fever' }],
    publicationForm: [
      {
        publishedIn: {
          title: 'J Fev',
          identifier: [{ system: 'https://portal.issn.org', value: '1234-5678' }],
        },
        volume: '7',
        issue: '2',
        articleDate: '2033-04',
        pageString: '107–14',
      },
    ],
    contributorship: { entry: [{ contributor: { reference: 'Practitioner/p' } }] },
  },
};
const PERSON = { resourceType: 'Practitioner', id: 'p', name: [{ family: 'Quill', given: ['Ada', 'B'] }] };

test('A citation has a line for each thing known of it, and none for what is not', () => {
  expect(ris({ resources: [CITATION, PERSON], tellings: [] }).text.split('\r\n')).toEqual([
    'TY  - JOUR',
    'AU  - Quill, Ada B',
    'TI  - Velmorin for fever',
    'JO  - J Fev',
    'PY  - 2033',
    'DA  - 2033/04//',
    'VL  - 7',
    'IS  - 2',
    'SP  - 107',
    'EP  - 14',
    'SN  - 1234-5678',
    'DO  - 10.5555/vel.7',
    'AN  - 99000001',
    'ID  - c',
    'UR  - https://doi.org/10.5555/vel.7',
    'ER  - ',
    '',
  ]);
});

test('A paper that a record only cites has the line it is cited by', () => {
  const { text } = ris(studyOf(JSON.stringify(API_STUDY)));
  expect(text).toMatch(/^TY {2}- JOUR\r\nDO {2}- 10\.5555\/vel\.7\r\nAN {2}- 99000001\r\n/);
  expect(text).toContain('N1  - Quill A. Velmorin. J Fev. 2033. doi: 10.5555/vel.7.\r\n');
});
