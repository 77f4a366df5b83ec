import { describe, expect, test } from 'vitest';
import { loadBeforeAll } from './loaded.ts';
import { derivationOf } from './mark.ts';
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

const TITLE =
  'Allogenic mesenchymal stromal cells and their extracellular vesicles in COVID-19 induced ARDS: a randomized controlled trial';
const TRANSLATED = '异体间充质干细胞及其细胞外囊泡在 COVID-19 诱发的 ARDS 中的应用:一项随机对照试验';
const DOSE = { value: '100000000', unit: 'cells', system: 'http://unitsofmeasure.org', code: '{cells}' };

const loaded = loadBeforeAll('000');

describe('what identifies the study', () => {
  test('it has one identifier, the IRCT number, with the date of registration', () => {
    const { identifier = [] } = loaded().trial.study;
    expect(identifier).toHaveLength(1);
    expect(identifier[0]).toMatchObject({
      use: 'official',
      system: 'https://www.irct.ir',
      value: 'IRCT20200217046526N2',
      period: { start: '2020-04-13' },
    });
    expect(identifier[0]?.period?.end).toBeUndefined();
  });

  test('the address of the registry record is kept', () => {
    const records = (loaded().trial.study.relatedArtifact ?? []).filter(
      ({ type }) => type === 'documentation',
    );
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      label: 'Registry record',
      document: { url: 'http://www.irct.ir/trial/47073' },
    });
  });

  test('the title is the English one', () => {
    expect(loaded().trial.study.title).toBe(TITLE);
  });

  test('the Chinese title is a label in another language', () => {
    const { label = [] } = loaded().trial.study;
    expect(label).toHaveLength(1);
    expect(label[0]).toMatchObject({
      type: { coding: [{ system: 'http://hl7.org/fhir/title-type', code: 'language' }] },
      value: TRANSLATED,
    });
  });

  test('the paper has two titles; its authors, journal, year and identifiers are not stated', () => {
    expect(paperOf(loaded().trial)).toEqual({
      titles: [{ text: TITLE }, { text: TRANSLATED, language: 'zh' }],
      identifiers: [],
      published: [],
      authors: [],
    });
  });
});

describe('design', () => {
  test('randomised in blocks; interventional, as follows from what is given; masking is not stated', () => {
    expect(designOf(loaded().trial)).toEqual(['SEVCO:01001 (derived)', 'SEVCO:01003', 'SEVCO:01008']);
  });

  test('conditions are COVID-19 and ARDS', () => {
    expect(loaded().trial.study.condition?.map(({ text }) => text)).toEqual(['COVID-19', 'ARDS']);
  });

  test('the objective is that of the authors', () => {
    expect(loaded().trial.study.objective?.map(({ description }) => description)).toEqual([
      expect.stringMatching(/^evaluate the safety and efficacy of therapy .* in COVID-19 patients$/),
    ]);
  });

  test('eligible are COVID-19 patients with ARDS', () => {
    expect(eligibilityOf(loaded().trial)).toEqual([
      { description: 'COVID-19 patients with ARDS', exclude: false },
    ]);
  });

  test('nobody is said to be planned or enrolled: 43 is a number analysed', () => {
    const { recruitment } = loaded().trial.study;
    expect(Object.keys(recruitment ?? {})).toEqual(['eligibility']);
  });

  test('phase, period, state, sites and sponsors are not stated', () => {
    expect(Object.keys(loaded().trial.study).filter((name) => !name.startsWith('_'))).toEqual([
      'resourceType',
      'id',
      'meta',
      'text',
      'identifier',
      'title',
      'label',
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
  test('there are three: two that get something, as follows from what is given, and a control group', () => {
    expect(armsOf(loaded().trial)).toEqual([
      {
        name: 'MSC alone group',
        type: 'experimental (derived)',
        linkId: 'msc-alone',
        exposure: ['MSC alone group'],
      },
      {
        name: 'MSC plus EV group',
        type: 'experimental (derived)',
        linkId: 'msc-plus-ev',
        exposure: ['MSC plus EV group'],
      },
      { name: 'control group', type: 'control group', linkId: 'control', exposure: ['control group'] },
    ]);
  });

  test('43 were analysed: 11, 8 and 24; all four numbers are stated', () => {
    expect(groupsOf(loaded().trial)).toEqual([
      { name: 'all participants: analysed', quantity: '43', membership: 'enumerated' },
      { name: 'MSC alone group: analysed', quantity: '11', membership: 'enumerated' },
      { name: 'MSC plus EV group: analysed', quantity: '8', membership: 'enumerated' },
      { name: 'control group: analysed', quantity: '24', membership: 'enumerated' },
    ]);
    const derivations = loaded()
      .trial.all('Group')
      .map(({ _quantity }) => derivationOf(_quantity));
    expect(derivations).toEqual(['stated', 'stated', 'stated', 'stated']);
  });

  test('each arm is an action of the protocol, under the same name and id', () => {
    expect(protocolArmsOf(loaded().trial)).toEqual([
      { id: 'msc-alone', linkId: 'msc-alone', title: 'MSC alone group' },
      { id: 'msc-plus-ev', linkId: 'msc-plus-ev', title: 'MSC plus EV group' },
      { id: 'control', linkId: 'control', title: 'control group' },
    ]);
  });

  test('MSC alone: 10⁸ cells, twice', () => {
    expect(administrationsOf(loaded().trial, 'MSC alone group')).toEqual([
      {
        words: 'two consecutive injections of MSCs (100 × 10(6) cells)',
        agent: 'MSCs',
        doseWords: '100 × 10(6) cells',
        dose: DOSE,
        doses: 1,
        count: '2',
        form: 'injection',
      },
    ]);
  });

  test('MSC plus EV: 10⁸ cells once, and after it vesicles without a dose', () => {
    expect(administrationsOf(loaded().trial, 'MSC plus EV group')).toEqual([
      {
        words: 'one dose of MSCs (100 × 10(6) cells)',
        agent: 'MSCs',
        doseWords: '100 × 10(6) cells',
        dose: DOSE,
        doses: 1,
        count: '1',
      },
      {
        words: 'one dose of MSC-derived extracellular vesicles (EVs)',
        agent: 'extracellular vesicles (EVs)',
        source: 'MSC',
        count: '1',
        after: ['after one dose of MSCs (100 × 10(6) cells)'],
      },
    ]);
  });

  test('the control group gets nothing of its own', () => {
    expect(administrationsOf(loaded().trial, 'control group')).toEqual([]);
  });

  test('the administrations say no more than this: no route, no interval, no source of the cells', () => {
    const activities = loaded().trial.all('ActivityDefinition');
    expect(activities).toHaveLength(3);
    for (const { dosage, ...activity } of activities) {
      expect(activity).not.toHaveProperty('timingTiming');
      expect(activity).not.toHaveProperty('quantity');
      expect(dosage?.[0]).not.toHaveProperty('route');
      expect(Object.keys(dosage?.[0]?.timing?.repeat ?? {})).toEqual(['count', '_count']);
    }
  });

  test('everybody received recommended treatment', () => {
    expect(careOf(loaded().trial)).toEqual([
      'recommended treatment based on guidelines from the national advisory committee for COVID-19 pandemic',
    ]);
  });
});

describe('schedule', () => {
  const what = ['clinical symptoms', 'laboratory parameters', 'inflammatory markers'];

  test('there are two assessments', () => {
    expect(assessmentsOf(loaded().trial).map(({ when }) => when)).toEqual([
      'at baseline',
      '48 h after the second intervention',
    ]);
  });

  test('at baseline, before what any arm is given', () => {
    expect(assessmentsOf(loaded().trial)[0]).toEqual({
      when: 'at baseline',
      what,
      relative: ['before MSC alone group', 'before MSC plus EV group', 'before control group'],
    });
  });

  test('48 hours after the second intervention: the second injection of one arm, the vesicles of the other', () => {
    expect(assessmentsOf(loaded().trial)[1]).toEqual({
      when: '48 h after the second intervention',
      what,
      relative: [
        '48 h after two consecutive injections of MSCs (100 × 10(6) cells)',
        '48 h after one dose of MSC-derived extracellular vesicles (EVs)',
      ],
    });
  });

  test('outcomes are those reported and those assessed; none is said to be primary', () => {
    expect(outcomesOf(loaded().trial).toSorted()).toEqual(
      ['Mortality', 'IL-6', 'TNF-α', 'IFN-γ', 'CRP', ...what].toSorted(),
    );
  });
});

describe('what there is, and what there is not', () => {
  searchTests(loaded);

  nothingElseTests(loaded, {
    chrome: ['特别声明', '阅读', '生知库', 'biocloudy', '侵权', '授权', 'BACKGROUND AND AIMS', 'CONCLUSION:'],
    translation: TRANSLATED,
  });
});
