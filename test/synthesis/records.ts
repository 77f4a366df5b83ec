/** What a registry's record reports of one group. */
export interface ReportedGroup {
  readonly title: string;
  readonly type: 'EXPERIMENTAL' | 'PLACEBO_COMPARATOR' | 'ACTIVE_COMPARATOR' | 'OTHER';
  readonly n: number;
  /** The number of people with the event, or the mean. */
  readonly value: number | string;
  /** The standard deviation of the mean, or what is said to be its spread. */
  readonly spread?: string;
}

/** What a registry's record reports. */
export interface Reported {
  /** Two digits that make its number. */
  readonly number: number;
  readonly groups: readonly ReportedGroup[];
  readonly title?: string;
  readonly timeFrame?: string;
  readonly unit?: string;
  /** In place of a standard deviation. */
  readonly dispersionType?: string;
  readonly analyses?: readonly object[];
  /** Rows of the outcome, each with a value for each group, in place of the groups' own. */
  readonly rows?: Readonly<Record<string, readonly (number | string)[]>>;
}

/** The title of a record's study. */
export const titleOf = (number: number): string => `Study ${number}`;

const idOf = (_: unknown, at: number): string => `OG00${at}`;

/** A record of a study with one outcome, as the registry's API gives it. */
export const record = ({
  number,
  groups,
  title = 'Hillside fever',
  timeFrame = '28 days',
  unit,
  dispersionType = 'Standard Deviation',
  analyses = [],
  rows,
}: Reported): string => {
  const ids = groups.map(idOf);
  const isShare = unit === 'percentage of participants';
  const isMean = unit !== undefined && !isShare;
  const measurements = (values: readonly (number | string)[]) =>
    groups.map(({ spread }, at) => ({
      groupId: ids[at],
      value: String(values[at]),
      ...(spread !== undefined && { spread }),
    }));
  const classes = rows
    ? Object.entries(rows).map(([name, values]) => ({
        title: name,
        categories: [{ measurements: measurements(values) }],
      }))
    : [{ categories: [{ measurements: measurements(groups.map(({ value }) => value)) }] }];
  return JSON.stringify({
    protocolSection: {
      identificationModule: {
        nctId: `NCT999970${String(number).padStart(2, '0')}`,
        briefTitle: titleOf(number),
      },
      statusModule: { overallStatus: 'COMPLETED' },
      designModule: { studyType: 'INTERVENTIONAL', designInfo: { allocation: 'RANDOMIZED' } },
      armsInterventionsModule: { armGroups: groups.map(({ title: label, type }) => ({ label, type })) },
    },
    resultsSection: {
      outcomeMeasuresModule: {
        outcomeMeasures: [
          {
            type: 'PRIMARY',
            title,
            timeFrame,
            reportingStatus: 'POSTED',
            paramType: isMean ? 'MEAN' : isShare ? 'NUMBER' : 'COUNT_OF_PARTICIPANTS',
            ...(isMean && { dispersionType }),
            unitOfMeasure: unit ?? 'Participants',
            groups: groups.map((group, at) => ({ id: ids[at], title: group.title })),
            denoms: [
              {
                units: 'Participants',
                counts: groups.map(({ n }, at) => ({ groupId: ids[at], value: String(n) })),
              },
            ],
            classes,
            analyses,
          },
        ],
      },
    },
    hasResults: true,
  });
};

/** Two groups, by people with the event of people. */
export const twoGroups = (
  a: number,
  n1: number,
  c: number,
  n2: number,
): readonly [ReportedGroup, ReportedGroup] => [
  { title: 'Velmorin', type: 'EXPERIMENTAL', n: n1, value: a },
  { title: 'Placebo', type: 'PLACEBO_COMPARATOR', n: n2, value: c },
];
