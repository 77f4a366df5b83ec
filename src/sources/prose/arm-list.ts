import { regex } from 'regex';
import { depths, withoutEnumerators } from './brackets.ts';
import { firstMatch, matches, type Part } from './match.ts';
import { COUNT, countOf } from './number.ts';
import { PUTS } from './participants.ts';
import { PEOPLE } from './people.ts';

/** An arm as a list of arms names it: `aspirin 100 mg (group A, n = 34)`. */
export interface ListedArm {
  readonly name: Part;
  /** Its name in full: of `aspirin 100 or 300 mg`, the second is `aspirin 300 mg`. */
  readonly called: string;
  /** What stands in brackets behind it as a name: `EA`, `group A`. */
  readonly short: readonly string[];
  readonly count: Part | undefined;
}

const ASSIGNED = regex(
  'dgi',
)`\b ( randomi[sz]ed | randomly | randomi[sz]ation | randomi[sz]ing | assigned | allocated | allocation | divided | apportioned ) \b [^.;]{0,160}? \b (?<into> to | into | between | among | (receiving | received) (?! \s [^,;\(\)]{1,60} \s to \s) | receive | undergo | underwent | : ) \s`;

const GIVEN = regex(
  'dgi',
)`\b ( ${PEOPLE} | who | groups? ) \s ( \( [^\(\)]* \) \s )? (?<into> received | receiving | underwent | were\ given | were\ treated\ with ) \s`;

const COMPARED = regex(
  'dgi',
)`\b ( comparing | compare | compared (?! \s (with | to) \b) | comparison\ (of | between) | differences?\ between ) \s`;

const GROUPS = regex(
  'i',
)`( one\ of\ (the\ )? )? ( the\ (following\ )? )? ( (?<number> ${COUNT} ) \s )? ( (equal | parallel | study | treatment | intervention | different | experimental | separate | possible) (ly)? \s ){0,2}
  ( groups | arms | treatments | regimens | conditions | interventions | strategies | sequences ) \b ( \s? \( [^\(\)]* \) )? ( \s of \s ${COUNT} ( \s ${PEOPLE} )? ( \s each )? )? \s* ( : | , | ; | - | — | – | to\ receive | receiving | that\ received | of | in\ which\ they\ received )?`;

/** What may stand before the first arm, word by word. */
const LEADING = regex(
  'dgi',
)`^ ( \s+ | (${COUNT} \s | a \s )? (consecutive \s)? ( cycles | courses | weeks | months | days | sessions | doses | years | course ) \s of \s | (either | receive | receiving | received | undergo | undergoing | take | taking | be\ given | be\ treated\ with | treatment\ with | (treatment|therapy|supplementation)\ with | to | the | a | an | both | into | one\ of | have | get | use | using | follow | participate\ in | efficacy | effects? | effectiveness | safety | and | tolerability | of | between ) \s | ${GROUPS} (?= \s | $) )`;

const OR = regex('dgi')`,? \s+ ( or | versus | vs\.? | compared\ (with | to) ) \s+`;
const WITH_OR_AND = regex(
  'dgi',
)`,? \s+ ( and | with | to | or | versus | vs\.? | compared\ (with | to) ) \s+`;
const AND = regex('dgi')`,? \s+ ( and | or | versus | vs\.? ) \s+`;
const COMMA_AND = regex('dgi')`, \s+ ( and | or ) \s+`;
const COMMA = regex(
  'dgi',
)`[,;] \s+ (?! (followed | with | given | at | in | for | once | twice | daily | as | each | every | and | then | which | where | who | all | both | while | on | by | plus | after | respectively | but | whereas | aged | including | stratified | using) \b | \d )`;
const DOSES = regex(
  'dgi',
)`, \s+ (?= \d [\d.,]* \s? ( mg | g | µg | μg | mcg | ng | IU | U | units | mL | ml | Gy | %) \b )`;

/** Words behind which a name is over: when, how and for how long. */
const TAIL = regex(
  'i',
)`\s ( for | every | twice | once | three\ times | daily | weekly | monthly | each | over | during | until | before | after | within | followed | given | administered | delivered | while | where | which | who | using | as | in\ (a | an | addition | the | random) | at\ (a | the | week | day | \d) | on\ (a | day | the) | by\ (a | the) | was | were | had | did | will | is | are | b\.i\.d | bid | per | started | starting | added\ to | respectively | stratified | from\ (a | the | week | baseline)) \b | [:;.] \s | [:;.] $ | , \s | \s - \s | \s [—–] \s`;

const NO_ARM = regex(
  'i',
)`^ ( groups? | arms? | treatments? | .* \s (with | without) | (the\ )? (two | three | four | other | same | following | first | second | latter | former | next | each | this | these | those | we | it | his | her | their)\b .* | both | \W{0,2} \d [\d.,%·]* ( \s \S+ )? | \d.* \s and \s .* | (January | February | March | April | May | June | July | August | September | October | November | December) \b .* | ${COUNT} ( \s .* )? | (the\ )? ( ${PEOPLE} ) .* | baseline .* | (its | improve | evaluate | determine | assess | examine | reduce | test | investigate | prevent | each) \b .* )$`;

/** A bracket that says one number of people. */
const NUMBERED = regex(
  'dgi',
)`^ [^\(\)]*? \( ( (?! [^\(\)]* \b n \s? = [^\(\)]* \b n \s? = ) [^\(\)]*? \b n \s? [=:] \s? (?<n> ${COUNT}) | [^\(\)=]*? (?<people> ${COUNT}) \s ${PEOPLE} | \s? (?<alone> ${COUNT}) \s? \) )`;
const BRACKETED = regex('dg')`\( (?<short> [^\(\)=<>\d;,]{1,40} ( \d{1,2} )? ) [,;\)]`;
const DOSE_ONLY = regex(
  'i',
)`^ \d [\d.,]* \s? ( mg | g | µg | μg | mcg | ng | IU | U | units | mL | ml | Gy | % )? ( \/ \S+ )? $`;

const IN_BRACKETS = /\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\]/g;

const WORDS_IN_NAME = 9;

const topLevel = (text: string, pattern: RegExp): readonly Part[] => {
  const open = depths(text);
  return matches(text, pattern).filter(({ from }) => open[from] === 0);
};

const cut = (text: string, from: number, to: number, separators: readonly Part[]): readonly Part[] =>
  [...separators, undefined].flatMap((separator, i) => {
    const [start, end] = [separators[i - 1]?.to ?? from, separator?.from ?? to];
    return end > start ? [{ from: start, to: end, text: text.slice(start, end) }] : [];
  });

const LEADING_GROUPS = regex('dgi')`^ [^\(\)]{0,20}? ${GROUPS}`;
const EITHER = /^[^()]*\beither\s/i;

const skipLeading = (text: string): number => {
  let at = EITHER.exec(text)?.[0].length ?? 0;
  for (let length = -1; length !== at; ) {
    length = at;
    at += firstMatch(text.slice(at), LEADING)?.to ?? 0;
  }
  return at;
};

/** An arm among the items of a list; `before` is the one it stands behind. */
const armOf = (item: Part, before: ListedArm | undefined): ListedArm | undefined => {
  const from = item.from + skipLeading(item.text);
  const whole = item.text.slice(from - item.from);
  const bare = whole.replace(IN_BRACKETS, (bracket) => ' '.repeat(bracket.length));
  const tail = bare.search(TAIL);
  const named = (tail < 0 ? bare : bare.slice(0, tail)).trimEnd();
  const words = named.replace(/\s+/g, ' ');
  const drug = before?.called.replace(/\s\d.*$/, '');
  const isDose = drug !== undefined && DOSE_ONLY.test(words);
  if (words === '' || (!isDose && NO_ARM.test(words)) || words.split(' ').length > WORDS_IN_NAME)
    return undefined;
  const numbered = firstMatch(whole, NUMBERED);
  const count = ['n', 'people', 'alone'].map((part) => numbered?.part(part)).find((part) => part);
  return {
    name: { from, to: from + named.length, text: whole.slice(0, named.length) },
    called: isDose ? `${drug} ${words}` : words,
    short: matches(whole, BRACKETED).flatMap((match) => match.part('short')?.text.trim() ?? []),
    count: count && { text: count.text, from: from + count.from, to: from + count.to },
  };
};

const armsOfItems = (items: readonly Part[]): readonly ListedArm[] => {
  const arms: ListedArm[] = [];
  for (const item of items) {
    const arm = armOf(item, arms.at(-1));
    if (arm) arms.push(arm);
  }
  for (const [i, arm] of arms.entries()) {
    const shared = /^[^\s-]+-(?<rest>.+)$/.exec(arms[i + 1]?.called ?? '')?.groups?.rest;
    // `genotype- or phenotype-directed treatment`
    if (arm.called.endsWith('-') && shared) arms[i] = { ...arm, called: arm.called + shared };
  }
  const names = new Set(arms.map(({ called }) => called.toLowerCase()));
  return arms.length === items.length && names.size === arms.length ? arms : [];
};

const LIST_END = regex(
  'dgi',
)`[.;] (?= \s | $) | \s ( and | but ) \s ( was | were | followed | evaluated | assessed | had | then ) \b`;

/** The arms of a list, the items of which are set apart by one of these. */
const listed = (text: string, from: number, ...joined: readonly RegExp[]): readonly ListedArm[] => {
  const end = topLevel(text.slice(from), LIST_END)[0]?.from ?? text.length;
  const list = text.slice(0, from + end);
  const number = countOf(firstMatch(list.slice(from), LEADING_GROUPS)?.part('number')?.text ?? '0');
  const inList = (parts: readonly Part[]): readonly Part[] => parts.filter((part) => part.from >= from);
  const commas = inList([...topLevel(list, COMMA), ...topLevel(list, DOSES)]);
  const found = joined.flatMap((pattern): (readonly ListedArm[])[] => {
    const last = inList(topLevel(list, pattern));
    const before = commas.filter((comma) => comma.to <= (last.at(-1)?.from ?? 0));
    const cutAt = (separators: readonly Part[]): readonly ListedArm[] =>
      armsOfItems(
        cut(
          list,
          from,
          list.length,
          separators.toSorted((a, b) => a.from - b.from),
        ),
      );
    return last.length === 0
      ? []
      : [...(before.length > 0 ? [cutAt([...last, ...before])] : []), cutAt(last)];
  });
  const lists = found.filter((arms) => arms.length >= 2);
  return lists.find((arms) => arms.length === number) ?? lists[0] ?? [];
};

const behind = (text: string, pattern: RegExp, joined: readonly RegExp[]): readonly ListedArm[] => {
  for (const match of matches(text, pattern)) {
    const arms = listed(text, match.part('into')?.to ?? match.to, ...joined);
    if (arms.length > 0) return arms;
  }
  return [];
};

const COUNTED = regex(
  'dgi',
)`(?<! \b of \s | \b to \s) (?<count> ${COUNT}) \s ( ( (of\ (the | these | whom) | were | was | being) \s )? ( ${PEOPLE} \s )? ( \( [^\(\)]* \) \s )? ( (were | was) \s )? ( (randomly | initially) \s )? ( (assigned | allocated | randomi[sz]ed) \s )? ) ( to | received | receiving | into | in | were\ given | underwent ) \s (?<name> [^;.\(\)]*? ) (?= \s? ( \( | ; | \. (\s | $) | $ | , (\s and)? \s ${COUNT} | (,)? \s (and | while | whereas | or) \s (the\ (other | remaining) \s)? ${COUNT} ) )`;

/** What a sentence must speak of that says who got what; most do not. */
const GIVES = /random|assign|allocat|divided|apportioned|receiv|underw|given|treated with/i;

/** Arms with their numbers in front: `960 patients were assigned to A and 967 to B`. */
const countedArms = (text: string): readonly ListedArm[] => {
  if (!PUTS.test(text)) return [];
  const found = matches(text, COUNTED).flatMap((match) => {
    const [name, count] = [match.part('name'), match.part('count')];
    const arm = name && armOf(name, undefined);
    return arm && count ? [{ ...arm, count }] : [];
  });
  return found.length >= 2 && new Set(found.map(({ called }) => called.toLowerCase())).size === found.length
    ? found
    : [];
};

/** The arms that a sentence says people were allocated to: `randomly assigned to receive A (n = 34) or B (n = 35)`. */
export const allocatedArms = (text: string): readonly ListedArm[] => {
  if (!GIVES.test(text)) return [];
  for (const find of [
    countedArms,
    (whole: string) => behind(whole, ASSIGNED, [OR, AND, COMMA_AND]),
    (whole: string) => behind(whole, GIVEN, [OR]),
  ]) {
    const arms = find(withoutEnumerators(text));
    if (arms.length > 0) return arms;
  }
  return [];
};

/** Where what is compared is over: for whom and for what. */
const PURPOSE = /\s(?:for|in|on|as|during|among|with respect to|with regard to|regarding)\s|[:?.;]/g;

const VERSUS = regex('dgi')`\s ( versus | vs\.? ) \s`;
const BEFORE_VERSUS = /^.*(?:[:.?;,]\s|\b(?:of|comparing|between|by|with|in|is)\s)/i;

/**
 * The arms that a title or an objective sets against each other: `A versus B for …`, `to compare A with B in …`. What
 * stands behind is cut off at the first word that tells for whom, as names hold none.
 */
export const comparedArms = (text: string): readonly ListedArm[] => {
  if (!/\bvs\b|versus|compar|differences? between/i.test(text)) return [];
  const versus = firstMatch(text, VERSUS);
  const starts = matches(text, COMPARED).map(({ to }) => to);
  if (versus) starts.push(BEFORE_VERSUS.exec(text.slice(0, versus.from))?.[0].length ?? 0);
  const open = depths(text);
  for (const from of starts) {
    const joined = firstMatch(text.slice(from), WITH_OR_AND);
    const end = [...text.matchAll(PURPOSE)].find(
      ({ index }) => index > from + (joined?.to ?? 0) && open[index] === 0,
    );
    const arms = listed(text.slice(0, end?.index ?? text.length), from, versus ? OR : WITH_OR_AND);
    if (arms.length > 0) return arms;
  }
  return [];
};
