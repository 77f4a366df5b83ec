import { describe, expect, test } from 'vitest';
import { loadBeforeAll } from './loaded.ts';
import { nothingElseTests } from './nothing-else.ts';
import { paperOf } from './paper.ts';
import { searchTests } from './searches.ts';
import {
  administrationsOf,
  armsOf,
  assessmentsOf,
  concept,
  designOf,
  eligibilityOf,
  groupsOf,
  outcomesOf,
  protocolArmsOf,
} from './study-facts.ts';

const TITLE =
  'Mesenchymal stromal cell therapy for COVID-19-induced ARDS patients: a successful phase 1, control-placebo group, clinical trial.';

const loaded = loadBeforeAll('001');

describe('what identifies the study', () => {
  test('it has one identifier, the IRCT number, with the date of registration', () => {
    const { identifier = [] } = loaded().trial.study;
    expect(identifier).toHaveLength(1);
    expect(identifier[0]).toMatchObject({
      use: 'official',
      system: 'https://www.irct.ir',
      value: 'IRCT20160809029275N1',
      period: { start: '2020-05-30' },
    });
    expect(identifier[0]?.period?.end).toBeUndefined();
  });

  test('the address of its registry record is not stated', () => {
    expect(loaded().trial.study.relatedArtifact?.map(({ type }) => type)).toEqual(['citation']);
  });

  test('the title, in one language', () => {
    expect(loaded().trial.study.title).toBe(TITLE);
    expect(loaded().trial.study).not.toHaveProperty('label');
  });

  test('the paper: title, journal, ten authors in order; no year, volume, DOI or publisher is stated', () => {
    expect(paperOf(loaded().trial)).toEqual({
      titles: [{ text: TITLE }],
      identifiers: [],
      published: [{ journal: 'Stem Cell Research & Therapy', identifiers: [], rest: [] }],
      authors: [
        'Najmeh Kaffash Farkhad',
        'Alireza Sedaghat',
        'Hamidreza Reihani',
        'Amir Adhami Moghadam',
        'Ahmad Bagheri Moghadam',
        'Nayereh Khadem Ghaebi',
        'Mohammad Khodadoust',
        'Rashin Ganjali',
        'Amir Tafreshian',
        'Jalil Tavakol Afshari',
      ],
    });
  });
});

describe('design', () => {
  test('phase 1', () => {
    expect(concept(loaded().trial.study.phase)).toBe('phase-1');
  });

  test('open label, one centre, controlled by standard care; no allocation is stated, and no placebo', () => {
    expect(designOf(loaded().trial)).toEqual([
      'SEVCO:01001 (derived)',
      'open-label',
      'standard-care-controlled',
      'single-centre',
    ]);
  });

  test('conditions are COVID-19 and mild-to-moderate ARDS', () => {
    expect(loaded().trial.study.condition?.map(({ text }) => text)).toEqual([
      'COVID-19',
      'mild-to-moderate ARDS',
    ]);
  });

  test('the objective is that of the authors, not of the portal', () => {
    expect(loaded().trial.study.objective?.map(({ description }) => description)).toEqual([
      expect.stringMatching(/^examine the safety and explore the possible potency .* ARDS patients$/),
    ]);
  });

  test('eligible are confirmed COVID-19 patients with mild-to-moderate ARDS', () => {
    expect(eligibilityOf(loaded().trial)).toEqual([
      { description: 'confirmed COVID-19 patients with mild-to-moderate ARDS degree', exclude: false },
    ]);
  });

  test('twenty were enrolled; how many were planned is not stated', () => {
    const { recruitment } = loaded().trial.study;
    expect(recruitment?.actualNumber).toBe('20');
    expect(recruitment).not.toHaveProperty('targetNumber');
  });

  test('period, state, sites and sponsors are not stated', () => {
    expect(Object.keys(loaded().trial.study).filter((name) => !name.startsWith('_'))).toEqual([
      'resourceType',
      'id',
      'meta',
      'text',
      'identifier',
      'title',
      'protocol',
      'relatedArtifact',
      'status',
      'phase',
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
  test('a control group with standard care, and an intervention group with cells on top', () => {
    expect(armsOf(loaded().trial)).toEqual([
      {
        name: 'control group',
        type: 'control group',
        linkId: 'control',
        description: 'standard care',
        exposure: ['control group'],
      },
      {
        name: 'intervention group',
        type: 'experimental (derived)',
        linkId: 'intervention',
        description: 'standard care + UC-MSCs',
        exposure: ['intervention group'],
      },
    ]);
  });

  test('of no arm is it said how many were in it', () => {
    expect(groupsOf(loaded().trial).filter(({ quantity }) => quantity !== undefined)).toEqual([]);
    const sizes = loaded()
      .trial.all('Evidence')
      .flatMap(({ statistic = [] }) => statistic.filter(({ sampleSize }) => sampleSize));
    expect(sizes).toEqual([]);
  });

  test('the title alone speaks of a placebo: no arm, no agent, no design is one', () => {
    const { trial } = loaded();
    const facts = [...armsOf(trial), ...designOf(trial), ...trial.all('ActivityDefinition')];
    expect(JSON.stringify(facts)).not.toMatch(/placebo/i);
    expect(JSON.stringify(trial.study).replaceAll(TITLE, '')).not.toMatch(/placebo/i);
  });

  test('each arm is an action of the protocol, under the same name and id', () => {
    expect(protocolArmsOf(loaded().trial)).toEqual([
      { id: 'control', linkId: 'control', title: 'control group' },
      { id: 'intervention', linkId: 'intervention', title: 'intervention group' },
    ]);
  });

  test('the intervention: three intravenous infusions of umbilical cord cells, every other day', () => {
    expect(administrationsOf(loaded().trial, 'intervention group')).toEqual([
      {
        words: 'three intravenous infusions of UC-MSCs (1 × [Formula: see text] cells/kg BW per injection)',
        agent: 'UC-MSCs',
        source: 'umbilical cord',
        doseWords: '1 × [Formula: see text] cells/kg BW',
        dose: { unit: 'cells/kg BW' },
        doses: 1,
        count: '3',
        every: '2 d',
        route: 'intravenous',
        form: 'infusion',
      },
    ]);
  });

  test('the exponent of the dose is lost, so its value is unknown, and said to be', () => {
    const [activity, ...others] = loaded().trial.all('ActivityDefinition');
    expect(others).toEqual([]);
    const dose = activity?.dosage?.[0]?.doseAndRate?.[0]?.doseQuantity;
    expect(dose).not.toHaveProperty('value');
    expect(dose?._value?.extension).toContainEqual({
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueCode: 'unknown',
    });
  });

  test('the control group gets no cells', () => {
    expect(administrationsOf(loaded().trial, 'control group')).toEqual([]);
  });
});

describe('schedule', () => {
  const what = ['Respiratory markers', 'CRP levels', 'specific serum cytokines'];

  test('assessed four times, on days 0, 5, 10 and 17; from when the days are counted is not stated', () => {
    expect(assessmentsOf(loaded().trial)).toEqual([
      { when: 'day 0', what, relative: [] },
      { when: 'day 5', what, relative: [] },
      { when: 'day 10', what, relative: [] },
      { when: 'day 17', what, relative: [] },
    ]);
  });

  test('outcomes are those reported and those assessed; none is said to be primary', () => {
    expect(outcomesOf(loaded().trial).toSorted()).toEqual(
      [
        'SPO2/FIO2 ratio',
        'serum CRP levels',
        'IL-6',
        'IFN-g',
        'TNF-α',
        'IL-17 A',
        'TGF-B',
        'IL-1B',
        'IL-10',
        'CT scan images of patients',
        ...what,
      ].toSorted(),
    );
  });
});

describe('what there is, and what there is not', () => {
  searchTests(loaded);

  nothingElseTests(loaded, {
    chrome: [
      'MediFind',
      'Treatment Used',
      'Number of Patients',
      'Similar Latest Advances',
      'This study examined the safety',
      'treatment with mesenchymal stromal cells is safe',
      'Trial registration',
    ],
  });
});
