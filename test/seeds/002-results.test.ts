import { describe, expect, test } from 'vitest';
import { evidenceFacts } from './evidence-facts.ts';
import { loadBeforeAll } from './loaded.ts';
import { only } from './select.ts';

const MSC = 'UC-MSC group';
const NOT_STATED = 'not stated';

const loaded = loadBeforeAll('002');

const results = () => evidenceFacts(loaded().trial).filter(({ section }) => section === 'Results');

describe('findings by time point, each in words alone', () => {
  test.each([
    ['14 d', 'ferritin', MSC, 'decreased', /^A decline in the levels of ferritin, .* and interleukin-6/],
    [
      '14 d',
      'monocyte chemoattractant protein-1 (MCP1-CCL2)',
      MSC,
      'decreased',
      /^A decline .* interleukin-6/,
    ],
    ['14 d', 'interleukin-6', MSC, 'decreased', /^A decline in the levels of .* interleukin-6/],
    ['2 mo', 'D-dimer', NOT_STATED, 'decreased', /^a drop in the levels of D-dimer, .* reactive C-protein/],
    ['2 mo', 'neutrophils', NOT_STATED, 'decreased', /^a drop in the levels of D-dimer, neutrophils, and/],
    ['2 mo', 'reactive C-protein', NOT_STATED, 'decreased', /^a drop .* reactive C-protein/],
    ['2 mo', 'T lymphocytes (CD3, CD4)', NOT_STATED, 'increased', /^a rise in the numbers of T lymphocytes/],
    ['2 mo', 'natural killer lymphocytes', NOT_STATED, 'increased', /^a rise .* natural killer lymphocytes/],
    [
      '4 mo',
      'extension of lung damage',
      NOT_STATED,
      'decreased',
      /a reduction in extension of lung damage was noted/,
    ],
  ])('at %s: %s, in %s, %s', (time, outcome, exposure, direction, words) => {
    const found = only(
      results().filter((one) => one.outcome === outcome && one.time === time),
      outcome,
    );
    expect(found).toMatchObject({
      exposure: { name: exposure },
      direction,
      assertion: expect.stringMatching(words),
    });
    expect(found).not.toHaveProperty('statistics');
    expect(found).not.toHaveProperty('reference');
  });

  test('until the end of follow-up: the improvement in all parameters was maintained', () => {
    const found = only(
      results().filter(({ outcome }) => outcome === 'all the evaluated parameters'),
      'all the evaluated parameters',
    );
    expect(found).toMatchObject({
      exposure: { name: NOT_STATED },
      direction: 'improved',
      assertion: expect.stringMatching(
        /an improvement in all the evaluated parameters was found to be maintained/,
      ),
    });
    expect(`${found.time} ${found.assertion}`).toMatch(/until the end of participant follow-up/i);
    expect(found).not.toHaveProperty('statistics');
  });

  test('since when the days and months are counted is not stated', () => {
    expect(results().filter((fact) => 'event' in fact)).toEqual([]);
  });
});

describe('all that is reported', () => {
  test('no P value and no other statistic anywhere', () => {
    for (const evidence of loaded().trial.all('Evidence')) expect(evidence).not.toHaveProperty('statistic');
  });

  test('no number of the findings is checked, for there is none', async () => {
    const assessments = await loaded().client.search('ArtifactAssessment', {});
    expect(
      assessments.filter(({ artifactReference }) => artifactReference?.reference?.startsWith('Evidence/')),
    ).toEqual([]);
  });

  test('that it is safe and may be used, in words', () => {
    const conclusions = evidenceFacts(loaded().trial)
      .filter(({ section }) => section === 'Conclusions')
      .map(({ assertion }) => assertion);
    expect(conclusions).toContainEqual(
      expect.stringMatching(/^For critically ill COVID-19 people, .* as adjunctive therapy\.$/),
    );
    expect(conclusions).toContainEqual(
      expect.stringMatching(/^The favorable long-term safety and efficacy results suggest .* SARS-CoV-2\.$/),
    );
  });

  test('ten findings, no harm, nothing in a section of its own', () => {
    const sections = evidenceFacts(loaded().trial).map(({ section }) => section);
    expect(sections.filter((one) => one === 'Results')).toHaveLength(10);
    expect(sections.filter((one) => one !== 'Results' && one !== 'Conclusions')).toEqual([]);
  });
});
