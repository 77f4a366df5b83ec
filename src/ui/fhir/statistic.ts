import type { EvidenceStatistic, EvidenceStatisticAttributeEstimate, Quantity, Range } from 'fhir/r5.js';
import { written } from '../../client/written.ts';
import { codeIn, saidText } from './concept.ts';

const ATTRIBUTES = 'http://terminology.hl7.org/CodeSystem/attribute-estimate-type';

/** The code of a confidence interval among the attributes of an estimate. */
export const CONFIDENCE_INTERVAL = 'C53324';

/** The code of a P value among the attributes of an estimate. */
export const P_VALUE = 'C44185';

type Attributed = { readonly attributeEstimate?: EvidenceStatisticAttributeEstimate[] | undefined };

/** The attribute of an estimate that has a code, or else these words. */
export const attribute = (
  { attributeEstimate = [] }: Attributed,
  codeOrWords: string,
): EvidenceStatisticAttributeEstimate | undefined =>
  attributeEstimate.find(
    ({ type }) => codeIn(ATTRIBUTES, type) === codeOrWords || type?.text === codeOrWords,
  );

const numberText = (quantity: Quantity): string =>
  `${quantity.comparator ? `${quantity.comparator} ` : ''}${written(quantity, 'value')}`;

/** A quantity as it was written, with its unit: `< 0.001`, `1.50 mg`. */
export const quantityText = (quantity: Quantity): string =>
  [numberText(quantity), quantity.unit].filter(Boolean).join(' ');

/** The bounds of a range as they were written. */
export const rangeText = ({ low, high }: Range): string =>
  `${(low && numberText(low)) || '…'} to ${(high && numberText(high)) || '…'}`;

/** The attributes that have a short name everyone uses. */
const SHORT: Readonly<Record<string, string>> = {
  [CONFIDENCE_INTERVAL]: 'CI',
  C53322: 'SD',
  C53245: 'IQR',
  '0000037': 'SE',
};

const attributeText = (one: EvidenceStatisticAttributeEstimate): string => {
  const level = one.level === undefined ? '' : `${Math.round(one.level * 1000) / 10} % `;
  const value = one.range
    ? rangeText(one.range)
    : one.quantity
      ? quantityText(one.quantity)
      : one.description;
  return value === undefined
    ? ''
    : `${level}${SHORT[codeIn(ATTRIBUTES, one.type) ?? ''] ?? saidText(one.type)} ${value}`;
};

/** The P value of a statistic as it was written. */
export const pText = (statistic: EvidenceStatistic): string | undefined => {
  const quantity = attribute(statistic, P_VALUE)?.quantity;
  return quantity && numberText(quantity);
};

/** How many people a statistic is of, as far as it says so itself. */
export const sampleSizeOf = ({ sampleSize }: EvidenceStatistic): number | undefined =>
  sampleSize?.knownDataCount ?? sampleSize?.numberOfParticipants;

/** What was counted: people with the event, else events. */
const countText = (statistic: EvidenceStatistic): string | undefined => {
  const { numberAffected, numberOfEvents } = statistic;
  return numberAffected === undefined
    ? numberOfEvents?.toString()
    : numberOfEvents === undefined || numberOfEvents === numberAffected
      ? String(numberAffected)
      : `${numberAffected} (${numberOfEvents} events)`;
};

/** The value of a statistic with what is given around it, in words, without its P value and its size. */
export const valueText = (statistic: EvidenceStatistic): string => {
  const { quantity, attributeEstimate = [] } = statistic;
  const value = quantity ? quantityText(quantity) : countText(statistic);
  const around = attributeEstimate
    .filter(({ type }) => codeIn(ATTRIBUTES, type) !== P_VALUE)
    .map(attributeText)
    .filter((text) => text !== '');
  return [value, around.length === 0 ? undefined : `(${around.join('; ')})`].filter(Boolean).join(' ');
};
