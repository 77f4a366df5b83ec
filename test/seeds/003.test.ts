import { describe, expect, test } from 'vitest';
import { loadBeforeAll } from './loaded.ts';
import { nothingElseTests } from './nothing-else.ts';
import { paperOf } from './paper.ts';
import { searchTests } from './searches.ts';
import {
  administrationsOf,
  armsOf,
  assessmentsOf,
  careOf,
  designOf,
  eligibilityOf,
  groupsOf,
  outcomesOf,
  protocolArmsOf,
} from './study-facts.ts';

const MSC = 'experimental arm';

const loaded = loadBeforeAll('003');

describe('what identifies the study', () => {
  test('it has two registry numbers, each with the date of its registration', () => {
    const { identifier = [] } = loaded().trial.study;
    expect(
      identifier.map(({ use, system, value, period }) => [use, system, value, period?.start, period?.end]),
    ).toEqual([
      ['official', 'https://clinicaltrials.gov', 'NCT04615429', '2020-11-04', undefined],
      ['secondary', 'https://www.clinicaltrialsregister.eu', '2020-002193-27', '2020-07-14', undefined],
    ]);
  });

  test('the addresses of both registry records are kept', () => {
    const records = (loaded().trial.study.relatedArtifact ?? []).filter(
      ({ type }) => type === 'documentation',
    );
    expect(records.map(({ label, document }) => [label, document?.url])).toEqual([
      ['Registry record', 'https://clinicaltrials.gov/ct2/show/NCT04615429'],
      ['Registry record', 'https://www.clinicaltrialsregister.eu/ctr-search/trial/2020-002193-27/ES'],
    ]);
  });

  test('it is found by either number', async () => {
    const { client, trial } = loaded();
    for (const identifier of [
      'https://clinicaltrials.gov|NCT04615429',
      'https://www.clinicaltrialsregister.eu|2020-002193-27',
    ]) {
      const found = await client.search('ResearchStudy', { identifier });
      expect(found.map(({ id }) => id)).toEqual([trial.study.id]);
    }
  });

  test('no title is stated, and none is made up', () => {
    expect(loaded().trial.study).not.toHaveProperty('title');
    expect(loaded().trial.study).not.toHaveProperty('label');
  });

  test('the paper: journal, volume, issue, pages, DOI and month; no title and no author', () => {
    expect(paperOf(loaded().trial)).toEqual({
      titles: [],
      identifiers: ['https://doi.org 10.1038/s41409-024-02230-5'],
      published: [
        {
          journal: 'Bone Marrow Transplant',
          identifiers: [],
          date: '2024-06',
          volume: '59',
          issue: '6',
          pages: '777-784',
          rest: [],
        },
      ],
      authors: [],
    });
    expect(loaded().trial.all('Practitioner')).toEqual([]);
    expect(loaded().trial.all('Organization')).toEqual([]);
  });

  test.each(['title', 'authors', 'phase'])('that no %s is stated is said in the answer', (what) => {
    expect(loaded().answer.text).toContain(`Looked for and not stated: ${what}`);
  });
});

describe('design', () => {
  test('randomised 1:1, placebo controlled, double blind; interventional, as follows from what is given', () => {
    expect(designOf(loaded().trial)).toEqual([
      'SEVCO:01001 (derived)',
      'SEVCO:01003',
      'allocation-ratio',
      'double-blind',
      'placebo-controlled',
    ]);
    expect(loaded().trial.study.studyDesign?.map(({ text }) => text)).toContain('1:1');
  });

  test('the condition', () => {
    expect(loaded().trial.study.condition?.map(({ text }) => text)).toEqual([
      'moderate to severe ARDS caused by COVID-19',
    ]);
  });

  test('the objective', () => {
    expect(loaded().trial.study.objective?.map(({ description }) => description)).toEqual([
      expect.stringMatching(/^assess the efficacy and safety of one bone marrow-derived MSC .* COVID-19$/),
    ]);
  });

  test('eligible are patients with moderate to severe ARDS caused by COVID-19', () => {
    expect(eligibilityOf(loaded().trial)).toEqual([
      { description: 'patients with moderate to severe ARDS caused by COVID-19', exclude: false },
    ]);
  });

  test('twenty in all; how many were planned is not stated', () => {
    const { recruitment } = loaded().trial.study;
    expect(recruitment?.actualNumber).toBe('20');
    expect(recruitment).not.toHaveProperty('targetNumber');
  });

  test('phase, period, state, sites and sponsors are not stated: whose affiliations these are is not', () => {
    expect(Object.keys(loaded().trial.study).filter((name) => !name.startsWith('_'))).toEqual([
      'resourceType',
      'id',
      'meta',
      'text',
      'identifier',
      'protocol',
      'relatedArtifact',
      'status',
      'studyDesign',
      'condition',
      'recruitment',
      'comparisonGroup',
      'objective',
      'outcomeMeasure',
      'result',
    ]);
  });
});

describe('arms', () => {
  test('an experimental one and one with placebo', () => {
    const arms = armsOf(loaded().trial).toSorted((a, b) => `${a.name}`.localeCompare(`${b.name}`));
    expect(arms).toEqual([
      {
        name: MSC,
        type: expect.stringMatching(/^experimental\b/),
        linkId: 'msc',
        exposure: [MSC],
      },
      { name: 'placebo', type: 'placebo-comparator', linkId: 'placebo', exposure: ['placebo'] },
    ]);
  });

  test('of no arm is it said how many were in it: ten each would be a guess', () => {
    expect(groupsOf(loaded().trial).filter(({ quantity }) => quantity !== undefined)).toEqual([]);
    for (const group of loaded().trial.study.comparisonGroup ?? [])
      expect(group).not.toHaveProperty('observedGroup');
    const sizes = loaded()
      .trial.all('Evidence')
      .flatMap(({ statistic = [] }) => statistic.filter(({ sampleSize }) => sampleSize));
    expect(sizes).toEqual([]);
  });

  test('each arm is an action of the protocol, under the same name and id', () => {
    const arms = protocolArmsOf(loaded().trial).toSorted((a, b) => `${a.id}`.localeCompare(`${b.id}`));
    expect(arms).toEqual([
      { id: 'msc', linkId: 'msc', title: MSC },
      { id: 'placebo', linkId: 'placebo', title: 'placebo' },
    ]);
  });

  test('one infusion of cells from bone marrow; neither dose nor route is stated', () => {
    expect(administrationsOf(loaded().trial, MSC)).toEqual([
      {
        words: 'one bone marrow-derived MSC infusion',
        agent: 'MSC',
        source: 'bone marrow',
        count: '1',
        form: 'infusion',
      },
    ]);
  });

  test('the placebo arm gets no cells', () => {
    expect(JSON.stringify(administrationsOf(loaded().trial, 'placebo'))).not.toMatch(/MSC|bone marrow/);
  });

  test('no care for everybody and no schedule of assessments is stated', () => {
    expect(careOf(loaded().trial)).toEqual([]);
    expect(assessmentsOf(loaded().trial)).toEqual([]);
  });

  test('outcomes, with their times where they are stated; one is the primary', () => {
    expect(outcomesOf(loaded().trial).toSorted()).toEqual(
      [
        'increase in PaO2/FiO2 ratio from baseline to day 7, 7 d, primary',
        'clinical improvement at day 7 in the WHO scale, 7 d',
        'time to discontinuation of supplemental oxygen',
        'hospital stay',
        'other efficacy or safety secondary endpoints',
      ].toSorted(),
    );
  });
});

describe('what there is, and what there is not', () => {
  searchTests(loaded);

  // Without a translated title, the translation is nowhere: no words in its script are served.
  nothingElseTests(loaded, {
    chrome: [
      'Department of Haematology',
      'Hospital Universitario',
      'Instituto de Investigación',
      'Madrid',
      'Trial Registration',
      'EudraCT Number',
      '间充质基质细胞',
      '试验注册',
    ],
  });
});
