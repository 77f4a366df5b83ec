import { describe, expect, test } from 'vitest';
import type { SeedNumber } from './documents.ts';
import { type About, evidenceResource } from './evidence-facts.ts';
import { type Loaded, loadBeforeAll } from './loaded.ts';
import { atPath, checkFacts, checksOf, componentsOf } from './number-checks.ts';
import { addressOf, only } from './select.ts';
import type { Served } from './written.ts';

/** The check of this kind on the evidence about this, and what is stored where it points. */
const checked = async ({ client, trial }: Loaded, about: About, kind: string) => {
  const evidence = evidenceResource(trial, about);
  const found = only(
    (await checksOf(client, evidence)).filter(({ check }) => check === kind),
    kind,
  );
  return { ...found, judged: atPath(evidence, found.path ?? '') };
};

/** What the answer to the document says beside the resources. */
const warnings = ({ answer }: Loaded): readonly string[] => {
  const { issues } = answer.body as { issues?: Served<'OperationOutcome'> };
  return (issues?.issue ?? []).flatMap(({ details }) => (details?.text ?? '').split('\n'));
};

describe('000: two relative risks that do not follow from their counts', () => {
  const loaded = loadBeforeAll('000');
  const risk = (arm: string): About => ({
    section: 'Results',
    outcome: 'Mortality',
    exposure: `${arm} group`,
    reference: 'control group',
  });

  test.each([
    ['MSC alone', '3/11', '0.49', /^0\.818\d*$/],
    ['MSC plus EV', '0/8', '0.08', /^0\.163\d*$/],
  ])('%s: %s against 8/24 does not give %s', async (arm, counts, reported, recomputed) => {
    const found = await checked(loaded(), risk(arm), 'risk-ratio');
    expect(found).toMatchObject({
      verdict: 'inconsistent',
      path: 'Evidence.statistic[0].quantity',
      recomputed: expect.stringMatching(recomputed),
      judged: { value: reported },
    });
    for (const part of [counts, '8/24', reported]) expect(found.calculation).toContain(part);
  });

  test('the first one’s P = 0.08 does not follow from 0.49 (0.14 to 1.11), which gives 0.177', async () => {
    const found = await checked(loaded(), risk('MSC alone'), 'p-from-interval');
    expect(found).toMatchObject({
      verdict: 'inconsistent',
      path: 'Evidence.statistic[0].attributeEstimate[1].quantity',
      recomputed: expect.stringMatching(/^0\.17[67]\d*$/),
      judged: { value: '0.08' },
    });
    for (const part of ['0.49', '0.14 to 1.11', 'P = 0.08']) expect(found.calculation).toContain(part);
  });

  test('the second one’s P = 0.07 does follow from 0.08 (0.005 to 1.26)', async () => {
    const found = await checked(loaded(), risk('MSC plus EV'), 'p-from-interval');
    expect(found).toMatchObject({
      verdict: 'consistent',
      recomputed: expect.stringMatching(/^0\.073\d*$/),
      judged: { value: '0.07' },
    });
  });

  test.each(['MSC alone', 'MSC plus EV'])(
    '%s: neither does the interval follow from the counts',
    async (arm) => {
      const found = await checked(loaded(), risk(arm), 'interval');
      expect(found).toMatchObject({
        verdict: 'inconsistent',
        path: 'Evidence.statistic[0].attributeEstimate[0].range',
      });
    },
  );

  test('11, 8 and 24 make the 43', async () => {
    const all = only(
      loaded()
        .trial.all('Group')
        .filter(({ quantity }) => quantity === '43'),
      'group of 43',
    );
    expect(await checksOf(loaded().client, all)).toEqual([
      {
        check: 'total',
        verdict: 'consistent',
        path: 'Group.quantity',
        recomputed: '43',
        calculation: expect.stringMatching(/11, 8 and 24.*43/),
      },
    ]);
  });

  test('the P values of the cytokines cannot be verified: what is compared is not stated', async () => {
    for (const outcome of ['IL-6', 'TNF-α', 'IFN-γ', 'CRP']) {
      const about = { section: 'Results', outcome, exposure: 'MSC infusion' };
      expect((await checked(loaded(), about, 'p-value')).verdict).toBe('cannot-be-verified');
    }
  });

  test('what is inconsistent is found by a search: two results and no other', async () => {
    const { client, trial } = loaded();
    const found = await client.search('ArtifactAssessment', { verdict: 'inconsistent' });
    expect(
      found
        .map(({ artifactReference }) => artifactReference?.reference?.replace(/\/_history.*/, ''))
        .toSorted(),
    ).toEqual(
      ['MSC alone', 'MSC plus EV'].map((arm) => addressOf(evidenceResource(trial, risk(arm)))).toSorted(),
    );
  });

  test.each([
    /MSC alone group against control group.*3\/11 against 8\/24 .*not 0\.49/,
    /MSC plus EV group against control group.*0\/8 against 8\/24 .*not 0\.08/,
    /MSC alone group against control group.*0\.49 .*not P = 0\.08/,
  ])('the answer warns: %s', (line) => {
    expect(warnings(loaded())).toContainEqual(expect.stringMatching(line));
  });
});

describe('003: 5 against 0 of an unstated number', () => {
  const loaded = loadBeforeAll('003');
  const arms = { exposure: 'experimental arm', reference: 'placebo' };

  test('with P = 0.033 they are consistent under equal arms, and that these are assumed is said', async () => {
    const outcome = 'clinical improvement at day 7 in the WHO scale';
    const found = await checked(loaded(), { section: 'Results', outcome, time: '7 d', ...arms }, 'fisher');
    expect(found).toMatchObject({
      verdict: 'consistent',
      path: 'Evidence.statistic[0].attributeEstimate[0].quantity',
      recomputed: expect.stringMatching(/^0\.0325\d*$/),
      judged: { value: '0.033' },
    });
    expect(found.calculation).toMatch(/5\/10 against 0\/10/);
    expect(found.calculation).toMatch(/assum\w+ .*\b20\b.*1:1.*\b10\b/);
  });

  test('the P values of two times cannot be verified', async () => {
    for (const outcome of ['time to discontinuation of supplemental oxygen', 'hospital stay']) {
      const found = await checked(loaded(), { section: 'Results', outcome, ...arms }, 'p-value');
      expect(found.verdict, outcome).toBe('cannot-be-verified');
    }
  });
});

describe('004: percentages that fit, tests that were paired', () => {
  const loaded = loadBeforeAll('004');
  const survival = { section: 'Results', outcome: 'Survival' };

  test.each([
    ['28 d', '79.2', '19'],
    ['60 d', '70.8', '17'],
  ])('at %s, %s %% of 24 controls is %s of them', async (time, percent, affected) => {
    const about = { ...survival, time, exposure: 'matched control patients' };
    const found = await checked(loaded(), about, 'percentage');
    expect(found).toMatchObject({
      verdict: 'consistent',
      path: 'Evidence.statistic[0].quantity',
      recomputed: affected,
      judged: { value: percent },
    });
    expect(found.calculation).toContain(`${affected}/24`);
  });

  test.each([
    ['Survival', '28 d', '0.025'],
    ['Survival', '60 d', '0.0082'],
    ['D-dimer value', '7 d', '0.0085'],
  ])('%s at %s: P = %s cannot be verified, for the test was paired', async (outcome, time, p) => {
    const arms = { exposure: 'MSC group', reference: 'matched control patients' };
    const evidence = evidenceResource(loaded().trial, { section: 'Results', outcome, time, ...arms });
    const found = await checksOf(loaded().client, evidence);
    expect(found).toEqual([
      {
        check: 'p-value',
        verdict: 'cannot-be-verified',
        path: 'Evidence.statistic[0].attributeEstimate[0].quantity',
        calculation: expect.stringMatching(/paired/),
      },
    ]);
    expect(atPath(evidence, found[0]?.path ?? '')).toMatchObject({ value: p });
    expect(found[0]?.calculation).toContain(p);
  });
});

describe.each<[SeedNumber, boolean]>([
  ['000', true],
  ['001', false],
  ['002', false],
  ['003', false],
  ['004', false],
])('every assessment of %s', (number, warns) => {
  const loaded = loadBeforeAll(number);
  const assessments = () => loaded().client.search('ArtifactAssessment', {});

  test('names a version of a resource, and where in it the judged number stands', async () => {
    for (const assessment of await assessments()) {
      const reference = assessment.artifactReference?.reference ?? '';
      expect(reference).toMatch(/^(?:Evidence|Group)\/[^/]+\/_history\/1$/);
      const judged = await loaded().client.read(reference);
      const components = componentsOf(assessment);
      expect(components.length).toBeGreaterThan(0);
      for (const { path, calculation, verdict } of components.map(checkFacts)) {
        expect(atPath(judged, path ?? ''), `${reference} ${path}`).toBeDefined();
        expect(calculation).toMatch(/\d.*\.$/);
        expect(['consistent', 'inconsistent', 'cannot-be-verified']).toContain(verdict);
      }
    }
  });

  test('is the only one of what it judges', async () => {
    const judged = (await assessments()).map(({ artifactReference }) => artifactReference?.reference);
    expect(new Set(judged).size).toBe(judged.length);
  });

  test(`${warns ? 'makes a warning' : 'makes no warning'}: only what is inconsistent does`, async () => {
    const inconsistent = (await assessments())
      .flatMap(componentsOf)
      .map(checkFacts)
      .filter(({ verdict }) => verdict === 'inconsistent');
    expect(inconsistent.length > 0).toBe(warns);
    const lines = warnings(loaded());
    for (const { calculation } of inconsistent)
      expect(lines).toContainEqual(expect.stringContaining(calculation ?? ''));
    const rest = (await assessments()).flatMap(componentsOf).map(checkFacts);
    for (const { calculation, verdict } of rest)
      if (verdict !== 'inconsistent')
        expect(lines.filter((line) => line.includes(calculation ?? ''))).toEqual([]);
  });
});
