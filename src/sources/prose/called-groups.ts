import { type Abbreviations, shortForms } from './abbreviation.ts';
import { agentWords } from './agent.ts';
import type { ListedArm } from './arm-list.ts';
import type { CalledGroup } from './group-mention.ts';
import { keyOf } from './key.ts';
import { literally } from './match.ts';

const HEAD = /\s+(?:groups?|arms?|cohort|regimens?|therapy|treatment|treated)$/i;
const DOSE = /\s*\b\d[\d.,]*\s?(?:mg|g|µg|μg|mcg|ng|IU|U|units|mL|ml|Gy|%)(?:\/\S+)?/g;
const SALT =
  /\s+(?:sul(?:ph|f)ate|hydrochloride|sodium|potassium|acetate|maleate|citrate|succinate|tartrate|phosphate|gluconate|mesylate|fumarate)$/i;
const COMBINED = /\b(?:plus|and|combined|combination|with)\b|\+/i;

/** The key of an arm by its name: its words without *group* or *arm*. */
export const keyOfArm = (name: string): string => keyOf(name.replace(HEAD, '')) || keyOf(name);

/** Words that call a group one of several and stand for much else. */
const GENERAL = /^(?:intervention|experimental|treatment|study|test|active|first|second|trial)$/i;
const FUNCTION_WORD = /^(?:and|or|of|the|a|an|in|with|for|to|at|on|by|plus|versus|\d.*)$/i;
/** The shortest last word of a name, and the shortest part of a combination, that stand for the whole. */
const [LONG_WORD, AGENT_LENGTH] = [6, 4];

/**
 * What a long name is shortened to: stretches of two words and more, or its last word, that hold a word which no other
 * arm's name has: *aerobic exercise* for *supervised aerobic exercise*.
 */
const shortened = (name: string, others: readonly string[]): readonly string[] => {
  const words = name.split(/\s+/);
  const taken = new Set(others.flatMap((other) => other.toLowerCase().split(/[\s-]+/)));
  const isOwn = (word: string): boolean => !FUNCTION_WORD.test(word) && !taken.has(word.toLowerCase());
  const stretches = words.flatMap((_, from) =>
    words
      .slice(from + 2)
      .map((__, i) => words.slice(from, from + 2 + i))
      .concat([words.slice(from)]),
  );
  return stretches
    .filter((part) => part.length < words.length && part.some(isOwn))
    .filter((part) => ![part[0], part.at(-1)].some((word) => word === undefined || FUNCTION_WORD.test(word)))
    .filter((part) => part.length > 1 || (part[0] ?? '').length >= LONG_WORD)
    .map((part) => part.join(' '));
};

/** The capitals before a hyphen, `SLED` of `SLED-BD`, which stand for the whole where no other arm has them. */
const beforeHyphen = (form: string, others: readonly string[]): readonly string[] => {
  const [, capitals] = /(?<![\p{L}-])(\p{Lu}{3,})-\p{Lu}/u.exec(form) ?? [];
  return capitals && !others.some((other) => other.includes(capitals)) ? [capitals] : [];
};

const JOINED = /\s+(?:plus|and|combined with|with|in combination with)\s+|\s*\+\s*/i;

/** What only this combination has: *taping* of `exercise plus taping` where no other arm's name has it. */
const ownParts = (name: string, others: readonly string[]): readonly string[] => {
  const parts = name.split(JOINED);
  return parts.length < 2
    ? []
    : parts.filter(
        (part) =>
          part.length >= AGENT_LENGTH &&
          !others.some((other) => other.toLowerCase().includes(part.toLowerCase())),
      );
};

/** The other orders of a combination of two: *B plus A*. */
const reordered = (name: string): readonly string[] => {
  const [first, second, ...more] = name.split(JOINED);
  return first && second && more.length === 0
    ? ['plus', 'and', 'with', '+'].flatMap((joint) => [
        `${second} ${joint} ${first}`,
        `${first} ${joint} ${second}`,
      ])
    : [];
};

const ALONE = /^(.{4,}) (?:alone|only|monotherapy)$/i;

/** The names that a listed arm goes by: its own, without head noun or dose, its short forms and their long ones. */
const namesOf = (
  arm: ListedArm,
  all: readonly ListedArm[],
  abbreviations: Abbreviations,
): readonly string[] => {
  const name = arm.called.replace(HEAD, '');
  const plain = name.replace(DOSE, '').trim();
  const one =
    all.filter(({ called }) => called.replace(HEAD, '').replace(DOSE, '').trim() === plain).length === 1;
  const others = all.filter((other) => other !== arm).map(({ called }) => called);
  const short = [
    ...arm.short.filter((form) => !others.some((other) => other.split(/[\s-]/).includes(form))),
    ...shortForms(arm.called, abbreviations).filter(
      (form) => !all.some((other) => other !== arm && shortForms(other.called, abbreviations).includes(form)),
    ),
  ];
  const long = abbreviations.get(name);
  const combined = COMBINED.test(name) && all.filter(({ called }) => COMBINED.test(called)).length === 1;
  const [, withoutAlone] = ALONE.exec(plain) ?? [];
  return [
    name,
    ...reordered(plain),
    ...(one && plain !== '' ? [plain, plain.replace(SALT, '')] : []),
    ...(COMBINED.test(name) ? ownParts(plain, others) : shortened(plain, others)),
    ...short,
    ...short.map((form) => form.replace(HEAD, '')).filter((form) => !GENERAL.test(form)),
    ...[name, ...short].flatMap((form) =>
      beforeHyphen(
        form,
        all.filter((other) => other !== arm).flatMap((other) => [other.called, ...other.short]),
      ),
    ),
    ...(long ? [long] : []),
    ...(/^with\s/i.test(name) ? [name.replace(/^with\s+/i, '')] : []),
    ...(withoutAlone && !all.some(({ called }) => called === withoutAlone) ? [withoutAlone] : []),
    ...(combined ? ['combination', 'combined', 'combination therapy'] : []),
  ].filter((one) => one.length > 0 && !/^(?:n|group|arm)$/i.test(one));
};

const escaped = (text: string): string =>
  literally(text)
    .replace(/[\s-]+/g, '[\\s-]+')
    .replace(/(?<=\p{L}{3})s$/u, 's?');

/** Its letters small or capital, said letter by letter: see `inItsCase`. */
const inEitherCase = (pattern: string): string =>
  pattern.replace(/(?<!\\)\p{L}/gu, (letter) => {
    const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()];
    return small.length === 1 && capital.length === 1 && small !== capital ? `[${small}${capital}]` : letter;
  });

/** A name in a text, alone or before its people; short forms only in their own case. */
const patternOf = (names: readonly string[]): RegExp => {
  const forms = [...new Set(names)]
    .toSorted((a, b) => b.length - a.length)
    .map((name) =>
      name.length <= 4 || /^\p{Lu}+$/u.test(name) ? escaped(name) : inEitherCase(escaped(name)),
    );
  return new RegExp(
    `(?<![\\p{L}\\d-])(?<name>${forms.join('|')})(?![\\p{L}\\d])(?:-treated)?(?:\\s(?:groups?|arms?|patients|participants|subjects|recipients|women|men|children|infants)\\b)?`,
    'dgu',
  );
};

/** The groups of a list of arms with all that a document calls them by. */
export const calledGroups = (
  arms: readonly ListedArm[],
  abbreviations: Abbreviations,
): readonly CalledGroup[] => {
  const words = arms.map((arm) => agentWords(namesOf(arm, arms, abbreviations).join(' ')));
  return arms.map((arm, i) => ({
    key: keyOfArm(arm.called),
    pattern: patternOf(namesOf(arm, arms, abbreviations)),
    words: words.reduce((own, others, j) => (i === j ? own : own.difference(others)), words[i] ?? new Set()),
  }));
};
