import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { RegistryRecord } from '../../model/record/record.ts';
import { sectionCriteria } from '../eligibility/section-criteria.ts';
import { factOf } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { concluded, merged, stated } from '../record-parts.ts';
import { wholeNumber } from '../whole-number.ts';
import { answers, countryIn, first, isAsked, isYes, wordsOf } from './answers.ts';
import type { Entry, Protocol } from './form.ts';

const AGES: readonly (readonly [code: string, from: string, to: string])[] = [
  ['F.1.1.1', '', ''],
  ['F.1.1.2', '', '0 Years'],
  ['F.1.1.3', '0 Days', '27 Days'],
  ['F.1.1.4', '28 Days', '23 Months'],
  ['F.1.1.5', '2 Years', '11 Years'],
  ['F.1.1.6', '12 Years', '17 Years'],
  ['F.1.2', '18 Years', '64 Years'],
  ['F.1.3', '65 Years', ''],
];

/** The bounds of neighbouring age groups answered with yes, as the form itself writes them; open where the form is. */
export const ages = (
  entries: readonly Entry[],
): Pick<RegistryRecord['eligibility'], 'minimumAge' | 'maximumAge'> => {
  const found = AGES.flatMap(([code, from, to], at) =>
    stated(first(answers(entries, code, isYes))).map((yes) => ({ at, from, to, yes })),
  );
  const [youngest, oldest] = [found[0], found.at(-1)];
  if (!youngest || !oldest || oldest.at - youngest.at >= found.length)
    return { minimumAge: NOT_STATED, maximumAge: NOT_STATED };
  return {
    minimumAge: youngest.from !== '' ? concluded(youngest.yes, youngest.from) : NOT_STATED,
    maximumAge: oldest.to !== '' ? concluded(oldest.yes, oldest.to) : NOT_STATED,
  };
};

/** Whose sex may take part. */
export const sex = (entries: readonly Entry[]): RegistryRecord['eligibility']['sex'] => {
  const [female] = answers(entries, 'F.2.1', isYes);
  const [male] = answers(entries, 'F.2.2', isYes);
  if (female && male)
    return { ...female, value: 'all', spans: [...female.spans, ...male.spans] as Fact<string>['spans'] };
  if (female) return { ...female, value: 'female' };
  return male ? { ...male, value: 'male' } : NOT_STATED;
};

/** The criteria that the protocols have, each once with all its places. */
export const criteria = (
  entries: readonly Entry[],
  section: 'inclusion' | 'exclusion',
  code: string,
): readonly Fact<string>[] =>
  merged(
    entries
      .filter(isAsked(code))
      .flatMap(({ node }) =>
        wordsOf(node) === undefined ? [] : sectionCriteria(section, node, [factOf(node, node.words)]),
      ),
  );

const digits = ({ words }: Located): number | undefined => wholeNumber(words);

const COUNTED = /^Number of subjects for this age range/i;

/** The name of a field that has this code, and is not one for a number. */
const nameOf = (entries: readonly Entry[], code: string): string | undefined =>
  entries.find((entry) => entry.code === code && !COUNTED.test(entry.label))?.label;

/** How many are planned in each member state, in the EEA and of each age. */
export const plannedParts = (protocols: readonly Protocol[]): NonNullable<RegistryRecord['plannedParts']> => {
  const all = protocols.flatMap(({ entries }) => {
    const parts = entries
      .filter(({ code, label }) => code.startsWith('F.1.') && COUNTED.test(label))
      .flatMap((entry) => {
        const part = nameOf(entries, entry.code) ?? nameOf(entries, entry.code.replace(/\.\d+$/, ''));
        return answers([entry], entry.code, digits).flatMap((count) =>
          part === undefined ? [] : [{ part: concluded(count, part), count }],
        );
      });
    return [
      ...stated(countryIn(entries)).flatMap((part) =>
        answers(entries, 'F.4.1', digits).map((count) => ({ part, count })),
      ),
      ...answers(entries, 'F.4.2.1', digits).map((count) => ({
        part: concluded(count, 'European Economic Area'),
        count,
      })),
      ...parts,
    ];
  });
  const same = Map.groupBy(all, ({ part, count }) => `${part.value} ${count.value}`);
  return [...same.values()].flatMap((each) => {
    const [part] = merged(each.map((one) => one.part));
    const [count] = merged(each.map((one) => one.count));
    return part && count ? [{ part, count }] : [];
  });
};

/** The number planned for the widest region that is answered for. */
export const enrolment = (entries: readonly Entry[]): RegistryRecord['enrolment'] => {
  const [count] = ['F.4.2.2', 'F.4.2.1', 'F.4.1'].flatMap((code) => answers(entries, code, digits));
  return count && { count, actual: concluded(count, false) };
};
