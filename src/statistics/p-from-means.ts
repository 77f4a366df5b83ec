import { type Analysis, notOfNoDifference } from './analysis.ts';
import { overlap } from './bounds.ts';
import { enumeration, figure, stretch } from './figures.ts';
import { judge, type Outcome } from './judge.ts';
import type { ReportedP } from './reported-p.ts';
import type { Subject } from './subject.ts';
import { meanP, meanTests } from './t-test.ts';
import { meansText, type TwoMeans } from './two-means.ts';
import { cannotVerify, type Judgement } from './verdict.ts';

/** Why a P value is not one that means by group give. */
const whyNot = (analysis: Analysis): string | undefined => {
  const { test, kind } = analysis;
  const ofMeans = kind === undefined || kind === 't-test';
  return (
    notOfNoDifference(analysis) ?? (ofMeans ? undefined : `the test named (“${test}”) is not one of means`)
  );
};

const outcome =
  (p: ReportedP) =>
  (table: TwoMeans): Outcome => {
    const found = meanTests(table).map((test) => ({ name: test.name, bounds: meanP(test, table) }));
    const fit = found.find(({ bounds }) => overlap(bounds, p.bounds));
    const shown = fit ? [fit] : found;
    const values = enumeration(shown.map(({ name, bounds }) => `P from ${stretch(bounds)} by ${name}`));
    return {
      fits: found.length === 0 ? undefined : fit !== undefined,
      calculation: `${meansText(table)} gives ${values === '' ? 'no P value' : values}, within rounding`,
      recomputed: shown[0] && figure((shown[0].bounds.low + shown[0].bounds.high) / 2, p.digits),
    };
  };

/** Compares a P value with those of the t tests of its groups' means. */
export const pFromMeans = ({ analysis, means }: Subject, p: ReportedP): Judgement => {
  const said = analysis();
  const missing = whyNot(said);
  if (missing !== undefined) return judge('p-value', p.text, { missing }, outcome(p));
  const found = judge('t-test', p.text, means(), outcome(p));
  return found.verdict === 'inconsistent' && said.kind === undefined
    ? { ...found, ...cannotVerify('t-test', `${found.text} But which test it is from is not said.`) }
    : found;
};
