import { type Analysis, analysisOf } from './analysis.ts';
import { exactly, overlap } from './bounds.ts';
import { chiSquaredP, yatesP } from './chi-squared.ts';
import { enumeration, figure, probability } from './figures.ts';
import { fisherTest } from './fisher.ts';
import { judge, type Outcome } from './judge.ts';
import type { ReportedP } from './p-value.ts';
import type { Statistic } from './statistic.ts';
import type { Readings } from './tables.ts';
import { type TwoByTwo, tableText } from './two-by-two.ts';
import { type CheckCode, cannotVerify, type Judgement } from './verdict.ts';

interface Test {
  readonly code: 'fisher' | 'chi-squared';
  readonly p: number;
  readonly how: string;
}

const tests = (table: TwoByTwo, twoSided: number): readonly Test[] =>
  [
    { code: 'fisher', p: twoSided, how: "by Fisher's exact test" } as const,
    { code: 'chi-squared', p: chiSquaredP(table), how: 'by the chi-squared test' } as const,
    {
      code: 'chi-squared',
      p: yatesP(table),
      how: "by the chi-squared test with Yates's correction",
    } as const,
  ].filter(({ p }) => Number.isFinite(p));

/** Why a P value is not one that counts by group give. */
const whyNot = ({ paired, oneSided, adjusted, test, kind }: Analysis): string | undefined => {
  const named = `(“${test}”)`;
  if (paired)
    return `it is from a paired or matched test ${named}, and who was paired with whom is not known`;
  if (oneSided) return `it is from a one-sided test ${named}`;
  if (adjusted) return `it is from an adjusted analysis ${named}`;
  return kind === 'other' ? `the test named ${named} is not one of counts` : undefined;
};

const outcome =
  (p: ReportedP, kind: Analysis['kind']) =>
  (table: TwoByTwo): Outcome => {
    const { twoSided, oneSided } = fisherTest(table);
    const found = tests(table, twoSided).filter(({ code }) => kind === undefined || code === kind);
    const fit = found.find((test) => overlap(exactly(test.p), p.bounds));
    const shown = fit ? [fit] : found;
    const values = enumeration(shown.map((test) => `P ${probability(test.p, p.digits)} ${test.how}`));
    const oneSidedFits = overlap(exactly(oneSided), p.bounds);
    return {
      fits: fit !== undefined,
      calculation: `${tableText(table)} gives ${values === '' ? 'no P value' : values}`,
      recomputed: shown[0] && figure(shown[0].p, p.digits),
      ...(fit && { code: fit.code }),
      hint: oneSidedFits ? `One-sided, Fisher's exact test gives P ${probability(oneSided)}.` : undefined,
    };
  };

/** Compares a P value with those of the tests of its groups' counts; any of them will do unless one is named. */
export const pFromCounts = (statistic: Statistic, p: ReportedP, readings: Readings): Judgement => {
  const analysis = analysisOf(statistic);
  const reason = whyNot(analysis);
  if (reason !== undefined) return cannotVerify('p-value', `${p.text} cannot be recomputed: ${reason}.`);
  const code: CheckCode =
    'missing' in readings ? 'p-value' : analysis.kind === 'chi-squared' ? 'chi-squared' : 'fisher';
  return judge(code, p.text, readings, outcome(p, analysis.kind));
};
