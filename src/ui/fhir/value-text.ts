import type {
  CodeableConcept,
  ContactPoint,
  HumanName,
  Identifier,
  Period,
  Quantity,
  Range,
  Reference,
} from 'fhir/r5.js';
import { saidText } from './concept.ts';
import { quantityText, rangeText } from './statistic.ts';

/** A period in words: from one date to another, or from or until one. */
export const periodText = ({ start, end }: Period): string =>
  start && end ? `${start} – ${end}` : start ? `from ${start}` : `until ${end ?? ''}`;

/** Any value of FHIR in a line, as plainly as its type allows. */
export const valueText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if ('coding' in value || 'text' in value) return saidText(value as CodeableConcept);
  if ('low' in value || 'high' in value) return rangeText(value as Range);
  if ('start' in value || 'end' in value) return periodText(value as Period);
  if ('reference' in value) return (value as Reference).display ?? (value as Reference).reference ?? '';
  if ('value' in value)
    return typeof value.value === 'number'
      ? quantityText(value as Quantity)
      : ((value as Identifier | ContactPoint).value ?? '');
  if ('name' in value) return valueText(value.name);
  if ('family' in value || 'given' in value) return humanName(value as HumanName);
  if ('display' in value) return String(value.display);
  return JSON.stringify(value, (key, one) => (key === 'extension' || key.startsWith('_') ? undefined : one));
};

const humanName = ({ text, given = [], family }: HumanName): string =>
  text ?? [...given, family].filter(Boolean).join(' ');
