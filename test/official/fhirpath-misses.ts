/** A construct of FHIRPath that the engine does not evaluate as HL7's suite has it. */
export interface Miss {
  readonly construct: string;
  /** The names of the suite's cases that show it. */
  readonly cases: readonly string[];
  /** Whether an expression that uses these things is touched by it. */
  readonly touches: (uses: ReadonlySet<string>) => boolean;
  /** Expressions that use them and come out right all the same, by where they stand, and why. */
  readonly unaffected?: Readonly<Record<string, string>>;
}

/** Uses of which an expression has any. */
const any =
  (...names: readonly string[]): Miss['touches'] =>
  (uses) =>
    names.some((name) => uses.has(name));

/** Elements of R5 that its expressions compare, whose values are times. */
const TIMES = [
  'start',
  'end',
  'authoredOn',
  'lastModified',
  'whenPrepared',
  'whenHandedOver',
  'period',
  'date',
];

const onTimes = (...operators: readonly string[]): Miss['touches'] =>
  any(...operators.flatMap((operator) => TIMES.map((name) => `${operator} ${name}`)));

/** What is not evaluated as the suite has it, and how to see whether a definition's expression needs it. */
export const MISSES: readonly Miss[] = [
  {
    construct: 'a wrong expression gives nothing where the suite wants it refused',
    cases: [
      'testSimpleFail',
      'testSimpleWithWrongContext',
      'testPolymorphismB',
      'testPolymorphismAsB',
      'testPolymorphicsB',
      'testDollarOrderNotAllowed',
      'testCollectionBoolean1',
      'testIif6',
      'testIif10',
    ],
    // That no expression of a definition is wrong, the official engine says, which evaluates all of them.
    touches: () => false,
  },
  {
    construct: 'division, which gives an integer where it comes out even',
    cases: ['testComment6'],
    touches: any('/'),
  },
  {
    construct:
      'equivalence of quantities by their precision, and of collections with repeated or unordered items',
    cases: ['testQuantity4', 'testEquivalent21', 'testEquivalent24', 'testNotEquivalent21'],
    touches: any('~', '!~'),
  },
  {
    construct: 'replaceMatches by the empty pattern',
    cases: ['testReplaceMatches2'],
    touches: any("replaceMatches('')"),
  },
  { construct: 'sort downwards by strings', cases: ['testSort8', 'testSort10'], touches: any('sort(_)') },
  {
    construct: 'equality of a time that has a time zone with one that has none',
    cases: ['testEquality23', 'testNEquality17'],
    touches: onTimes('=', '!='),
  },
  {
    construct: 'arithmetic with times, which loses their time zone and refuses some units',
    cases: [
      'testPlusDate3',
      'testPlusDate4',
      'testPlusDate5',
      'testPlusDate6',
      'testPlusDate7',
      'testPlusDate8',
      'testPlusDate18',
      'testPlusDate19',
      'testPlusDate20',
      'testPlusDate21',
      'testPlusDate22',
      'testMinus5',
    ],
    touches: onTimes('+', '-'),
  },
  {
    construct: 'types of FHIRPath asked for by names of FHIR',
    cases: ['testType22'],
    touches: (uses) => [...uses].some((one) => one.startsWith('type System.')),
  },
  {
    construct: 'values of a type that specialises the one asked for, which are taken as well',
    cases: ['testFHIRPathAsFunction11', 'testFHIRPathAsFunction16'],
    touches: any('type string', 'type uri', 'type integer', 'type Quantity', 'type Element'),
    unaffected: {
      'Extension#rid-1': 'false of a markdown either way',
      'EvidenceVariable.handling#span-not-empty': 'the definition of the extension has integers alone',
      'ActivityDefinition.dosage#lost-dose-in-words': 'R5 has Quantity and Range alone',
      'ActivityDefinition.dosage#dose-positive': 'R5 has Quantity and Range alone',
    },
  },
  {
    construct: 'the type of the id of a contained resource',
    cases: ['testContainedId'],
    touches: any('type id', 'type()'),
  },
  {
    construct: 'boundaries with a precision, or of a quantity that is no element',
    cases: [
      'LowBoundaryDecimal4',
      'LowBoundaryNegDecimal4',
      'LowBoundaryDecimal8',
      'LowBoundaryDecimal15',
      'LowBoundaryQuantity',
      'LowBoundaryDateMonth',
      'HighBoundaryDecimal9',
      'HighBoundaryDecimal15',
      'HighBoundaryDecimal16',
      'HighBoundaryQuantity',
      'HighBoundaryDateMonth',
      'HighBoundaryDateTimeMillisecond1',
      'HighBoundaryDateTimeMillisecond3',
    ],
    touches: any('lowBoundary(_)', 'highBoundary(_)', 'QuantityLiteral'),
  },
  {
    construct: 'the function precision',
    cases: [
      'PrecisionDecimal',
      'PrecisionYear',
      'PrecisionDateTimeMilliseconds',
      'PrecisionTimeMinutes',
      'PrecisionTimeMilliseconds',
      'PrecisionEmpty',
    ],
    touches: any('precision()'),
  },
  {
    construct: 'an element called div without quotes',
    cases: ['htmlTest01'],
    touches: any('does not parse'),
  },
  {
    construct: 'the function hasTemplateIdOf of CDA',
    cases: ['testHasTemplateId1', 'testHasTemplateId2', 'testHasTemplateId3'],
    touches: any('hasTemplateIdOf(_)'),
  },
  {
    construct: 'variables for code systems, value sets and extensions',
    cases: ['testVariables1', 'testVariables2', 'testVariables4', 'testExtension2'],
    touches: (uses) => [...uses].some((one) => /^%`?(?:sct|loinc|vs-|ext-)/.test(one)),
  },
  {
    construct: 'the function conformsTo',
    cases: ['testConformsTo1', 'testConformsTo2'],
    touches: any('conformsTo(_)'),
  },
  {
    construct: 'the variable %terminologies',
    cases: ['txTest01', 'txTest02', 'txTest03'],
    touches: any('%terminologies'),
  },
];
