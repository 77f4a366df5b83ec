import { describe, expect, test } from 'vitest';
import { metafor } from '../../src/export/results/metafor.ts';
import { revman } from '../../src/export/results/revman.ts';
import { abstractPage } from '../rest/documents.ts';
import { API_STUDY } from '../sources/clinicaltrials-gov/studies.ts';
import { studyOf } from './study.ts';

/** The rows of a table by the names of its columns; no field here is quoted. */
const rowsOf = (text: string) => {
  const [columns = '', ...lines] = text.trimEnd().split('\r\n');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(
      columns
        .split(',')
        .map((name, at) => [name, fields[at] ?? ''] as const)
        .filter(([, value]) => value !== ''),
    );
  });
};

const record = studyOf(JSON.stringify(API_STUDY));
const paper = studyOf(abstractPage());

describe('Results for metafor', () => {
  test('have counts of two groups, and the rest of each, with the control second', () => {
    expect(rowsOf(metafor(paper).text)).toContainEqual({
      study: 'NCT99999901',
      outcome: 'Mortality',
      group1: 'low dose group',
      group2: 'control group',
      ai: '2',
      bi: '7',
      ci: '5',
      di: '9',
      n1i: '9',
      n2i: '14',
    });
  });

  test('have a ratio as it was written, to be taken as its logarithm', () => {
    expect(rowsOf(metafor(paper).text)).toContainEqual({
      study: 'NCT99999901',
      outcome: 'Mortality',
      group1: 'low dose group',
      group2: 'control group',
      measure: 'RR',
      transf: 'log',
      out: '0.40',
      'ci.lb': '0.09',
      'ci.ub': '1.70',
      level: '0.95',
      pval: '0.21',
    });
  });

  test('have a difference with its standard error', () => {
    expect(rowsOf(metafor(record).text)).toContainEqual(
      expect.objectContaining({ measure: 'MD', yi: '-0.90', sei: '0.3', 'ci.lb': '-1.5', pval: '<0.001' }),
    );
  });
});

test('Results for RevMan have the same under its names', () => {
  expect(rowsOf(revman(paper).text)).toContainEqual({
    Study: 'NCT99999901',
    'Analysis name': 'Mortality',
    'Experimental intervention': 'low dose group',
    'Control intervention': 'control group',
    'Experimental cases': '2',
    'Experimental N': '9',
    'Control cases': '5',
    'Control N': '14',
  });
  expect(rowsOf(revman(record).text)).toContainEqual(
    expect.objectContaining({ 'Effect measure': 'MD', 'GIV Mean': '-0.90', 'GIV SE': '0.3' }),
  );
});

test('A study without results is a table without rows', () => {
  const { resultsSection: _, ...protocol } = API_STUDY;
  expect(
    metafor(studyOf(JSON.stringify(protocol)))
      .text.trimEnd()
      .split('\r\n').length,
  ).toBe(1);
});
