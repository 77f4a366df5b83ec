import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Found, readText } from './reader.ts';
import { agreement, share } from './words.ts';

/** What a curator read of one comparison from a paper. */
interface Gold {
  readonly pmcid: number;
  readonly outcome: string;
  readonly intervention: string;
  readonly comparator: string;
  readonly outcome_type: 'binary' | 'continuous';
  readonly is_data_complete: string;
  readonly is_relevant_data_in_table: string;
  readonly intervention_events: number;
  readonly intervention_group_size: number;
  readonly intervention_mean: number;
  readonly intervention_standard_deviation: number;
  readonly comparator_events: number;
  readonly comparator_group_size: number;
  readonly comparator_mean: number;
  readonly comparator_standard_deviation: number;
}

type Side = 'intervention' | 'comparator';

/** The numbers of one group by their names; those that nobody gives are absent. */
type Numbers = Readonly<Record<string, number | undefined>>;

const goldOf = (gold: Gold, side: Side): Numbers =>
  gold.outcome_type === 'binary'
    ? { events: gold[`${side}_events`], n: gold[`${side}_group_size`] }
    : {
        mean: gold[`${side}_mean`],
        'standard deviation': gold[`${side}_standard_deviation`],
        n: gold[`${side}_group_size`],
      };

const numeric = (written: string | undefined): number | undefined =>
  written === undefined || written === '' ? undefined : Number(written);

const MEAN = 'C53319';

/** The numbers that an Evidence gives of a group, of the kind that is asked for: a count, or a mean. */
const givenBy = ({ values }: Found, type: Gold['outcome_type']): Numbers => {
  const counted = values.find(({ numberAffected }) => numberAffected !== undefined);
  if (type === 'binary')
    return counted ? { events: numeric(counted.numberAffected), n: numeric(counted.n) } : {};
  const measured = values.find(({ type }) => type === MEAN);
  return measured
    ? {
        mean: numeric(measured.value),
        'standard deviation': numeric(measured.standardDeviation),
        n: numeric(measured.n),
      }
    : {};
};

const isGiven = (numbers: Numbers): boolean => Object.values(numbers).some((one) => one !== undefined);

/** How much rather an Evidence is about one group of a comparison than about the other, by its words. */
const likeness = ({ exposure }: Found, gold: Gold, side: Side): number => {
  const other = side === 'intervention' ? 'comparator' : 'intervention';
  return agreement(exposure, gold[side]) - agreement(exposure, gold[other]);
};

/**
 * The Evidence of each outcome that has values of both groups, the group with the likest name for each; of two groups
 * one may have no word of its side's name where the other is known by its own.
 */
const pairsIn = (found: readonly Found[], gold: Gold): readonly Readonly<Record<Side, Found>>[] =>
  [...Map.groupBy(found, ({ variable }) => variable).values()].flatMap((all) => {
    const same = all.filter((one) => isGiven(givenBy(one, gold.outcome_type)));
    const of = (side: Side): Found | undefined =>
      same
        .filter((one) => likeness(one, gold, side) > 0)
        .toSorted((a, b) => likeness(b, gold, side) - likeness(a, gold, side))[0];
    const other = (one: Found | undefined): Found | undefined =>
      one && new Set(same.map(({ exposure }) => exposure)).size === 2
        ? same.find(({ exposure }) => exposure !== one.exposure)
        : undefined;
    const intervention = of('intervention') ?? other(of('comparator'));
    const comparator = of('comparator') ?? other(of('intervention'));
    return intervention && comparator ? [{ intervention, comparator }] : [];
  });

/** Times, which outcomes are not told apart by, and what calls one the whole of its parts. */
const TIMES = /\b(?:baseline|(?:day|week|month|year|hour)s?|\d+|total|overall)\b/gi;

const BASELINE = /\bbaseline$/i;

/** How well an outcome's name agrees with the gold's, times and totals aside; those of the state at entry only where it is asked for. */
const nameAgreement = ({ outcome }: Found, gold: Gold): number =>
  BASELINE.test(outcome) && !/baseline/i.test(gold.outcome)
    ? 0
    : agreement(outcome.replace(TIMES, ''), gold.outcome.replace(TIMES, ''));

/** The pair whose outcome is the gold's by its words; among equals the last of the paper, where the latest times stand. */
const chosen = (found: readonly Found[], gold: Gold): Readonly<Record<Side, Found>> | undefined =>
  pairsIn(found, gold)
    .map((pair) => ({ pair, score: nameAgreement(pair.intervention, gold) }))
    .filter(({ score }) => score > 0)
    .reduce<{ pair: Readonly<Record<Side, Found>>; score: number } | undefined>(
      (best, one) => (best && best.score > one.score ? best : one),
      undefined,
    )?.pair;

const SIDES: readonly Side[] = ['intervention', 'comparator'];

const told = (numbers: Numbers): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name} ${value ?? '–'}`)
    .join(', ');

/**
 * Numbers of comparisons from full papers: for each with complete gold the outcome whose words agree best with the gold's,
 * of those with values of both groups, each chosen by its words; numbers never choose. Exact: all of both groups are the
 * gold's. Precision: of the numbers given for that outcome and those groups, how many are.
 */
export const numericGold = (samples: string, verbose: boolean): readonly string[] => {
  const folder = join(samples, 'jats');
  const all: readonly Gold[] = JSON.parse(readFileSync(join(folder, 'numeric-gold.json'), 'utf8'));
  const complete = all.filter((gold) => gold.is_data_complete === 'TRUE');
  const tally = {
    binary: 0,
    binaryExact: 0,
    continuous: 0,
    continuousExact: 0,
    answered: 0,
    numbers: 0,
    given: 0,
    right: 0,
  };
  const refused: string[] = [];
  const seconds: number[] = [];
  for (const [paper, golds] of Map.groupBy(complete, ({ pmcid }) => pmcid)) {
    const text = readFileSync(join(folder, `PMC${paper}.nxml`), 'utf8');
    const start = process.cpuUsage();
    const outcome = readText(text);
    const { user, system } = process.cpuUsage(start);
    seconds.push((user + system) / 1e6);
    if (outcome.refused !== undefined) refused.push(`PMC${paper}`);
    if (verbose) console.log(`\n=== PMC${paper} ${outcome.refused ?? ''}`);
    for (const gold of golds) {
      const pair = chosen(outcome.found, gold);
      let exact = pair !== undefined;
      const lines: string[] = [];
      for (const side of SIDES) {
        const wanted = goldOf(gold, side);
        const given = pair ? givenBy(pair[side], gold.outcome_type) : {};
        for (const [name, number] of Object.entries(wanted)) {
          tally.numbers += 1;
          if (given[name] !== undefined) tally.given += 1;
          if (given[name] === number) tally.right += 1;
          else exact = false;
        }
        lines.push(`      ${gold[side]}: gold ${told(wanted)}`);
        if (pair) lines.push(`        ${pair[side].outcome} | ${pair[side].exposure}: ${told(given)}`);
      }
      tally[gold.outcome_type] += 1;
      if (pair) tally.answered += 1;
      if (exact) tally[`${gold.outcome_type}Exact`] += 1;
      if (verbose)
        console.log(
          [`${exact ? 'ok ' : pair ? 'BAD' : '---'} ${gold.outcome_type} ${gold.outcome}`, ...lines].join(
            '\n',
          ),
        );
    }
  }
  return [
    `numeric-gold: exact ${share(tally.binaryExact + tally.continuousExact, complete.length)}; 2×2 ${share(tally.binaryExact, tally.binary)}, mean, SD and n ${share(tally.continuousExact, tally.continuous)}; of the answered ${share(tally.binaryExact + tally.continuousExact, tally.answered)}`,
    `  numbers right ${share(tally.right, tally.numbers)}, precision of the given ${share(tally.right, tally.given)}; refused: ${refused.join(', ') || 'none'}; slowest paper ${Math.max(...seconds).toFixed(2)} s`,
  ];
};
