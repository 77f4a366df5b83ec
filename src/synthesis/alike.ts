import type { Issue } from '../fhir/issue.ts';
import { refusal } from './refusal.ts';
import type { Row } from './row.ts';

const DAYS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 365.25 / 12,
  year: 365.25,
};

const UNIT_NAMES = 'hour|day|week|month|year';
const NUMBERS = String.raw`\d+(?:\.\d+)?(?:(?:, ?(?:and |or )?| and | or |/)\d+(?:\.\d+)?)*`;

/** `28 days`, `4, 8 and 12 weeks`, `Week 4`, `Weeks 4 and 12`. */
const LENGTHS = new RegExp(
  String.raw`(?<before>${NUMBERS})[ -]*(?<unit>${UNIT_NAMES})s?\b|\b(?<unitFirst>${UNIT_NAMES})s? ?(?<after>${NUMBERS})`,
  'gi',
);

/** The lengths of time in words, in days, to the hour. */
const lengthsIn = (words: string): readonly number[] => {
  const found = [...words.matchAll(LENGTHS)].flatMap(({ groups = {} }) => {
    const { before, unit, unitFirst, after } = groups;
    const days = DAYS[(unit ?? unitFirst ?? '').toLowerCase()] ?? Number.NaN;
    const numbers = (before ?? after ?? '').match(/\d+(?:\.\d+)?/g) ?? [];
    return numbers.map((number) => Math.round(Number(number) * days * 24) / 24);
  });
  return [...new Set(found)].filter((days) => days > 0).sort((a, b) => a - b);
};

const plain = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();

/** What two times have in common when they are the same; a row of its own, such as a visit, says it first. */
const timeOf = ({ comparison: { time, category, outcome } }: Row): string | undefined => {
  const found = [category, time, outcome]
    .map((words) => lengthsIn(words ?? ''))
    .find((all) => all.length > 0);
  if (found !== undefined) return `${found.join(', ')} days`;
  return time === undefined ? undefined : plain(time);
};

const unitOf = ({ comparison: { arms, effect } }: Row): string | undefined => {
  const units = arms ? arms.map(({ unit }) => unit) : [effect?.unit];
  const known = [...new Set(units.flatMap((unit) => (unit === undefined ? [] : plain(unit))))];
  return known.length === 0 ? undefined : known.join(' and ');
};

const kindOf = ({ comparison: { outcome, category } }: Row): string =>
  /\bchanges?\b|\bfrom baseline\b/i.test(`${outcome} ${category ?? ''}`) ? 'change' : 'final value';

/** Something in which rows have to be alike. */
interface Trait {
  readonly rule: string;
  readonly name: string;
  readonly of: (row: Row) => string | undefined;
}

const TIME: Trait = { rule: 'pool-mixed-times', name: 'time point', of: timeOf };
const UNIT: Trait = { rule: 'pool-mixed-units', name: 'unit', of: unitOf };
const KIND: Trait = { rule: 'pool-mixed-change', name: 'kind of value', of: kindOf };

const traitsOf = (measure: string): readonly Trait[] =>
  measure === 'MD' ? [TIME, UNIT, KIND] : measure === 'SMD' ? [TIME, KIND] : [TIME];

const studiesIn = (rows: readonly Row[]): string =>
  [...new Set(rows.map(({ study }) => study.name))].join('; ');

/** Why rows cannot be pooled: they are of several times, units, or of changes beside final values. */
export const mixtures = (rows: readonly Row[], measure: string): readonly Issue[] =>
  traitsOf(measure).flatMap(({ rule, name, of }): Issue[] => {
    const known = [...Map.groupBy(rows, of)].filter(([value]) => value !== undefined);
    return known.length < 2
      ? []
      : [
          refusal(
            rule,
            `More than one ${name} is not pooled: ${known.map(([value, same]) => `${value} (${studiesIn(same)})`).join(' against ')}. Narrow the search to one of them`,
          ),
        ];
  });

/** What rows do not say of that in which they have to be alike. */
export const unstated = (rows: readonly Row[], measure: string): readonly string[] =>
  traitsOf(measure).flatMap(({ name, of }) => {
    const silent = rows.filter((row) => of(row) === undefined);
    return silent.length === 0 ? [] : [`No ${name} is stated by: ${studiesIn(silent)}`];
  });
