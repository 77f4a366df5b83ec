import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { RegistryRecord } from '../../model/record/record.ts';
import { count, flag, oneOrMore, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { concluded, firstStated, merged, stated } from '../record-parts.ts';
import { type Application, said } from './application.ts';
import { AGE_GROUPS } from './codes.ts';

/** How many are planned: as the record says, else as it says of each state and of the rest of the world. */
export const enrolment = ({ root, partI, partsII }: Application): RegistryRecord['enrolment'] => {
  const total = count(root, 'totalNumberEnrolled');
  if (total !== NOT_STATED) return { count: total, actual: concluded(total, false) };
  const each = partsII.flatMap((part) => stated(count(part, 'recruitmentSubjectCount')));
  const [first, ...others] = [...each, ...stated(count(partI, 'rowSubjectCount'))];
  if (first === undefined || each.length < partsII.length || each.length === 0) return undefined;
  const sum: Fact<number> = {
    ...concluded(
      first,
      others.reduce((before, { value }) => before + value, first.value),
    ),
    spans: [first.spans[0], ...others.flatMap(({ spans }) => spans)],
  };
  return { count: sum, actual: concluded(sum, false) };
};

/** How many are planned in each state and in the rest of the world. */
export const plannedParts = ({
  partI,
  partsII,
}: Application): NonNullable<RegistryRecord['plannedParts']> => [
  ...partsII.flatMap((part) => {
    const [name] = stated(firstStated(said(part, 'mscInfo.countryName'), said(part, 'mscInfo.mscName')));
    const [planned] = merged([
      ...stated(count(part, 'recruitmentSubjectCount')),
      ...stated(count(part, 'mscInfo.recruitmentSubjectCount')),
    ]);
    return name && planned ? [{ part: name, count: planned }] : [];
  }),
  ...stated(count(partI, 'rowSubjectCount')).map((planned) => ({
    part: concluded(planned, 'Rest of the world'),
    count: planned,
  })),
];

/** The bounds of neighbouring age groups that may take part. */
export const ages = (
  people: Located | undefined,
): Pick<RegistryRecord['eligibility'], 'minimumAge' | 'maximumAge'> => {
  const groups = oneOrMore(people, 'ageRanges').flatMap((one) =>
    stated(firstStated(text(one, 'ageRangeCategoryCode'), text(one, 'ageRangeCategory'))),
  );
  const found = AGE_GROUPS.flatMap(({ code, from, to }, index) => {
    const fact = groups.find(({ value }) => value === code);
    return fact ? [{ index, from, to, fact }] : [];
  });
  const [youngest, oldest] = [found[0], found.at(-1)];
  if (!youngest || !oldest || oldest.index - youngest.index >= found.length || groups.length > found.length)
    return { minimumAge: NOT_STATED, maximumAge: NOT_STATED };
  return {
    minimumAge: youngest.from === '' ? NOT_STATED : concluded(youngest.fact, youngest.from),
    maximumAge: oldest.to === '' ? NOT_STATED : concluded(oldest.fact, oldest.to),
  };
};

/** Whose sex may take part, where the record answers for both. */
export const sex = (people: Located | undefined): RegistryRecord['eligibility']['sex'] => {
  const [female, male] = [flag(people, 'isFemaleSubjects'), flag(people, 'isMaleSubjects')];
  if (female === NOT_STATED || male === NOT_STATED || (!female.value && !male.value)) return NOT_STATED;
  const value = female.value && male.value ? 'all' : female.value ? 'female' : 'male';
  return { ...female, value, derivation: 'normalised', spans: [female.spans[0], ...male.spans] };
};
