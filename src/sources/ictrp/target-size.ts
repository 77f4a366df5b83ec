import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { RegistryRecord } from '../../model/record/record.ts';
import { as, at } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { partOf, wordingOf } from '../located/wording.ts';
import { concluded, enrolments } from '../record-parts.ts';
import { wholeNumber } from '../whole-number.ts';

const NUMBER = String.raw`(?<number>\d{1,3}(?:,\d{3})+|\d+)`;
const WHOLE = new RegExp(
  String.raw`^(?:(?:approximately|approx\.?|about|~|n\s*=|(?:total )?sample size\s*[:=]|total\s*[:=])\s*)?${NUMBER}(?: (?:participants|patients|subjects|people))?$`,
  'i',
);
const PART = new RegExp(String.raw`(?<part>[^:;=]*[^:;=\s])\s*[:=]\s*${NUMBER}\s*(?:;|$)`, 'g');
const PARTS = /^(?:\s*[^:;=]+[:=]\s*(?:\d{1,3}(?:,\d{3})+|\d+)\s*(?:;|$))+\s*$/;

/** In UTF-16 units; a longer text tells more than numbers. */
const LONGEST = 1000;

const count = (digits: string): number | undefined => wholeNumber(digits.replaceAll(',', ''));

const isTotal = (part: string): boolean => /\b(?:total|all|overall|whole)\b/i.test(part);

/** The parts of a number that is told by group: `Treatment group:30;Control group:30;`. */
const partsIn = (node: Located | undefined): NonNullable<RegistryRecord['plannedParts']> => {
  if (node === undefined || node.words.length > LONGEST || !PARTS.test(node.words)) return [];
  const wording = wordingOf(node);
  return [...wording.text.matchAll(PART)].flatMap(
    ({ 0: all, index, groups: { part = '', number = '' } = {} }) => {
      const from = index + all.indexOf(part);
      const digits = index + all.lastIndexOf(number);
      const value = count(number);
      return value === undefined
        ? []
        : [
            {
              part: partOf(node, wording, from, from + part.length),
              count: { ...partOf(node, wording, digits, digits + number.length), value },
            },
          ];
    },
  );
};

/** What several parts come to; where one of them is the total, that. */
const sumOf = (parts: NonNullable<RegistryRecord['plannedParts']>): Stated<number> => {
  const total = parts.find(({ part }) => isTotal(part.value));
  const [first, ...others] = parts.map((one) => one.count);
  if (total !== undefined || first === undefined) return total?.count ?? NOT_STATED;
  const sum = wholeNumber(String(others.reduce((before, { value }) => before + value, first.value)));
  if (sum === undefined) return NOT_STATED;
  return {
    ...concluded(first, sum),
    spans: [first.spans[0], ...others.flatMap(({ spans }) => spans)],
  };
};

/** How many people are planned and enrolled, by the WHO's fields for it. */
export const enrolment = (
  node: Located | undefined,
  target: string,
  actual: string,
): Pick<RegistryRecord, 'enrolment' | 'plannedEnrolment' | 'plannedParts'> => {
  const number = (path: string): Stated<number> =>
    as(node, path, (words) => {
      const digits = WHOLE.exec(words)?.groups?.number;
      return digits === undefined ? undefined : count(digits);
    });
  const whole = number(target);
  const parts = whole === NOT_STATED ? partsIn(at(node, target)) : [];
  const planned = whole === NOT_STATED ? sumOf(parts) : whole;
  return {
    ...enrolments(planned, number(actual)),
    plannedParts: parts.filter(({ part }) => !isTotal(part.value)),
  };
};
