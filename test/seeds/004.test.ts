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
  concept,
  designOf,
  eligibilityOf,
  groupsOf,
  outcomesOf,
  protocolArmsOf,
} from './study-facts.ts';

const TITLE =
  'Bone Marrow-Derived Mesenchymal Stromal Cell Therapy in Severe COVID-19: Preliminary Results of a Phase I/II Clinical Trial';
const MSC = 'MSC group';
const CONTROLS = 'matched control patients';
const loaded = loadBeforeAll('004');

describe('what identifies the study', () => {
  test('it has one identifier, the NCT number, without a date of registration', () => {
    const { identifier = [] } = loaded().trial.study;
    expect(identifier).toHaveLength(1);
    expect(identifier[0]).toMatchObject({
      use: 'official',
      system: 'https://clinicaltrials.gov',
      value: 'NCT04445454',
    });
    expect(identifier[0]).not.toHaveProperty('period');
  });

  test('the address of its registry record is not stated', () => {
    expect(loaded().trial.study.relatedArtifact?.map(({ type }) => type)).toEqual(['citation']);
  });

  test('the title, in one language', () => {
    expect(loaded().trial.study.title).toBe(TITLE);
    expect(loaded().trial.study).not.toHaveProperty('label');
  });

  test('the paper: title, DOI, journal with ISSN, publisher, year, eleven authors in order', () => {
    expect(paperOf(loaded().trial)).toEqual({
      titles: [{ text: TITLE }],
      identifiers: ['https://doi.org 10.3389/fimmu.2022.932360'],
      published: [
        {
          journal: 'Frontiers in Immunology',
          identifiers: ['https://portal.issn.org 1664-3224'],
          publisher: 'Frontiers Media SA',
          date: '2022',
          rest: [],
        },
      ],
      authors: [
        'Grégoire, Céline',
        'Layios, Nathalie',
        'Lambermont, Bernard',
        'Lechanteur, Chantal',
        'Briquet, Alexandra',
        'Bettonville, Virginie',
        'Baudoux, Etienne',
        'Thys, Marie',
        'Dardenne, Nadia',
        'Misset, Benoît',
        'Beguin, Yves',
      ],
    });
  });
});

describe('design', () => {
  test('phase 1/2', () => {
    expect(concept(loaded().trial.study.phase)).toBe('phase-1-phase-2');
  });

  test('with matched controls, hence not randomised; interventional, as follows from what is given', () => {
    expect(designOf(loaded().trial)).toEqual([
      'SEVCO:01001 (derived)',
      'SEVCO:01005 (derived)',
      'SEVCO:01014',
    ]);
  });

  test('patients were treated from June 2020 to September 2021', () => {
    const { period } = loaded().trial.study;
    expect([period?.start, period?.end]).toEqual(['2020-06', '2021-09']);
  });

  test('the condition is severe COVID-19; ARDS is of the background only', () => {
    expect(loaded().trial.study.condition?.map(({ text }) => text)).toEqual(['severe COVID-19']);
  });

  test('the objective is that of the authors', () => {
    expect(loaded().trial.study.objective?.map(({ description }) => description)).toEqual([
      expect.stringMatching(/^evaluate the safety and efficacy of 3 intravenous .* with severe COVID-19$/),
    ]);
  });

  test('eligible are patients with severe COVID-19', () => {
    expect(eligibilityOf(loaded().trial)).toEqual([
      { description: 'patients with severe COVID-19', exclude: false },
    ]);
  });

  test('nobody is said to be planned or enrolled: 8 were treated, 24 compared', () => {
    expect(Object.keys(loaded().trial.study.recruitment ?? {})).toEqual(['eligibility']);
  });

  test('masking, state, sites and sponsors are not stated', () => {
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
      'period',
      'recruitment',
      'comparisonGroup',
      'objective',
      'outcomeMeasure',
      'result',
    ]);
  });
});

describe('those treated and those compared with', () => {
  test('one arm of the trial, and external controls that have no arm and no enrolled group', () => {
    expect(armsOf(loaded().trial)).toEqual([
      {
        name: MSC,
        type: 'experimental (derived)',
        linkId: 'msc',
        description: 'intensive care unit patients requiring supplemental oxygen',
        exposure: [MSC],
      },
      { name: CONTROLS, type: 'external control (derived)', exposure: [CONTROLS] },
    ]);
  });

  test('no group of the study is one of people enrolled', () => {
    for (const group of loaded().trial.study.comparisonGroup ?? [])
      expect(group).not.toHaveProperty('observedGroup');
  });

  test('8 were treated and 24 compared; that the 8 were those looked at follows from it', () => {
    const groups = groupsOf(loaded().trial).toSorted((a, b) => `${a.name}`.localeCompare(`${b.name}`));
    expect(groups).toEqual([
      { name: 'matched control patients: analysed', quantity: '24', membership: 'enumerated' },
      { name: 'MSC group: observed', quantity: '8', membership: 'enumerated' },
      { name: 'MSC group: treated', quantity: '8', membership: 'enumerated' },
    ]);
    const derivations = loaded()
      .trial.all('Group')
      .map(({ name, _quantity }) => `${name} ${derivationOf(_quantity)}`);
    expect(derivations.toSorted()).toEqual([
      'MSC group: observed derived',
      'MSC group: treated stated',
      'matched control patients: analysed stated',
    ]);
  });

  test('the protocol has an action for the treated alone', () => {
    expect(protocolArmsOf(loaded().trial)).toEqual([{ id: 'msc', linkId: 'msc', title: MSC }]);
    expect(administrationsOf(loaded().trial, CONTROLS)).toBeUndefined();
  });

  test('three intravenous infusions of cells from bone marrow, three days apart; the dose is not stated', () => {
    expect(administrationsOf(loaded().trial, MSC)).toEqual([
      {
        words: '3 intravenous infusions of bone marrow (BM)-derived MSCs',
        agent: 'MSCs',
        source: 'bone marrow',
        count: '3',
        every: '3 d',
        route: 'intravenous',
        form: 'infusion',
      },
    ]);
    expect(loaded().trial.all('ActivityDefinition')).toHaveLength(1);
  });

  test('everybody received dexamethasone and standard supportive therapy', () => {
    expect(careOf(loaded().trial)).toEqual(['dexamethasone', 'standard supportive therapy']);
  });

  test('no assessment is scheduled', () => {
    expect(assessmentsOf(loaded().trial)).toEqual([]);
  });

  test('outcomes, with their times where they are stated; none is said to be primary', () => {
    expect(outcomesOf(loaded().trial).toSorted()).toEqual(
      [
        'Survival, 28 d',
        'Survival, 60 d',
        'D-dimer value, 7 d',
        'invasive mechanical ventilation',
        'extracorporeal membrane oxygenation',
        'favorable outcome',
        'need for mechanical ventilation',
        'number of invasive ventilation-free days',
        'high flow nasal oxygenation-free days',
        'oxygen support-free days',
        'ICU-free days',
      ].toSorted(),
    );
  });
});

describe('what there is, and what there is not', () => {
  searchTests(loaded);

  nothingElseTests(loaded, {
    chrome: [
      'Medientyp',
      'E-Artikel',
      'Beteiligte',
      'Erschienen',
      'Sprache',
      'Nicht zu entscheiden',
      'Entstehung',
      'Anmerkungen',
      'Beschreibung',
      'Zugangsstatus',
      'Freier Zugang',
      'jats:',
      'www.ClinicalTrials.gov',
    ],
  });
});
