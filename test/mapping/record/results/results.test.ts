import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isError } from '../../../../src/fhir/issue.ts';
import { createValidator } from '../../../../src/validation/validate.ts';
import { leavesOf, saidAt } from './places.ts';
import { mappedStudy, RESULTS } from './study.ts';

const validate = createValidator({ ownsReferences: true });
const study = mappedStudy();

type Mapped = ReturnType<typeof mappedStudy>;

/** The leaves of a record's results that no element says, or says of another place of the text. */
const lost = ({ facts, source }: Mapped, results: object): readonly string[] => {
  const said = saidAt(facts, source);
  return leavesOf(results, 'resultsSection').flatMap(([path, words]) => {
    const found = said.get(path) ?? [];
    const isThere = found.some(
      (one) =>
        one.words === words &&
        one.source.some((raw) => raw === words || raw === JSON.stringify(words).slice(1, -1)),
    );
    return isThere ? [] : [`${path}: ${words}`];
  });
};

const errors = ({ facts }: Mapped) =>
  facts
    .flatMap((fact) => validate(fact))
    .filter(isError)
    .map(({ rule, expression, text }) => ({ rule, expression, text }));

const sharedIds = ({ resources }: Mapped): readonly string[] => {
  const ids = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
};

const danglingReferences = ({ facts, resources }: Mapped): readonly string[] => {
  const ids = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
  const texts = facts.map(({ text }) => text).join('\n');
  return [...texts.matchAll(/"reference":"(?<target>[A-Z]\w+\/[^"]+)"/g)]
    .map(({ groups }) => groups!.target!)
    .filter((target) => !ids.has(target));
};

const sections = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    (study.report().section ?? []).map(({ title, entryReference }) => [title, entryReference?.length]),
  );

const withoutPlaces = (resources: Mapped['resources'], type: string) =>
  resources
    .filter(({ resourceType }) => resourceType === type)
    .map(({ id }) => id)
    .sort();

describe('the results of a record', () => {
  test('are said whole: each value where the record has it', () => {
    expect(lost(study, RESULTS)).toEqual([]);
  });

  test('are valid, each under an id of its own, and refer to nothing that is not there', () => {
    expect(errors(study)).toEqual([]);
    expect(sharedIds(study)).toEqual([]);
    expect(danglingReferences(study)).toEqual([]);
  });

  test('are a report of one Evidence per table and group, per analysis, and per group and kind of event', () => {
    expect(sections()).toEqual({
      'Participant flow': 2,
      Baseline: 1,
      Outcomes: 2,
      Analyses: 2,
      'Adverse events': 3,
    });
    expect(study.all('Evidence')).toHaveLength(10);
    expect(study.all('ResearchStudy')[0]?.result).toEqual([
      { reference: `EvidenceReport/${study.report().id}` },
    ]);
    expect(study.report().relatedIdentifier).toMatchObject([{ value: 'NCT99999901' }]);
    expect(study.report().note?.map(({ text }) => text)).toEqual([
      'At two hospitals',
      'Two people left before they were assigned',
      'All who started',
      'Few people',
    ]);
  });

  test('have the same ids whatever the order of outcomes, classes and groups', () => {
    const { outcomeMeasures } = RESULTS.outcomeMeasuresModule;
    const turned = mappedStudy({
      ...RESULTS,
      outcomeMeasuresModule: {
        outcomeMeasures: outcomeMeasures
          .map((outcome) => ({
            ...outcome,
            groups: outcome.groups?.toReversed(),
            classes: outcome.classes?.toReversed(),
            analyses: outcome.analyses?.toReversed(),
          }))
          .toReversed(),
      },
    });
    for (const type of ['Evidence', 'EvidenceVariable', 'Group'])
      expect(withoutPlaces(turned.resources, type)).toEqual(withoutPlaces(study.resources, type));
  });

  test('have the same ids in another order even where only their values tell them apart', () => {
    const [outcome] = RESULTS.outcomeMeasuresModule.outcomeMeasures;
    const outcomes = ['mg', 'g'].map((unitOfMeasure) => ({ ...outcome, unitOfMeasure }));
    const idsOf = (outcomeMeasures: object[]) => {
      const { all } = mappedStudy({ outcomeMeasuresModule: { outcomeMeasures } });
      return all('EvidenceVariable')
        .map(({ id, characteristic = [] }) => [
          id,
          characteristic.find(({ description }) => description === 'unit')?.definitionByTypeAndValue
            ?.valueCodeableConcept?.text,
        ])
        .sort();
    };
    expect(idsOf(outcomes.toReversed())).toEqual(idsOf(outcomes));
  });

  test('are kept apart where the record says the very same twice', () => {
    const [outcome] = RESULTS.outcomeMeasuresModule.outcomeMeasures;
    const results = {
      ...RESULTS,
      outcomeMeasuresModule: { outcomeMeasures: [outcome, outcome, { ...outcome, groups: undefined }] },
    };
    const twice = mappedStudy(results);
    expect(sharedIds(twice)).toEqual([]);
    expect(lost(twice, results)).toEqual([]);
  });

  test('are none where a record has none', () => {
    const { resources } = mappedStudy({});
    expect(resources.map(({ resourceType }) => resourceType)).not.toContain('Evidence');
  });
});

const odd = fc.constantFrom('12.50', '0', '-3', 'NA', '<5', '≥ 1', '1,234', '.5', '1E3', '1-2', '007', '95%');
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const name = fc.constantFrom('Tea', 'Milk', 'Tea, at night', 'a < b & "c"', '😀\ntea', ' Tea ');
const groupId = fc.constantFrom('OG000', 'OG001', 'OG009');
const groups = fc.array(fc.record({ id: groupId, title: maybe(name), description: maybe(name) }), {
  maxLength: 3,
});
const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 });
const denoms = few(
  fc.record({
    units: maybe(fc.constantFrom('Participants', 'Eyes')),
    counts: few(fc.record({ groupId, value: odd })),
  }),
);
const table = {
  title: name,
  description: maybe(name),
  populationDescription: maybe(name),
  paramType: maybe(fc.constantFrom('MEAN', 'NUMBER', 'COUNT_OF_PARTICIPANTS', 'LOG_MEAN', 'Something')),
  dispersionType: maybe(
    fc.constantFrom(
      'STANDARD_DEVIATION',
      'Inter-Quartile Range',
      '90% Confidence Interval',
      '05% Confidence Interval',
      'Something',
    ),
  ),
  unitOfMeasure: maybe(fc.constantFrom('mg', 'percentage of participants', 'participants', 'points')),
  calculatePct: maybe(fc.boolean()),
  denoms,
  denomUnitsSelected: maybe(name),
  classes: few(
    fc.record({
      title: maybe(name),
      denoms,
      categories: few(
        fc.record({
          title: maybe(name),
          measurements: few(
            fc.record({
              groupId,
              value: maybe(odd),
              spread: maybe(odd),
              lowerLimit: maybe(odd),
              upperLimit: maybe(odd),
              comment: maybe(name),
            }),
          ),
        }),
      ),
    }),
  ),
};
const analysis = fc.record({
  groupIds: few(groupId),
  groupDescription: maybe(name),
  testedNonInferiority: maybe(fc.boolean()),
  nonInferiorityType: maybe(fc.constantFrom('SUPERIORITY', 'NON_INFERIORITY', 'ANOTHER')),
  nonInferiorityComment: maybe(name),
  pValue: maybe(odd),
  pValueComment: maybe(name),
  statisticalMethod: maybe(fc.constantFrom('ANCOVA', 'Fisher Exact', 't-test, 1 sided', 'My method')),
  statisticalComment: maybe(name),
  paramType: maybe(fc.constantFrom('Odds Ratio (OR)', 'Slope', 'Mean Difference (Net)')),
  paramValue: maybe(odd),
  dispersionType: maybe(fc.constantFrom('STANDARD_DEVIATION', 'Something')),
  dispersionValue: maybe(odd),
  ciPctValue: maybe(odd),
  ciNumSides: maybe(fc.constantFrom('ONE_SIDED', 'TWO_SIDED')),
  ciLowerLimit: maybe(odd),
  ciUpperLimit: maybe(odd),
  ciLowerLimitComment: maybe(name),
  ciUpperLimitComment: maybe(name),
  estimateComment: maybe(name),
  otherAnalysisDescription: maybe(name),
});
const number = maybe(fc.nat(9));
const anyResults = fc.record({
  participantFlowModule: fc.record({
    typeUnitsAnalyzed: maybe(name),
    groups,
    periods: few(
      fc.record({
        title: maybe(name),
        milestones: few(
          fc.record({
            type: name,
            comment: maybe(name),
            achievements: few(
              fc.record({ groupId, numSubjects: maybe(odd), numUnits: maybe(odd), comment: maybe(name) }),
            ),
          }),
        ),
        dropWithdraws: few(
          fc.record({ type: name, reasons: few(fc.record({ groupId, numSubjects: maybe(odd) })) }),
        ),
      }),
    ),
  }),
  baselineCharacteristicsModule: fc.record({ groups, denoms, measures: few(fc.record(table)) }),
  outcomeMeasuresModule: fc.record({
    outcomeMeasures: few(
      fc.record({
        type: maybe(fc.constantFrom('PRIMARY', 'POST_HOC')),
        timeFrame: maybe(name),
        groups,
        ...table,
        analyses: few(analysis),
      }),
    ),
  }),
  adverseEventsModule: fc.record({
    frequencyThreshold: maybe(odd),
    timeFrame: maybe(name),
    allCauseMortalityComment: maybe(name),
    eventGroups: few(
      fc.record({ id: groupId, title: maybe(name), deathsNumAffected: number, otherNumAtRisk: number }),
    ),
    seriousEvents: few(
      fc.record({
        term: name,
        organSystem: maybe(name),
        notes: maybe(name),
        stats: few(fc.record({ groupId, numEvents: number, numAffected: number, numAtRisk: number })),
      }),
    ),
  }),
});

describe('any results', () => {
  test('are said whole, with ids of their own and nothing that is not there', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        const mapped = mappedStudy(results);
        expect(lost(mapped, results)).toEqual([]);
        expect(sharedIds(mapped)).toEqual([]);
        expect(danglingReferences(mapped)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('are valid', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyResults, (results) => {
        expect(errors(mappedStudy(results))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
