import { describe, expect, test } from 'vitest';
import { evidenceFacts, evidenceOf } from './evidence-facts.ts';
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
const TEST = [{ text: 'paired statistical tests' }];

const loaded = loadBeforeAll('004', 'https://clinicaltrials.gov|NCT04445454');

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
      { name: 'MSC group: analysed', quantity: '8', membership: 'enumerated' },
      { name: 'MSC group: treated', quantity: '8', membership: 'enumerated' },
    ]);
    const derivations = loaded()
      .trial.all('Group')
      .map(({ name, _quantity }) => `${name} ${derivationOf(_quantity)}`);
    expect(derivations.toSorted()).toEqual([
      'MSC group: analysed derived',
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

const ofEight = (affected: string) => ({
  n: '8',
  statistics: [{ type: 'count', value: affected, affected, of: '8' }],
});

describe('breathing support: what was at entry and what came are two facts', () => {
  const atEntry = { section: 'Baseline', time: 'baseline', exposure: MSC };

  test('7 of 8 had high-flow nasal oxygen at entry', () => {
    const about = { ...atEntry, outcome: 'high-flow nasal oxygen' };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('7'));
  });

  test('1 of 8 was ventilated at entry', () => {
    const about = { ...atEntry, outcome: 'invasive mechanical ventilation' };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('1'));
  });

  test('3 of 8 required ventilation overall', () => {
    const about = { section: 'Results', outcome: 'invasive mechanical ventilation', exposure: MSC };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('3'));
  });

  test('1 of 8 required ECMO', () => {
    const about = { section: 'Results', outcome: 'extracorporeal membrane oxygenation', exposure: MSC };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('1'));
  });

  test('all had a favorable outcome, in words', () => {
    const about = { section: 'Results', outcome: 'favorable outcome', exposure: MSC };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      n: '8',
      assertion: 'all patients ultimately had a favorable outcome',
    });
  });
});

describe('survival', () => {
  const survival = { section: 'Results', outcome: 'Survival' };

  test.each([
    ['100 % of the treated at 28 days', '28 d', MSC, '100', '8'],
    ['79.2 % of the controls at 28 days', '28 d', CONTROLS, '79.2', '24'],
    ['100 % of the treated at 60 days', '60 d', MSC, '100', '8'],
    ['70.8 % of the controls at 60 days', '60 d', CONTROLS, '70.8', '24'],
  ])('%s', (_, time, exposure, value, of) => {
    expect(evidenceOf(loaded().trial, { ...survival, time, exposure })).toEqual({
      n: of,
      statistics: [{ type: 'proportion', value: `${value} %`, of }],
    });
  });

  test.each([
    ['28', '0.025'],
    ['60', '0.0082'],
  ])('higher in the treated at %s days, p = %s, by paired statistical tests in words', (days, p) => {
    const about = { ...survival, time: `${days} d`, exposure: MSC, reference: CONTROLS };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      n: '8',
      referenceN: '24',
      direction: 'higher',
      statistics: [{ 'P value': p, test: TEST }],
    });
  });

  test('since when the days are counted is not stated', () => {
    expect(evidenceFacts(loaded().trial).filter((fact) => 'event' in fact)).toEqual([]);
  });
});

describe('D-dimer on day 7', () => {
  const dDimer = { section: 'Results', outcome: 'D-dimer value', time: '7 d' };

  test.each([
    ['821.0 [362.0 to 1305.0] µg/L in the treated', MSC, '8', '821.0', '362.0', '1305.0'],
    ['3553 [1155.0 to 6433.5] µg/L in the controls', CONTROLS, '24', '3553', '1155.0', '6433.5'],
  ])('median and quartiles: %s', (_, exposure, of, median, low, high) => {
    expect(evidenceOf(loaded().trial, { ...dDimer, exposure })).toEqual({
      n: of,
      statistics: [
        {
          type: 'median',
          value: `${median} µg/L`,
          of,
          'interquartile range': `${low} µg/L to ${high} µg/L`,
        },
      ],
    });
  });

  test('its unit is coded in UCUM', () => {
    const quantities = loaded()
      .trial.all('Evidence')
      .flatMap(({ statistic = [] }) => statistic.map(({ quantity }) => quantity))
      .filter((quantity) => quantity?.unit === 'µg/L');
    expect(quantities.map((quantity) => `${quantity?.system} ${quantity?.code}`)).toEqual([
      'http://unitsofmeasure.org ug/L',
      'http://unitsofmeasure.org ug/L',
    ]);
  });

  test('lower in the treated, p = 0.0085, by paired statistical tests in words', () => {
    expect(evidenceOf(loaded().trial, { ...dDimer, exposure: MSC, reference: CONTROLS })).toEqual({
      n: '8',
      referenceN: '24',
      direction: 'lower',
      statistics: [{ 'P value': '0.0085', test: TEST }],
    });
  });
});

describe('no significant difference', () => {
  test.each([
    'need for mechanical ventilation',
    'number of invasive ventilation-free days',
    'high flow nasal oxygenation-free days',
    'oxygen support-free days',
    'ICU-free days',
  ])('in %s, in words and without a number', (outcome) => {
    const about = { section: 'Results', outcome, exposure: MSC, reference: CONTROLS };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      n: '8',
      referenceN: '24',
      direction: 'no-significant-difference',
      assertion: expect.stringMatching(
        /^no significant difference was observed in the need for .* ICU-free days\.?$/,
      ),
    });
  });

  test('these are five', () => {
    const none = evidenceFacts(loaded().trial).filter(
      ({ direction }) => direction === 'no-significant-difference',
    );
    expect(none).toHaveLength(5);
  });
});

describe('harms', () => {
  test('1 of 8 had an ischemic stroke', () => {
    const outcome = 'ischemic stroke related to aortic endocarditis';
    const about = { section: 'Adverse events', outcome, exposure: MSC };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('1'));
  });

  test.each([
    ['adverse effect related to MSC infusions', 'no adverse effect related to MSC infusions were reported'],
    ['well tolerated', 'MSC infusions were well tolerated'],
  ])('%s: in words, without a number', (outcome, assertion) => {
    const about = { section: 'Adverse events', outcome, exposure: 'MSC infusions' };
    expect(evidenceOf(loaded().trial, about)).toEqual({ assertion });
  });
});

describe('what there is, and what there is not', () => {
  test('the two conclusions', () => {
    const conclusions = evidenceFacts(loaded().trial).filter(({ section }) => section === 'Conclusions');
    expect(conclusions).toEqual([
      {
        section: 'Conclusions',
        assertion: expect.stringMatching(
          /^BM-MSC therapy is safe .* compared to matched control patients\.$/,
        ),
      },
      {
        section: 'Conclusions',
        assertion: expect.stringMatching(/^These observations need to be confirmed .* in COVID-19 ARDS\.$/),
      },
    ]);
  });

  test('nothing else is reported', () => {
    const sections = evidenceFacts(loaded().trial).map(({ section }) => section);
    expect(sections.filter((one) => one === 'Baseline')).toHaveLength(2);
    expect(sections.filter((one) => one === 'Results')).toHaveLength(17);
    expect(sections.filter((one) => one === 'Adverse events')).toHaveLength(3);
    expect(sections.filter((one) => one === 'Conclusions')).toHaveLength(2);
    expect(sections).toHaveLength(24);
  });

  test('8 of those looked at is derived from those treated, in every result but those at entry', () => {
    const counts = loaded()
      .trial.all('Evidence')
      .flatMap(({ title, statistic = [] }) => statistic.map(({ sampleSize }) => ({ title, sampleSize })))
      .filter(({ title, sampleSize }) => sampleSize?.knownDataCount === '8' && !title?.includes('baseline'));
    expect(counts).toHaveLength(6);
    for (const { sampleSize } of counts) expect(derivationOf(sampleSize?._knownDataCount)).toBe('derived');
  });

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
