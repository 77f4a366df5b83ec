import { ALWAYS, every, NEVER, not } from '../criterion/criteria.ts';
import { parameterCriterion } from '../criterion/parameter-criterion.ts';
import { dateRange } from '../date-range.ts';
import { modifiersOf } from '../modifier.ts';
import type { ReadingContext } from '../search-context.ts';
import { indexKey, type SearchParameter, type SearchParameterType } from '../search-parameter.ts';
import type { Criterion, SearchValue } from '../search-request.ts';
import { split } from '../split.ts';
import { isWrong, unlessWrong, type Wrong, wrong } from '../wrong.ts';
import type { FilterOperator } from './expression.ts';

type Found = Criterion | Wrong;

interface Compared {
  readonly parameter: SearchParameter;
  readonly value: string;
  readonly context: ReadingContext;
}

type Comparison = (compared: Compared) => Found | Promise<Found>;

/** Names that stand for the systems of codes in filters. */
const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['loinc', 'http://loinc.org'],
  ['snomed', 'http://snomed.info/sct'],
  ['rxnorm', 'http://www.nlm.nih.gov/research/umls/rxnorm'],
  ['ucum', 'http://unitsofmeasure.org'],
]);

const withSystem = (value: string): string =>
  value.replace(/^([a-z]+)\|/, (whole, name) => `${SYSTEMS.get(name) ?? name}${whole.slice(-1)}`);

/** As the value of a parameter with this modifier; a comma in a filter's value separates nothing. */
const as =
  (modifier?: string, prefix = ''): Comparison =>
  ({ parameter, value, context }) =>
    parameterCriterion(parameter, modifier, prefix + split(withSystem(value), ',').join('\\,'), context);

const isValue = (parameter: SearchParameter, value: SearchValue): Criterion => ({
  kind: 'value',
  parameter: indexKey(parameter),
  anyOf: [value],
});

const string =
  (match: Extract<SearchValue, { type: 'string' }>['match']): Comparison =>
  ({ parameter, value }) =>
    isValue(parameter, { type: 'string', match, text: value });

const period =
  (comparator: 'ap' | 'co'): Comparison =>
  ({ parameter, value }) => {
    const range = dateRange(value);
    if (range === undefined) return wrong(`“${value}” is not a date`);
    if (parameter.code !== '_lastUpdated') return isValue(parameter, { type: 'date', comparator, ...range });
    return comparator === 'ap'
      ? { kind: 'last-updated', comparator, ...range }
      : wrong('_lastUpdated cannot be compared by co: an instant contains no period', 'not-supported');
  };

/** Whether there is a value; what all resources have is not asked for. */
const hasValue = ({ parameter, context }: Compared, wanted: boolean): Found | Promise<Found> => {
  if (modifiersOf(parameter).includes('missing'))
    return parameterCriterion(parameter, 'missing', String(!wanted), context);
  return wanted ? ALWAYS : NEVER;
};

const present: Comparison = (compared) => {
  const { value } = compared;
  return value === 'true' || value === 'false'
    ? hasValue(compared, value === 'true')
    : wrong(`pr needs true or false, not “${value}”`);
};

/** There is a value, and none that is equal. */
const unequal =
  (equal: Comparison): Comparison =>
  async (compared) => {
    const found = unlessWrong([await hasValue(compared, true), await equal(compared)]);
    if (isWrong(found)) return found;
    const [some = ALWAYS, same = NEVER] = found;
    return every([some, not(same)]);
  };

const prefixed = Object.fromEntries(
  (['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'ap', 'sa', 'eb'] as const).map((one) => [one, as(undefined, one)]),
);

type Comparisons = Partial<Record<FilterOperator, Comparison>>;

/** What each operator asks of each type of parameter: https://hl7.org/fhir/R5/search_filter.html#ops */
const COMPARISONS: Readonly<Record<SearchParameterType, Comparisons>> = {
  string: {
    eq: string('equal'),
    ne: unequal(string('equal')),
    co: string('contains'),
    sw: string('start'),
    ew: string('end'),
    gt: string('gt'),
    lt: string('lt'),
    ge: string('ge'),
    le: string('le'),
    pr: present,
  },
  number: { ...prefixed, pr: present },
  date: { ...prefixed, co: period('co'), po: period('ap'), pr: present },
  quantity: { ...prefixed, pr: present },
  token: {
    eq: as(),
    ne: unequal(as()),
    ss: as('below'),
    sb: as('above'),
    in: as('in'),
    ni: as('not-in'),
    pr: present,
  },
  reference: { eq: as(), ne: unequal(as()), re: as(), pr: present },
  uri: { eq: as(), ne: unequal(as()), co: as('contains'), pr: present },
  composite: { eq: as() },
  special: { eq: as() },
};

/** What a comparison in a filter asks for. */
export const testCriterion = async (
  parameter: SearchParameter,
  operator: FilterOperator,
  value: string,
  context: ReadingContext,
): Promise<Found> => {
  const comparisons = COMPARISONS[parameter.type];
  const comparison = comparisons[operator];
  if (comparison === undefined)
    return wrong(
      `${parameter.code} is of type ${parameter.type} and cannot be compared by ${operator}; choose one of: ${Object.keys(comparisons).join(', ')}`,
      'not-supported',
    );
  return context.spend(1) ?? comparison({ parameter, value, context });
};
