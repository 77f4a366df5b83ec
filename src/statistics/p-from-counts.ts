import { type Analysis, notOfNoDifference } from './analysis.ts';
import { exactly, overlap } from './bounds.ts';
import { COUNT_TESTS } from './count-tests.ts';
import { enumeration, figure, probability } from './figures.ts';
import { fisherTest } from './fisher.ts';
import { judge, type Outcome } from './judge.ts';
import type { ReportedP } from './reported-p.ts';
import type { Subject } from './subject.ts';
import { type TwoByTwo, tableText } from './two-by-two.ts';
import type { Judgement } from './verdict.ts';

/** Why a P value is not one that counts by group give. */
const whyNot = (analysis: Analysis): string | undefined => {
  const { test, kind } = analysis;
  const ofCounts = kind === undefined || kind === 'fisher' || kind === 'chi-squared';
  return (
    notOfNoDifference(analysis) ?? (ofCounts ? undefined : `the test named (“${test}”) is not one of counts`)
  );
};

const outcome =
  (p: ReportedP, kind: Analysis['kind']) =>
  (table: TwoByTwo): Outcome => {
    const found = COUNT_TESTS.filter(({ code }) => kind === undefined || code === kind)
      .map((test) => ({ ...test, p: test.p(table) }))
      .filter((test) => Number.isFinite(test.p));
    const fit = found.find((test) => overlap(exactly(test.p), p.bounds));
    const shown = fit ? [fit] : found;
    const values = enumeration(shown.map((test) => `P ${probability(test.p, p.digits)} ${test.how}`));
    const { oneSided } = fisherTest(table);
    return {
      fits: found.length === 0 ? undefined : fit !== undefined,
      calculation: `${tableText(table)} gives ${values === '' ? 'no P value' : values}`,
      recomputed: shown[0] && figure(shown[0].p, p.digits),
      ...(fit && { code: fit.code }),
      hint: overlap(exactly(oneSided), p.bounds)
        ? `One-sided, Fisher's exact test gives P ${probability(oneSided)}.`
        : undefined,
    };
  };

/** Compares a P value with those of the tests of its groups' counts; any of them will do unless one is named. */
export const pFromCounts = ({ analysis, counts }: Subject, p: ReportedP): Judgement => {
  const said = analysis();
  const found = counts();
  const missing = 'missing' in found ? found.missing : whyNot(said);
  if (missing !== undefined) return judge('p-value', p.text, { missing }, outcome(p, said.kind));
  return judge(said.kind === 'chi-squared' ? 'chi-squared' : 'fisher', p.text, found, outcome(p, said.kind));
};
