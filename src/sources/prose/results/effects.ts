import { type Fact, NOT_STATED } from '../../../model/fact.ts';
import type { ComparisonResult, Finding, Result } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { groupMentionsIn } from '../group-mention.ts';
import type { EstimateStatistic } from '../statistic/statistic.ts';
import { statisticsIn } from '../statistic/statistics-in.ts';
import type { ClaimSides } from './claim-sides.ts';
import { timeOf } from './claimed.ts';
import { withDirections } from './derived-direction.ts';
import { ownOutcome, sentenceOutcome } from './effect-outcome.ts';
import { effectSides } from './effect-sides.ts';
import { masked } from './masked.ts';
import { outcomeKey, type Setting, type Statement } from './statement.ts';

type Estimated = Pick<ComparisonResult, 'estimate' | 'unit' | 'interval' | 'pValue' | 'adjusted'>;

const spanOf = ({ spans: [span] }: Fact<unknown>): number => span.offset;

/** Whether what a result says in words or by a P value may be what an estimate puts into a number. */
const takesEstimate = (result: Result, effect: EstimateStatistic): boolean => {
  if (result.kind === 'finding') return result.direction !== NOT_STATED;
  return (
    result.kind === 'comparison' &&
    result.estimate === NOT_STATED &&
    (result.pValue === NOT_STATED ||
      effect.pValue === NOT_STATED ||
      spanOf(result.pValue) === spanOf(effect.pValue))
  );
};

/** A result in words with the number that estimates it, and with the groups of the estimate where the words name none. */
const withEstimate = (
  result: ComparisonResult | Finding,
  estimated: Estimated,
  sides: ClaimSides,
): ComparisonResult => {
  const compared = result.kind === 'comparison' ? result : undefined;
  const exposure = result.kind === 'comparison' ? result.exposure : result.subject;
  const isKnown = exposure.kind === 'arm' || exposure.kind === 'treatment';
  const { outcome, timePoint, sentence, direction } = result;
  return {
    outcome,
    timePoint,
    sentence,
    kind: 'comparison',
    exposure: isKnown ? exposure : sides.subject,
    reference: isKnown ? result.reference : sides.reference,
    direction,
    test: compared?.test ?? NOT_STATED,
    ...estimated,
    pValue: estimated.pValue === NOT_STATED ? (compared?.pValue ?? NOT_STATED) : estimated.pValue,
  };
};

/** The statement with an estimate in the place of the result in words that it puts into a number. */
const hosting = (
  host: Statement,
  effect: EstimateStatistic,
  estimated: Estimated,
  sides: ClaimSides,
): Statement => {
  const of = host.results.find((result) => takesEstimate(result, effect));
  return {
    ...host,
    results: host.results.map((result) =>
      result === of && result.kind !== 'group' ? withEstimate(result, estimated, sides) : result,
    ),
  };
};

/** Estimates under one name are of several outcomes, groups or parts of groups that only a list tells: none is taken. */
const distinct = (effects: readonly EstimateStatistic[]): readonly EstimateStatistic[] => {
  const named = Map.groupBy(effects, ({ name }) => name.from);
  return effects.filter(({ name }) => named.get(name.from)?.length === 1);
};

/** Each effect that a sentence estimates, joined to what the sentence says of the same outcome in words, if it does. */
export const withEffects = (
  told: readonly Statement[],
  sentence: Passage,
  setting: Setting,
): readonly Statement[] => {
  const effects = distinct(statisticsIn(sentence).filter((statistic) => statistic.kind === 'estimate'));
  if (effects.length === 0) return told;
  const text = masked(sentence.text, groupMentionsIn(sentence.text, setting.names));
  const statements = [...told];
  for (const effect of effects) {
    const estimated: Estimated = {
      estimate: effect.estimate,
      interval: effect.interval,
      pValue: effect.pValue,
      ...(effect.unit !== NOT_STATED && { unit: effect.unit }),
      ...(effect.adjusted && {
        adjusted: sentence.fact(effect.name.from, effect.name.to, effect.name.text),
      }),
    };
    const sides = effectSides(sentence, effect, effects.length > 1, setting);
    const outcome =
      ownOutcome(sentence, text, effect) ??
      told.at(-1)?.outcome ??
      sentenceOutcome(sentence, text, effect) ??
      sentence.fact(effect.name.from, effect.name.to, effect.name.text);
    const key = outcomeKey(outcome.value, 'effect');
    const host = statements.findIndex(
      (statement) =>
        outcomeKey(statement.outcome.value, statement.domain) === key &&
        statement.results.some((result) => takesEstimate(result, effect)),
    );
    const into = statements[host];
    if (into) {
      statements[host] = hosting(into, effect, estimated, sides);
      continue;
    }
    const result: ComparisonResult = {
      kind: 'comparison',
      outcome: key,
      timePoint: timeOf(sentence, outcome),
      sentence: textFact(sentence),
      exposure: sides.subject,
      reference: sides.reference,
      direction: NOT_STATED,
      test: NOT_STATED,
      ...estimated,
    };
    statements.push({ outcome, domain: 'effect', results: [result] });
  }
  return withDirections(statements);
};
