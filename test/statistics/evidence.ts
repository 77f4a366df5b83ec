import type { Evidence, EvidenceStatistic, FhirResource, Group, ResearchStudy } from 'fhir/r5.js';
import { codeSystem } from '../../src/fhir/canonical.ts';
import { type Content, content, exact } from '../../src/fhir/content.ts';
import { check } from '../../src/statistics/check.ts';
import type { Check } from '../../src/statistics/verdict.ts';

const concept = (code: string) => ({ coding: [{ code }] });

const variable = (role: string, of: { observed?: string; intended?: string }) => ({
  variableRole: concept(role),
  ...(of.observed !== undefined && { observed: { reference: of.observed } }),
  ...(of.intended !== undefined && { intended: { reference: of.intended } }),
});

const TYPES = {
  count: 'C25463',
  proportion: 'C44256',
  median: 'C28007',
  mean: 'C53319',
  'risk ratio': 'C93152',
  'odds ratio': 'C16932',
  'hazard ratio': 'C93150',
  'risk difference': '0000424',
  'mean difference': '0000457',
  'standardised mean difference': '0000100',
} as const;

/** A type that no check knows. */
const UNKNOWN = 'C65172';

/** A value, or a value with its comparator or unit: `0.40`, `< 0.05`, `12.5 %`. */
const quantity = (written: string) => {
  const { comparator, value, unit } =
    /^(?<comparator>[<>]=?)? ?(?<value>[^ ]+)( (?<unit>.+))?$/.exec(written)?.groups ?? {};
  return {
    value: exact(value ?? ''),
    ...(comparator !== undefined && { comparator: comparator as '<' }),
    ...(unit !== undefined && { unit }),
  };
};

interface Reported {
  readonly type?: keyof typeof TYPES | 'correlation';
  readonly value?: string;
  readonly affected?: number;
  readonly n?: number;
  /** Of a 95 % confidence interval unless a level is given. */
  readonly interval?: readonly [low: string, high: string];
  readonly level?: string | undefined;
  readonly quartiles?: readonly [low: string, high: string];
  readonly p?: string;
  readonly deviation?: string;
  readonly error?: string;
  readonly range?: readonly [low: string, high: string];
  readonly note?: string;
  readonly test?: string;
  /** What else is said of how it was analysed. */
  readonly hypothesis?: string;
  /** The part of its group it is about. */
  readonly category?: string;
}

const range = ([low, high]: readonly [string, string]) => ({ low: quantity(low), high: quantity(high) });

/** A statistic with numbers as they are written in a report. */
export const statistic = (said: Reported): EvidenceStatistic => {
  const level = 'level' in said ? said.level : '0.95';
  const attributeEstimate = [
    ...(said.interval === undefined
      ? []
      : [
          {
            type: concept('C53324'),
            ...(level !== undefined && { level: exact(level) }),
            range: range(said.interval),
          },
        ]),
    ...(said.quartiles === undefined ? [] : [{ type: concept('C53245'), range: range(said.quartiles) }]),
    ...(said.range === undefined ? [] : [{ type: concept('C38013'), range: range(said.range) }]),
    ...(said.deviation === undefined
      ? []
      : [{ type: concept('C53322'), quantity: quantity(said.deviation) }]),
    ...(said.error === undefined ? [] : [{ type: concept('0000037'), quantity: quantity(said.error) }]),
    ...(said.p === undefined ? [] : [{ type: concept('C44185'), quantity: quantity(said.p) }]),
  ];
  return {
    ...(said.type !== undefined && {
      statisticType: concept(said.type === 'correlation' ? UNKNOWN : TYPES[said.type]),
    }),
    ...(said.value !== undefined && { quantity: quantity(said.value) }),
    ...(said.affected !== undefined && { numberAffected: said.affected }),
    ...(said.n !== undefined && { sampleSize: { knownDataCount: said.n } }),
    ...(attributeEstimate.length > 0 && { attributeEstimate }),
    ...(said.note !== undefined && { note: [{ text: said.note }] }),
    ...(said.category !== undefined && { category: { text: said.category } }),
    ...((said.test !== undefined || said.hypothesis !== undefined) && {
      modelCharacteristic: [said.test, said.hypothesis].flatMap((text) =>
        text === undefined ? [] : [{ code: { text } }],
      ),
    }),
  };
};

const evidence = (
  title: string,
  variables: ReturnType<typeof variable>[],
  said: Reported[],
): Content<Evidence> =>
  content({
    resourceType: 'Evidence',
    id: title.replace(/[^a-z]+/g, '-'),
    title,
    status: 'active',
    variableDefinition: [
      variable('population', { observed: 'Group/all' }),
      ...variables,
      variable('measuredVariable', { observed: 'EvidenceVariable/fever' }),
    ],
    statistic: said.map(statistic),
  });

/** A result of one group. */
export const arm = (name: string, ...said: Reported[]): Content<Evidence> =>
  evidence(
    `fever in ${name}`,
    [variable('exposure', { intended: `EvidenceVariable/${name}`, observed: `Group/${name}` })],
    said,
  );

/** A comparison of the group `tea` with the group `water`. */
export const comparison = (said: Reported): Content<Evidence> =>
  evidence(
    'fever in tea against water',
    [
      variable('exposure', { intended: 'EvidenceVariable/tea', observed: 'Group/tea' }),
      variable('referenceExposure', { intended: 'EvidenceVariable/water', observed: 'Group/water' }),
    ],
    [said],
  );

/** An analysis of the groups `tea` and `water` that does not say which is compared with which. */
export const unordered = (said: Reported): Content<Evidence> =>
  evidence(
    'fever in tea and water',
    ['tea', 'water'].map((name) =>
      variable('exposure', { intended: `EvidenceVariable/${name}`, observed: `Group/${name}` }),
    ),
    [said],
  );

/** A group of so many people. */
export const group = (name: string, quantity: number): Content<Group> =>
  content({ resourceType: 'Group', id: name, type: 'person', membership: 'enumerated', name, quantity });

/** The study of these arms; a ratio is said as the mapping says it. */
export const study = (
  arms: readonly string[],
  changes: Partial<ResearchStudy> = {},
  ratio?: string,
): Content<ResearchStudy> =>
  content({
    resourceType: 'ResearchStudy',
    id: 'study',
    status: 'active',
    ...(ratio !== undefined && {
      studyDesign: [
        { coding: [{ system: codeSystem('study-design'), code: 'allocation-ratio' }], text: ratio },
      ],
    }),
    comparisonGroup: arms.map((name) => ({
      linkId: name,
      name,
      intendedExposure: [{ reference: `EvidenceVariable/${name}` }],
    })),
    ...changes,
  });

/** The groups' counts, `3/11` against `8/24`, as results of their own. */
export const counted = (tea: string, water: string): readonly Content[] =>
  [['tea', tea] as const, ['water', water] as const].map(([name, counts]) => {
    const [affected, n] = counts.split('/').map(Number);
    return arm(name, { type: 'count', affected: affected!, n: n! });
  });

/** The groups' means with their standard deviations, `10.2 (3.1) 20`, as results of their own. */
export const measured = (tea: string, water: string): readonly Content[] =>
  [['tea', tea] as const, ['water', water] as const].map(([name, words]) => {
    const [, value = '', deviation = '', n] = /^(\S+) \((\S+)\) (\d+)$/.exec(words) ?? [];
    return arm(name, { type: 'mean', value, deviation, n: Number(n) });
  });

/** The check of this kind; fails unless there is exactly one. */
export const only = (
  code: Check['code'],
  resource: Content,
  others: readonly Content<FhirResource>[] = [],
): Check => {
  const found = check(resource, others).filter((one) => one.code === code);
  if (found.length !== 1) throw new Error(`${found.length} checks ${code}`);
  return found[0]!;
};

/** The kinds of the checks made. */
export const kinds = (resource: Content, others: readonly Content[] = []): readonly string[] =>
  check(resource, others).map(({ code }) => code);
