import { at, codes, items, member, text, type View } from './json-view.ts';
import { type Reported, reported, wholeCount } from './reported.ts';

/** A number with its unit: https://hl7.org/fhir/R5/datatypes.html#Quantity */
export interface Measured extends Reported {
  /** UCUM code, or the unit as written. */
  readonly unit: string | undefined;
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
  /** Whether variables were adjusted for. */
  readonly adjusted: boolean;
}

const measured = (quantity: View): Measured | undefined => {
  const found = reported(text(member(quantity, 'value')));
  return (
    found && {
      ...found,
      unit: text(member(quantity, 'code')) ?? text(member(quantity, 'unit')),
      comparator: text(member(quantity, 'comparator')),
    }
  );
};

const level = (written: View): number | undefined => {
  const value = reported(text(written))?.value;
  const fraction = value !== undefined && value > 1 ? value / 100 : value;
  return fraction !== undefined && fraction > 0 && fraction < 1 ? fraction : undefined;
};

const attribute = (estimate: View, path: string): Attribute => ({
  path,
  codes: codes(member(estimate, 'type')),
  quantity: measured(member(estimate, 'quantity')),
  low: measured(at(estimate, 'range', 'low')),
  high: measured(at(estimate, 'range', 'high')),
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

/** Reads a statistic; what it does not have, or has in another shape, is `undefined`. */
export const readStatistic = (statistic: View, path: string): Statistic => {
  const models = items(member(statistic, 'modelCharacteristic'));
  const sample = member(statistic, 'sampleSize');
  return {
    path,
    types: codes(member(statistic, 'statisticType')),
    quantity: measured(member(statistic, 'quantity')),
    affected: wholeCount(text(member(statistic, 'numberAffected'))),
    size: wholeCount(text(member(sample, 'knownDataCount')) ?? text(member(sample, 'numberOfParticipants'))),
    partial: member(statistic, 'category') !== undefined,
    attributes: items(member(statistic, 'attributeEstimate')).map((one, index) =>
      attribute(one, `${path}.attributeEstimate[${index}]`),
    ),
    model: models.flatMap(words),
    adjusted: models.some((one) => items(member(one, 'variable')).length > 0),
  };
};

/** The first attribute of a kind: `C53324` is a confidence interval, `C44185` a P value. */
export const attributeOf = ({ attributes }: Statistic, code: string): Attribute | undefined =>
  attributes.find((one) => one.codes.includes(code));
