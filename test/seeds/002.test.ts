import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { seed } from './documents.ts';
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
  'Safety and long-term improvement of mesenchymal stromal cell infusion in critically COVID-19 patients: a randomized clinical trial';
const MSC = 'UC-MSC group';

const loaded = loadBeforeAll('002');

describe('what identifies the study', () => {
  test('no registry number is stated, and none is made up', () => {
    expect(loaded().trial.study).not.toHaveProperty('identifier');
    expect(JSON.stringify(loaded().trial.one('EvidenceReport').relatedIdentifier ?? [])).toBe('[]');
  });

  test('for want of a registry number and of a DOI, its id is the hash of the document', () => {
    expect(loaded().trial.study.id).toBe(createHash('sha256').update(seed('002')).digest('hex'));
  });

  test('the title is that of the article, not that of the page about it', () => {
    expect(loaded().trial.study.title).toBe(TITLE);
    expect(loaded().trial.study).not.toHaveProperty('label');
  });

  test('the paper, from its labelled lines: title, journal, one author of several; no year, no DOI', () => {
    expect(paperOf(loaded().trial)).toEqual({
      titles: [{ text: TITLE }],
      identifiers: [],
      published: [{ journal: 'Stem Cell Research & Therapy', identifiers: [], rest: [] }],
      authors: ['Carmen Lúcia Kuniyoshi Rebelatto'],
      allAuthors: false,
    });
  });

  test('that there is no registry number is said in the answer', () => {
    expect(loaded().answer.text).toContain('not stated: registry number');
  });
});

describe('design', () => {
  test('phase 1/2', () => {
    expect(concept(loaded().trial.study.phase)).toBe('phase-1-phase-2');
  });

  test('randomised, double blind, placebo controlled, one centre; interventional, as follows', () => {
    expect(designOf(loaded().trial)).toEqual([
      'SEVCO:01001 (derived)',
      'SEVCO:01003',
      'double-blind',
      'placebo-controlled',
      'single-centre',
    ]);
  });

  test('the condition is COVID-19', () => {
    expect(loaded().trial.study.condition?.map(({ text }) => text)).toEqual(['COVID-19']);
  });

  test('the objective is that of the investigators', () => {
    expect(loaded().trial.study.objective?.map(({ description }) => description)).toEqual([
      expect.stringMatching(/^investigate safety and long-term effectiveness of UC-MSCs .* reduction$/),
    ]);
  });

  test('who could take part', () => {
    expect(eligibilityOf(loaded().trial)).toEqual([
      {
        description:
          'invasive mechanical ventilation-critically ill people and coronavirus-infected people who needed intensive care surveillance',
        exclude: false,
      },
    ]);
  });

  test('seventeen were enrolled; how many were planned is not stated', () => {
    const { recruitment } = loaded().trial.study;
    expect(recruitment?.actualNumber).toBe('17');
    expect(recruitment).not.toHaveProperty('targetNumber');
  });

  test('period, state, sites and sponsors are not stated', () => {
    expect(Object.keys(loaded().trial.study).filter((name) => !name.startsWith('_'))).toEqual([
      'resourceType',
      'id',
      'meta',
      'text',
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
  test('cells, as follows from what is given, or placebo', () => {
    expect(armsOf(loaded().trial)).toEqual([
      { name: 'placebo', type: 'placebo-comparator', linkId: 'placebo', exposure: ['placebo'] },
      { name: MSC, type: 'experimental (derived)', linkId: 'uc-msc', exposure: [MSC] },
    ]);
  });

  test('11 got the cells and 6 the placebo, both as stated; how many were analysed is not stated', () => {
    const groups = loaded().trial.all('Group');
    const counted = groups.filter(({ quantity }) => quantity !== undefined);
    expect(counted.map(({ _quantity }) => derivationOf(_quantity))).toEqual(['stated', 'stated']);
    expect(groupsOf(loaded().trial).filter(({ quantity }) => quantity !== undefined)).toEqual([
      { name: 'placebo: treated', quantity: '6', membership: 'enumerated' },
      { name: `${MSC}: treated`, quantity: '11', membership: 'enumerated' },
    ]);
    expect(loaded().answer.text).toContain('not stated: number analysed');
  });

  test('each arm is an action of the protocol, under the same name and id', () => {
    expect(protocolArmsOf(loaded().trial)).toEqual([
      { id: 'placebo', linkId: 'placebo', title: 'placebo' },
      { id: 'uc-msc', linkId: 'uc-msc', title: MSC },
    ]);
  });

  test('the cells: 5 × 10⁵ per kg into a vein, three times, 48 hours apart', () => {
    expect(administrationsOf(loaded().trial, MSC)).toEqual([
      {
        words: '3 doses of 5 × 105 cells/kg mesenchymal stromal cells',
        agent: 'mesenchymal stromal cells',
        source: 'umbilical cord',
        doseWords: '5 × 105 cells/kg',
        dose: {
          value: '500000',
          unit: 'cells/kg',
          system: 'http://unitsofmeasure.org',
          code: '{cells}/kg',
        },
        doses: 1,
        count: '3',
        every: '48 h',
        route: 'intravenously',
      },
    ]);
  });

  test('the placebo has no dose, and no cells are given to its arm', () => {
    const given = administrationsOf(loaded().trial, 'placebo');
    expect(given).toBeDefined();
    expect(JSON.stringify(given)).not.toMatch(/cells|dose"/);
  });

  test('no care for everybody and no schedule of assessments is stated', () => {
    expect(careOf(loaded().trial)).toEqual([]);
    expect(assessmentsOf(loaded().trial)).toEqual([]);
  });
});

describe('outcomes', () => {
  test('the primary one is the safety of the infusion; no other is said to be primary or secondary', () => {
    const roles = outcomesOf(loaded().trial).filter((one) => /, (?:primary|secondary|exploratory)/.test(one));
    expect(roles).toEqual(['safety of UC-MSC infusion, primary']);
  });

  test.each([
    'participant recovery illustrated through viral load',
    'peripheral blood mononuclear cell determination of T cell populations',
    'blood tests',
    'plasma levels of inflammatory cytokines',
    'postacute sequelae decrease assessed by computed tomography scan',
    'biochemical markers',
  ])('among the others: %s', (words) => {
    expect(outcomesOf(loaded().trial).filter((one) => one.includes(words))).toHaveLength(1);
  });

  test('those reported have the time they were reported for', () => {
    expect(outcomesOf(loaded().trial).filter((one) => /, \d/.test(one))).toEqual([
      'ferritin, 14 d',
      'monocyte chemoattractant protein-1 (MCP1-CCL2), 14 d',
      'interleukin-6, 14 d',
      'D-dimer, 2 mo',
      'neutrophils, 2 mo',
      'reactive C-protein, 2 mo',
      'T lymphocytes (CD3, CD4), 2 mo',
      'natural killer lymphocytes, 2 mo',
      'extension of lung damage, 4 mo',
    ]);
  });
});

describe('what there is, and what there is not', () => {
  searchTests(loaded);

  nothingElseTests(loaded, {
    chrome: [
      'Medznat',
      'EN | RU',
      'Help Support',
      'Submit',
      'User Agreement',
      'personal data',
      'stromal_cells_infusion',
      'is safe to treat critically ill',
      'new?',
      'Source:',
      'et al.',
      'Comments',
      'Invalid Text',
      '1000 Something',
      'Hide Replies',
      'Try:',
    ],
  });
});
