import { describe, expect, test } from 'vitest';
import { evidenceFacts, evidenceOf } from './evidence-facts.ts';
import { loadBeforeAll } from './loaded.ts';

const loaded = loadBeforeAll('001');

/** Whose results these are, the document does not say. */
const about = (outcome: string) => ({ section: 'Results', outcome, exposure: 'not stated' });

describe('serum cytokines', () => {
  test.each(['IL-6', 'IFN-g', 'TNF-α', 'IL-17 A'])('%s decreased, P < 0.05', (outcome) => {
    expect(evidenceOf(loaded().trial, about(outcome))).toEqual({
      direction: 'decreased',
      statistics: [{ 'P value': '< 0.05' }],
    });
  });

  test.each(['TGF-B', 'IL-1B', 'IL-10'])(
    '%s increased: significantly, in words, without a P value',
    (outcome) => {
      expect(evidenceOf(loaded().trial, about(outcome))).toEqual({
        direction: 'increased',
        assertion: expect.stringMatching(/^a significant increase in .* TGF-B, IL-1B and IL-10/),
      });
    },
  );
});

describe('other findings, in words', () => {
  test.each(['SPO2/FIO2 ratio', 'serum CRP levels'])('%s improved significantly', (outcome) => {
    expect(evidenceOf(loaded().trial, about(outcome))).toEqual({
      direction: 'improved',
      assertion: expect.stringMatching(/significant improvement in SPO2\/FIO2 ratio and serum CRP levels/),
    });
  });

  test('no significant change in CT images', () => {
    expect(evidenceOf(loaded().trial, about('CT scan images of patients'))).toEqual({
      direction: 'no-significant-difference',
      assertion: expect.stringMatching(
        /no significant changes were observed in CT scan images of patients during the study period/,
      ),
    });
  });

  test('no serious adverse effects after cell transplantations', () => {
    const harm = {
      section: 'Adverse events',
      outcome: 'serious adverse effects',
      exposure: 'cell transplantations',
    };
    expect(evidenceOf(loaded().trial, harm)).toEqual({
      assertion: expect.stringMatching(/no serious adverse effects/),
    });
  });
});

describe('all that is reported', () => {
  test('the three sentences of the authors’ own conclusion', () => {
    const conclusions = evidenceFacts(loaded().trial).filter(({ section }) => section === 'Conclusions');
    expect(conclusions.map(({ assertion }) => assertion)).toEqual([
      expect.stringMatching(/^Our obtained results demonstrated .* are a safe procedure\.$/),
      expect.stringMatching(/^In addition, this intervention is a hopeful approach .* functions\.$/),
      expect.stringMatching(/^Indeed, more clinical trials .* to confirm these results\.$/),
    ]);
  });

  test('ten results, one word on safety: nothing else is reported', () => {
    const sections = evidenceFacts(loaded().trial).map(({ section }) => section);
    expect(sections.filter((one) => one === 'Results')).toHaveLength(10);
    expect(sections.filter((one) => one === 'Adverse events')).toHaveLength(1);
    expect(sections).toHaveLength(14);
  });

  test('four P values and no other number; nothing is compared with the control group', () => {
    const facts = evidenceFacts(loaded().trial);
    expect(facts.flatMap(({ statistics = [] }) => statistics)).toHaveLength(4);
    expect(facts.filter(({ reference }) => reference)).toEqual([]);
  });

  test('whose results they are is marked as not stated, and no group is made up for them', () => {
    const results = evidenceFacts(loaded().trial).filter(({ section }) => section === 'Results');
    for (const { exposure } of results) expect(exposure).toEqual({ name: 'not stated' });
    for (const { variableDefinition } of loaded().trial.all('Evidence'))
      for (const { observed } of variableDefinition)
        expect(observed?.reference ?? '').not.toMatch(/^Group\//);
  });
});
