import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SeedNumber } from './documents.ts';
import { type Element, elementsOf } from './elements.ts';
import { loadBeforeAll } from './loaded.ts';
import type { Place } from './mark.ts';
import { figuresIn, numbersIn, statesDate } from './numbers.ts';
import { addressOf } from './select.ts';

const SENTENCE = 400;
const FULL_STOP = /[.!?][)\]"”]*\s+\S/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Elements whose number or date is the trial's own. */
const NUMBERS = [
  'value',
  'numberAffected',
  'numberOfEvents',
  'knownDataCount',
  'level',
  'quantity',
  'count',
  'period',
  'start',
  'end',
  'articleDate',
  'targetNumber',
  'actualNumber',
];

/** A document, and which words of it a number comes from: `type element value`, `…«span»…`. */
type Document = [SeedNumber, [fact: string, words: string][]];

const spaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text an element says, where it says one: its own, or that of a concept. */
const textOf = ({ value }: Element): string | undefined =>
  typeof value === 'string' ? value : ((value ?? {}) as { text?: string }).text;

/** The number an element says: its own, or that of a quantity. */
const numberOf = ({ value }: Element): string | undefined => {
  const written = typeof value === 'string' ? value : ((value ?? {}) as { value?: unknown }).value;
  return typeof written === 'string' && NUMBER.test(written) ? written : undefined;
};

describe.each([
  [
    '000',
    [
      ['Group quantity 43', 'A total number of «43» patients'],
      ['Group quantity 11', 'MSC alone group = «11», MSC plus'],
      ['Group quantity 8', 'MSC plus EV group = «8», and'],
      ['Group quantity 24', 'control group = «24») were included'],
      ['Evidence numberAffected 3', 'reported in «three» patients in the MSC alone'],
      ['Evidence numberAffected 0', '; «zero» patient in the MSC plus EV'],
      ['Evidence numberAffected 8', 'and «eight» patients in the control'],
      ['Evidence knownDataCount 11', 'MSC alone group = «11», MSC plus'],
      ['Evidence knownDataCount 8', 'MSC plus EV group = «8», and'],
      ['Evidence knownDataCount 24', 'control group = «24») were included'],
      ['Evidence quantity 0.49', '(«RR: 0.49»; 95% CI'],
      ['Evidence low 0.14', '95% CI «0.14»-1.11'],
      ['Evidence high 1.11', '95% CI 0.14-«1.11»;'],
      ['Evidence low 0.005', '95% CI «0.005»-1.26'],
      ['Evidence high 1.26', '95% CI 0.005-«1.26»;'],
      ['Evidence quantity 0.07', '1.26; «P = 0.07») and eight'],
      ['Evidence quantity 0.015', 'IL-6 («P = 0.015»)'],
      ['Evidence quantity 0.034', 'TNF-α («P = 0.034»)'],
      ['Evidence quantity 0.024', 'IFN-γ («P = 0.024»)'],
      ['Evidence quantity 0.041', 'CRP («P = 0.041»)'],
      ['ActivityDefinition count 2', 'received «two» consecutive injections'],
      ['ActivityDefinition doseQuantity 100000000', 'injections of MSCs («100 × 10(6) cells»)'],
      ['ActivityDefinition doseQuantity 100000000', 'one dose of MSCs («100 × 10(6) cells»)'],
      ['PlanDefinition offsetDuration 48', 'baseline and «48 h after the second intervention».'],
      ['ResearchStudy start 2020-04-13', 'Registered «13th April 2020»,'],
    ],
  ],
  [
    '001',
    [
      ['ResearchStudy actualNumber 20', '«Twenty» confirmed COVID-19 patients'],
      ['ResearchStudy start 2020-05-30', 'IRCT20160809029275N1 at «2020.05.30»).'],
      ['ActivityDefinition count 3', 'The patients received «three» intravenous infusions'],
      ['ActivityDefinition period 2', 'per injection) «every other day».'],
      ['Evidence quantity 0.05', 'a significant decrease («P < 0.05») in serum'],
      ['PlanDefinition description day 0', 'four times («days of 0, 5, 10 and 17») during'],
      ['PlanDefinition description day 17', 'four times («days of 0, 5, 10 and 17») during'],
    ],
  ],
  [
    '002',
    [
      ['ResearchStudy actualNumber 17', 'intensive care surveillance (n=«17»).'],
      ['Group quantity 11', '48 hours (n = «11») or placebo'],
      ['Group quantity 6', 'or placebo (n = «6»).'],
      ['ActivityDefinition count 3', 'intravenously infused with «3» doses of'],
      ['ActivityDefinition doseQuantity 500000', '3 doses of «5 × 105 cells/kg» mesenchymal'],
      ['ActivityDefinition period 48', 'a dosing «interval of 48 hours» (n = 11)'],
    ],
  ],
  [
    '003',
    [
      ['ResearchStudy actualNumber 20', 'MSC infusion in «twenty» patients with'],
      ['ResearchStudy start 2020-07-14', 'registered on «July 14th, 2020», https'],
      ['ResearchStudy start 2020-11-04', 'registered on «November 4th, 2020», https'],
      ['ActivityDefinition count 1', 'efficacy and safety of «one» bone marrow-derived'],
      ['Citation articleDate 2024-06', 'Transplant. «2024 Jun»;59(6)'],
      ['Citation volume 59', '2024 Jun;«59»(6):777'],
      ['Citation issue 6', '2024 Jun;59(«6»):777'],
      ['Citation pageString 777-784', '59(6):«777-784». doi'],
      ['Evidence quantity 83.3', 'day 7, MSC «83.3» versus placebo'],
      ['Evidence quantity 57.6', 'versus placebo «57.6») was not'],
      ['Evidence numberAffected 5', 'in MSC patients («5», 50% vs'],
      ['Evidence numberAffected 0', '50% vs «0», 0%, p'],
      ['Evidence quantity 0.033', '0, 0%, «p = 0.033»). Median'],
      ['Evidence quantity 14', 'experimental arm («14» versus 23'],
      ['Evidence quantity 23', '(14 versus «23» days, p = 0.007'],
      ['Evidence quantity 0.007', '23 days, «p = 0.007»), resulting'],
      ['Evidence quantity 17.5', 'hospital stay («17.5» versus 28'],
      ['Evidence quantity 28', '17.5 versus «28» days'],
      ['Evidence quantity 0.042', '28 days, «p = 0.042»). No'],
    ],
  ],
  [
    '004',
    [
      ['Group quantity 8', 'September 2021, «8» intensive care unit patients'],
      ['Group quantity 24', 'those of «24» matched control'],
      ['Evidence knownDataCount 8', 'September 2021, «8» intensive care unit patients'],
      ['Evidence knownDataCount 24', 'those of «24» matched control'],
      ['Evidence numberAffected 7', 'nasal oxygen in «7» patients'],
      ['Evidence numberAffected 1', 'mechanical ventilation in «1» patient)'],
      ['Evidence numberAffected 3', 'Overall, «3» patients required'],
      ['Evidence numberAffected 1', 'including «one» who required extracorporeal'],
      ['Evidence numberAffected 1', '(«one» patient had an ischemic stroke'],
      ['Evidence quantity 100', '60 days («100»% vs 79.2%'],
      ['Evidence quantity 79.2', '100% vs «79.2»%'],
      ['Evidence quantity 0.025', '79.2%, «p = 0.025» and'],
      ['Evidence quantity 100', 'and «100»% vs 70.8%'],
      ['Evidence quantity 70.8', '100% vs «70.8»%'],
      ['Evidence quantity 0.0082', '70.8%, «p = 0.0082»,'],
      ['Evidence quantity 821.0', 'median «821.0» µg/L'],
      ['Evidence low 362.0', '[IQR «362.0»-1305.0]'],
      ['Evidence high 1305.0', '[IQR 362.0-«1305.0»]'],
      ['Evidence quantity 3553', 'vs «3553» µg/L'],
      ['Evidence low 1155.0', '[IQR «1155.0»-6433.5]'],
      ['Evidence high 6433.5', '[IQR 1155.0-«6433.5»]'],
      ['Evidence quantity 0.0085', '], «p = 0.0085»)'],
      ['ActivityDefinition count 3', 'efficacy of «3» intravenous infusions'],
      ['ResearchStudy start 2020-06', 'Between «June 2020» and'],
      ['ResearchStudy end 2021-09', 'and «September 2021», 8'],
      ['Citation articleDate 2022', 'Frontiers Media SA, «2022»'],
    ],
  ],
] satisfies Document[])('document %s', (number, wordsAround) => {
  const loaded = loadBeforeAll(number);

  const elements = (): readonly Element[] =>
    loaded().trial.resources.flatMap((resource) => elementsOf(resource));

  const marked = () =>
    elements().flatMap((element) => (element.mark ? [{ element, mark: element.mark }] : []));

  const points = () => Array.from(loaded().document);

  const slice = ({ offset, length }: Place): string =>
    points()
      .slice(offset, offset + length)
      .join('');

  /** A line for everything that does not hold, so that a failure says all. */
  const broken = (
    holds: (element: Element, slices: readonly string[], derivation: string | undefined) => boolean,
  ): readonly string[] =>
    marked()
      .map(({ element, mark }) => ({
        element,
        slices: mark.places.map(slice),
        derivation: mark.derivations[0],
      }))
      .filter(({ element, slices, derivation }) => !holds(element, slices, derivation))
      .map(({ element, slices, derivation }) => {
        const value = textOf(element) ?? numberOf(element) ?? JSON.stringify(element.value);
        return `${element.path} = ${value.slice(0, 200)} ${derivation} from ${slices.map((one) => `«${one}»`).join(' ')}`;
      });

  test('the stored document is the one that was sent, and its hashes and size agree', () => {
    const { bytes, trial } = loaded();
    const { id, identifier, content } = trial.one('DocumentReference');
    const sha256 = createHash('sha256').update(bytes);
    const hex = sha256.copy().digest('hex');
    expect(content).toHaveLength(1);
    const { attachment } = content[0]!;
    expect(Buffer.from(attachment.data ?? '', 'base64').equals(bytes)).toBe(true);
    expect(attachment.hash).toBe(createHash('sha1').update(bytes).digest('base64'));
    expect(attachment.size).toBe(String(bytes.length));
    expect(attachment.contentType).toBe('text/plain');
    expect(id).toBe(hex);
    expect(identifier?.[0]?.value).toBe(`ni:///sha-256;${Buffer.from(hex, 'hex').toString('base64url')}`);
  });

  test('every mark has a place in this document, and one derivation', () => {
    const document = addressOf(loaded().trial.one('DocumentReference'));
    const length = points().length;
    const wrong = marked().filter(
      ({ mark: { places, derivations } }) =>
        places.length === 0 ||
        places.some(
          (one) =>
            one.document !== document ||
            !(one.offset >= 0 && one.length > 0 && one.offset + one.length <= length),
        ) ||
        derivations.length !== 1 ||
        !['stated', 'normalised', 'derived'].includes(derivations[0] ?? ''),
    );
    expect(wrong.map(({ element }) => element.path)).toEqual([]);
    expect(marked().length).toBeGreaterThan(50);
  });

  test('every place is words of one line, at most a sentence, without mark-up', () => {
    const wrong = broken((_, slices) =>
      slices.every(
        (one) =>
          one === one.trim() &&
          !/[\r\n]|<\/?[a-z][^<]*>/i.test(one) &&
          one.length < SENTENCE &&
          !FULL_STOP.test(one) &&
          /[\p{L}\p{N}%]/u.test(one),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('the words are kept beside what is not simply stated, as they stand in the document', () => {
    const wrong = marked().filter(({ mark: { places, derivations, originalTexts } }) => {
      const expected = derivations[0] === 'stated' ? [] : [slice(places[0]!)];
      return JSON.stringify(originalTexts) !== JSON.stringify(expected);
    });
    expect(wrong.map(({ element, mark }) => [element.path, mark.originalTexts])).toEqual([]);
  });

  test('what is stated stands in the document so: a text is the words, a number is the only one in them', () => {
    const wrong = broken((element, slices, derivation) => {
      if (derivation !== 'stated') return true;
      const [words = ''] = slices;
      const number = numberOf(element);
      if (number !== undefined) return slices.every((one) => figuresIn(one).join(' ') === number);
      return (
        slices.length > 0 && textOf(element) !== undefined && spaces(words) === spaces(textOf(element) ?? '')
      );
    });
    expect(wrong).toEqual([]);
  });

  test('what is called normalised is not just the words', () => {
    const wrong = broken(
      (element, [words = ''], derivation) =>
        derivation !== 'normalised' ||
        'coding' in Object(element.value) ||
        spaces(textOf(element) ?? '') !== spaces(words),
    );
    expect(wrong).toEqual([]);
  });

  test('every number has its digits, its number word or its power of ten in its words', () => {
    const wrong = broken((element, slices) => {
      const number = numberOf(element);
      if (number === undefined || element.name === 'identifier') return true;
      return slices.some(
        (one) => numbersIn(one).map(Number).includes(Number(number)) || one.includes(number),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('every date has its year, month and day in its words', () => {
    const wrong = broken((element, slices) => {
      const date = element.value;
      return typeof date !== 'string' || !DATE.test(date) || slices.some((one) => statesDate(one, date));
    });
    expect(wrong).toEqual([]);
  });

  test('every number and date of the trial has a mark, on itself or on the quantity it is in', () => {
    const values = elements().filter(
      ({ name, value }) =>
        NUMBERS.includes(name) && typeof value === 'string' && (NUMBER.test(value) || DATE.test(value)),
    );
    const unmarked = values.filter(({ mark, parent }) => mark === undefined && parent?.mark === undefined);
    expect(unmarked.map(({ path }) => path)).toEqual([]);
    expect(values.length).toBeGreaterThan(5);
  });

  test.each(wordsAround)('%s comes from “%s”', (fact, words) => {
    const [type, name, ...rest] = fact.split(' ');
    const value = rest.join(' ');
    const found = loaded()
      .trial.resources.filter(({ resourceType }) => resourceType === type)
      .flatMap((resource) => elementsOf(resource))
      .filter((element) => element.name === name && (numberOf(element) ?? element.value) === value);
    const around = found.flatMap(({ mark }) =>
      (mark?.places ?? []).map(({ offset, length }) => {
        const part = (from: number, to: number) => points().slice(Math.max(0, from), to).join('');
        const end = offset + length;
        return spaces(`${part(offset - 60, offset)}«${part(offset, end)}»${part(end, end + 60)}`);
      }),
    );
    expect(around.filter((one) => one.includes(words))).not.toEqual([]);
    // Nothing of this name and value comes from words that are not listed here.
    const listed = wordsAround.filter(([one]) => one === fact).map(([, one]) => one);
    expect(around.filter((one) => !listed.some((known) => one.includes(known)))).toEqual([]);
  });
});
