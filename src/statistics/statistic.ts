import { at, codes, items, member, text, type View, type Written } from './json-view.ts';
import { type Reported, reported, wholeCount } from './reported.ts';
import { termsOf } from './term.ts';

/** A number with its unit: https://hl7.org/fhir/R5/datatypes.html#Quantity */
export interface Measured extends Reported {
  /** UCUM code, or the unit as written. */
  readonly unit: string | undefined;
  /** The unit in words, where it has a code as well. */
  readonly unitWords: string | undefined;
  readonly comparator: string | undefined;
}

/** An attribute of an estimate: https://hl7.org/fhir/R5/evidence-definitions.html#Evidence.statistic.attributeEstimate */
export interface Attribute {
  readonly path: string;
  readonly codes: readonly string[];
  readonly quantity: Measured | undefined;
  readonly low: Measured | undefined;
  readonly high: Measured | undefined;
  /** The words of bounds that are no numbers. */
  readonly words: string | undefined;
  /** As a fraction: 0.95. */
  readonly level: number | undefined;
}

/** A statistic as it was reported: https://hl7.org/fhir/R5/evidence-definitions.html#Evidence.statistic */
export interface Statistic {
  readonly path: string;
  readonly types: readonly string[];
  readonly quantity: Measured | undefined;
  readonly affected: number | undefined;
  readonly size: number | undefined;
  /** Whether it is about a part of its group. */
  readonly partial: boolean;
  readonly attributes: readonly Attribute[];
  /** Codes and words of how it was analysed. */
  readonly model: readonly string[];
  /** What else is remarked of it. */
  readonly remarks: readonly string[];
  /** Whether variables were adjusted for. */
  readonly adjusted: boolean;
}

type Forms = Written['forms'];

const measured = (quantity: View, forms: Forms): Measured | undefined => {
  const found = reported(text(member(quantity, 'value'), forms));
  if (found === undefined) return;
  const [code, words] = [text(member(quantity, 'code')), text(member(quantity, 'unit'))];
  return {
    ...found,
    unit: code ?? words,
    unitWords: words,
    comparator: text(member(quantity, 'comparator')),
  };
};

const level = (written: View): number | undefined => {
  const value = reported(text(written))?.value;
  const fraction = value !== undefined && value > 1 ? value / 100 : value;
  return fraction !== undefined && fraction > 0 && fraction < 1 ? fraction : undefined;
};

const attribute = (estimate: View, path: string, forms: Forms): Attribute => ({
  path,
  codes: termsOf(member(estimate, 'type')),
  quantity: measured(member(estimate, 'quantity'), forms),
  low: measured(at(estimate, 'range', 'low'), forms),
  high: measured(at(estimate, 'range', 'high'), forms),
  words: text(member(estimate, 'description')),
  level: level(member(estimate, 'level')),
});

const words = (characteristic: View): readonly string[] => {
  const code = member(characteristic, 'code');
  return [
    ...codes(code),
    ...items(member(code, 'coding')).flatMap((coding) => text(member(coding, 'display')) ?? []),
    ...[text(member(code, 'text'))].filter((one) => one !== undefined),
  ];
};

/** The notes of an element, and its description. */
const remarksOf = (element: View): readonly string[] =>
  [
    member(element, 'description'),
    ...items(member(element, 'note')).map((note) => member(note, 'text')),
  ].flatMap((one) => text(one) ?? []);

/** Reads a statistic; what it does not have, or has in another shape, is `undefined`. */
export const readStatistic = (statistic: View, path: string, forms: Forms): Statistic => {
  const models = items(member(statistic, 'modelCharacteristic'));
  const sample = member(statistic, 'sampleSize');
  const estimates = items(member(statistic, 'attributeEstimate'));
  return {
    path,
    types: termsOf(member(statistic, 'statisticType')),
    quantity: measured(member(statistic, 'quantity'), forms),
    affected: wholeCount(text(member(statistic, 'numberAffected'))),
    size: wholeCount(text(member(sample, 'knownDataCount')) ?? text(member(sample, 'numberOfParticipants'))),
    partial: member(statistic, 'category') !== undefined,
    attributes: estimates.map((one, index) => attribute(one, `${path}.attributeEstimate[${index}]`, forms)),
    model: models.flatMap(words),
    remarks: [statistic, ...estimates].flatMap(remarksOf),
    adjusted: models.some((one) => items(member(one, 'variable')).length > 0),
  };
};

/** The first attribute of a kind, by its code of `TERM`. */
export const attributeOf = ({ attributes }: Statistic, code: string): Attribute | undefined =>
  attributes.find((one) => one.codes.includes(code));
