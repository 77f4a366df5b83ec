import { regex } from 'regex';
import { depths, withoutEnumerators } from './brackets.ts';
import { firstMatch, isIn, matches, type Part } from './match.ts';
import { COUNT, countOf } from './number.ts';
import { OF_EVENTS, PUTS } from './participants.ts';
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
)`\b ( randomi[sz]ed | randomly | randomi[sz]ation | randomi[sz]ing | assigned | allocated | allocation | divided | apportioned ) \b [^.;]{0,160}? \b (?<into> to | into | between | among | (receiving | received) (?! \s [^,;\(\)]{1,60} \s to \s) | receive | undergo | underwent | ratio\ of | : ) \s`;

const GIVEN = regex(
  'dgi',
)`\b ( ${PEOPLE} | who | groups? ) \s ( \( [^\(\)]* \) \s )? (?<into> received | receiving | underwent | were\ given | were\ treated\ with ) \s`;

const COMPARED = regex(
  'dgi',
)`\b ( comparing | compare | compared (?! \s (with | to) \b) | comparison\ (of | between) | differences?\ between ) \s`;

const GROUPS = regex(
  'i',
)`( one\ of\ (the\ )? )? ( the\ (following\ )? )? ( (?<number> ${COUNT} ) \s )? ( (equal | parallel | study | treatment | intervention | different | experimental | separate | possible) (ly)? \s ){0,2}
  ( groups | arms | treatments | regimens | conditions | interventions | strategies | scenarios | sequences ) \b ( \s? \( [^\(\)]* \) )? ( \s of \s ${COUNT} ( \s ${PEOPLE} )? ( \s each )? )? \s* ( : | , | ; | - | — | – | to\ receive | receiving | that\ received | of | in\ which\ they\ received )?`;

/** What may stand before the first arm, word by word. */
const LEADING = regex(
  'dgi',
)`^ ( \s+ | (${COUNT} \s | a \s )? (consecutive \s)? ( cycles | courses | weeks | months | days | sessions | doses | years | course ) \s of \s | \d+ [\s\-] (day | week | month | year) s? \s (of \s)? (treatment | therapy) \s (with | of) \s | (a \s)? (thin \s)? (layer | dose | amount)s? \s of \s | \d[\d.,]* \s? (mg | g | µg | μg | mcg | ng | IU | U | units | mL | ml) \s of \s | (one | a) \s (tablet | capsule) \s ( (once | twice) \s )? (daily \s)? (containing | of) \s | (either | receive | receiving | received | undergo | undergoing | take | taking | be\ given | be\ treated\ with | treatment\ with | (treatment|therapy|supplementation)\ with | to | the | a | an | both | into | one\ of | have | get | use | using | follow | participate\ in | efficacy | effects? | effectiveness | safety | and | tolerability | of | between ) \s | ${GROUPS} (?= \s | $) )`;

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
)`\s ( for | every | twice | once | three\ times | daily | weekly | monthly | each | over | during | until | before | after | within | followed | given | administered | delivered | while | where | which | who | using | as (?! \s usual) | in\ (a | an | addition | the | random) | at\ (a | the | week | day | \d) | on\ (a | day | the) | by\ (a | the) | was | were | had | did | will | is | are | b\.i\.d | bid | per | started | starting | added\ to | respectively | stratified | from\ (a | the | week | baseline)) \b | [:;.] \s | [:;.] $ | , \s | \s - \s | \s [—–] \s`;

const NO_ARM = regex(
  'i',
)`^ ( groups? | arms? | treatments? | .* \s (with | without) | (was | were | is | are | be | been | had | has | will | or | and | which | that | then) \b .* | (evaluation | delivery | analysis | assessment | measurement | outcomes? | results?) \s of \b .* | (the\ )? (two | three | four | other | same | following | first | second | latter | former | next | each | this | these | those | we | it | his | her | their)\b .* | both | \W{0,2} \d [\d.,%·]* ( \s \S+ )? | \d.* \s and \s .* | (January | February | March | April | May | June | July | August | September | October | November | December) \b .* | ${COUNT} ( \s .* )? | (the\ )? ( ${PEOPLE} ) .* | baseline .* | (its | improve | evaluate | determine | assess | examine | reduce | test | investigate | prevent | each) \b .* )$`;

/** A bracket that says one number of people. */
const NUMBERED = regex(
  'dgi',
)`^ [^\(\)]*? \( ( (?! [^\(\)]* \b n \s? = [^\(\)]* \b n \s? = ) [^\(\)]*? \b n \s? [=:] \s? (?<n> ${COUNT}) | [^\(\)=]*? (?<people> ${COUNT}) \s ${PEOPLE} | \s? (?<alone> ${COUNT}) \s? \) )`;
const BRACKETED = regex('dg')`\( (?<short> [^\(\)=<>\d;,]{1,40} ( \d{1,2} )? ) [,;\)]`;
const DOSE_ONLY = regex(
  'i',
)`^ \d [\d.,]* \s? ( mg | g | µg | μg | mcg | ng | IU | U | units | mL | ml | Gy | % )? ( \/ \S+ )? $`;

const DOSE_FIRST = /^\d[\d.,]*\s?(?:mg|g|µg|μg|mcg|ng|IU|U|units|mL|ml|Gy|%)(?:\/\S+)? (?<drug>\p{L}.*)$/u;

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

/** The name that an item of a list begins with, and where. */
const nameIn = (item: Part): { readonly words: string; readonly named: string; readonly from: number } => {
  const from = item.from + skipLeading(item.text);
  const whole = item.text.slice(from - item.from);
  const bare = whole.replace(IN_BRACKETS, (bracket) => ' '.repeat(bracket.length));
  const tail = bare.search(TAIL);
  const blanked = (tail < 0 ? bare : bare.slice(0, tail)).trimEnd();
  return {
    words: blanked.replace(/\s+/g, ' ').replace(/ (?=[™®])/g, ''),
    named: whole.slice(0, blanked.length),
    from,
  };
};

/** What a dose is of that stands alone in a list: what the item before it says, or the one behind it behind a dose of its own. */
const drugOf = (before: ListedArm | undefined, next: Part | undefined): string | undefined => {
  const [, behind] = (next && DOSE_FIRST.exec(nameIn(next).words)) ?? [];
  return before ? before.called.replace(/\s\d.*$/, '') : behind;
};

/** An arm among the items of a list, by those that it stands between. */
const armOf = (item: Part, before: ListedArm | undefined, next?: Part): ListedArm | undefined => {
  const { words, named, from } = nameIn(item);
  const whole = item.text.slice(from - item.from);
  const drug = DOSE_ONLY.test(words) ? drugOf(before, next) : undefined;
  const isNamed = drug !== undefined || DOSE_FIRST.test(words) || !NO_ARM.test(words);
  if (words === '' || !isNamed || words.split(' ').length > WORDS_IN_NAME) return undefined;
  const numbered = firstMatch(whole, NUMBERED);
  const count = ['n', 'people', 'alone'].map((part) => numbered?.part(part)).find((part) => part);
  return {
    name: { from, to: from + named.length, text: named },
    called: drug ? (before ? `${drug} ${words}` : `${words} ${drug}`) : words,
    short: matches(whole, BRACKETED).flatMap((match) => match.part('short')?.text.trim() ?? []),
    count: count && { text: count.text, from: from + count.from, to: from + count.to },
  };
};

/** What a treatment is called whose description begins a text: of `a dose of 5 mg salt daily`, the salt. */
export const treatmentIn = (text: Part): Part | undefined => armOf(text, undefined)?.name;

const armsOfItems = (items: readonly Part[]): readonly ListedArm[] => {
  const arms: ListedArm[] = [];
  for (const [i, item] of items.entries()) {
    const arm = armOf(item, arms.at(-1), items[i + 1]);
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

const SENTENCE_END = regex('dgi')`\. (?= \s | $)`;

const LIST_END = regex(
  'dgi',
)`[.;] (?= \s | $) | \s ( and | but ) \s ( was | were | followed | evaluated | assessed | had | then ) \b`;

const ANNOUNCED = regex('dgi')`^ [^\(\):]{0,20}? ${GROUPS} (?<= : \s*)`;
const ITEM_END = regex('dgi')`[;,] \s+ ( (and | or) \s+ )? (?! (and | or) \s)`;
const SEMICOLON = regex('dgi')`; \s+ ( (and | or) \s+ )?`;

/** The arms of a list that says how many they are and sets them apart by no more than commas or semicolons. */
const announcedArms = (text: string, from: number): readonly ListedArm[] => {
  const announced = firstMatch(text.slice(from), ANNOUNCED);
  const number = countOf(announced?.part('number')?.text ?? '0');
  if (!announced || number < 2) return [];
  const start = from + announced.to;
  const end = topLevel(text.slice(start), SENTENCE_END)[0]?.from;
  const to = end === undefined ? text.length : start + end;
  const found = [SEMICOLON, ITEM_END].map((pattern) =>
    armsOfItems(
      cut(
        text,
        start,
        to,
        topLevel(text.slice(0, to), pattern).filter((one) => one.from >= start),
      ),
    ),
  );
  return found.find((arms) => arms.length === number) ?? [];
};

/** The arms of a list, the items of which are set apart by one of these. */
const listed = (text: string, from: number, ...joined: readonly RegExp[]): readonly ListedArm[] => {
  const announced = announcedArms(text, from);
  if (announced.length > 0) return announced;
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

const sizeOf = ({ count }: ListedArm): number => countOf(count?.text ?? '0');

/** Counted arms but for the one that is as many as two others together: `300 were randomised to A or B; 150 in A and 150 in B`. */
const withoutWhole = (arms: readonly ListedArm[]): readonly ListedArm[] =>
  arms.filter((arm) => {
    const others = arms.filter((other) => other !== arm);
    return others.length < 2 || sizeOf(arm) < others.reduce((sum, other) => sum + sizeOf(other), 0);
  });

/** Arms with their numbers in front: `960 patients were assigned to A and 967 to B`. */
const countedArms = (text: string): readonly ListedArm[] => {
  if (!PUTS.test(text)) return [];
  const found = matches(text, COUNTED).flatMap((match) => {
    if (OF_EVENTS.test(text.slice(0, match.from))) return [];
    const [name, count] = [match.part('name'), match.part('count')];
    const arm = name && armOf(name, undefined);
    return arm && count ? [{ ...arm, count }] : [];
  });
  const arms = withoutWhole(found);
  return arms.length >= 2 && new Set(arms.map(({ called }) => called.toLowerCase())).size === arms.length
    ? arms
    : [];
};

/** Where what is compared is over: for whom and for what. */
const PURPOSE = /\s(?:for|in|on|as|during|among|with respect to|with regard to|regarding)\s|[:?.;]/g;

const WITH_OR_WITHOUT = regex(
  'dgi',
)`\b (?<with> with ,? \s (or | and | versus | vs\.?) \s (?<without> without \s (?<what> .* ) ) )`;

/** Those who get something and those who do not: `with or without internal stenting`. */
const armsWithAndWithout = (text: string): readonly ListedArm[] => {
  const match = firstMatch(text, WITH_OR_WITHOUT);
  const [both, without, what] = ['with', 'without', 'what'].map((name) => match?.part(name));
  const end = what ? what.text.search(PURPOSE) : -1;
  const arm = what && armOf(end < 0 ? what : { ...what, text: what.text.slice(0, end) }, undefined);
  if (!both || !without || !arm) return [];
  const to = arm.name.to;
  return [
    {
      ...arm,
      count: undefined,
      called: `with ${arm.called}`,
      name: { from: both.from, to, text: text.slice(both.from, to) },
    },
    {
      ...arm,
      count: undefined,
      called: `without ${arm.called}`,
      name: { from: without.from, to, text: text.slice(without.from, to) },
    },
  ];
};

/** What people were allocated to get or not; of people *with or without asthma* who were allocated it tells nothing. */
const ALLOCATED_WITH =
  /\b(?:randomi[sz]ed|randomly|assigned|allocated)\b[^.;]*\bwith,? (?:or|and|versus|vs\.?) without\b(?!.*\b(?:to|assigned|allocated|randomi[sz]ed)\b)/i;

/** The arms that a sentence says people were allocated to: `randomly assigned to receive A (n = 34) or B (n = 35)`. */
export const allocatedArms = (text: string): readonly ListedArm[] => {
  if (!GIVES.test(text)) return [];
  for (const find of [
    countedArms,
    (whole: string) => (isIn(whole, ALLOCATED_WITH) ? armsWithAndWithout(whole) : []),
    (whole: string) => behind(whole, ASSIGNED, [OR, AND, COMMA_AND]),
    (whole: string) => behind(whole, GIVEN, [OR]),
  ]) {
    const arms = find(withoutEnumerators(text));
    if (arms.length > 0) return arms;
  }
  return [];
};

const SIZE = regex('dgi')`\( [^\(\)]* \b n \s? = \s? ${COUNT} [^\(\)]* \)`;
const SAYS_SOMETHING =
  /\b(?:was|were|had|did|is|are|includ\w+|compris\w+|consist\w+|report\w*|occur\w*|develop\w*|died|excluded|lost|due|because)\b/i;

/** The arms of a list that says no more than what they get and how many they are: `Probiotics (n = 75) or placebo (n = 75)`. */
export const numberedArms = (text: string): readonly ListedArm[] => {
  const sizes = matches(text, SIZE);
  if (sizes.length < 2 || SAYS_SOMETHING.test(text) || text.includes(':')) return [];
  const arms = listed(text, 0, OR, AND, COMMA_AND);
  return arms.length === sizes.length && arms.every(({ count }) => count) ? arms : [];
};

const BRACKETED_LIST = regex(
  'dgi',
)`\b (?<number> ${COUNT}) \s ( [\p{L}\-]+ \s ){0,2} ( groups | arms ) \s? \( (?<list> [^\(\)=]+ ) \)`;

/** The groups that stand in brackets behind their number: `three groups (control, low dose, and high dose)`. */
export const bracketedArms = (text: string): readonly ListedArm[] => {
  const match = firstMatch(text, BRACKETED_LIST);
  const [number, list] = [match?.part('number'), match?.part('list')];
  if (!number || !list) return [];
  const separators = matches(text.slice(0, list.to), ITEM_END).filter(({ from }) => from >= list.from);
  const last =
    separators.length > 0 ? [] : matches(text.slice(0, list.to), AND).filter(({ from }) => from >= list.from);
  const arms = armsOfItems(cut(text, list.from, list.to, [...separators, ...last]));
  return arms.length === countOf(number.text) ? arms : [];
};

const VERSUS = regex('dgi')`\s ( versus | vs\.? ) \s`;
const BEFORE_VERSUS = /^.*(?:[:.?;,]\s|\b(?:of|comparing|between|by|with|in|is)\s)/i;

/**
 * The arms that a title or an objective sets against each other: `A versus B for …`, `to compare A with B in …`. What
 * stands behind is cut off at the first word that tells for whom, as names hold none.
 */
export const comparedArms = (text: string): readonly ListedArm[] => {
  if (!/\bvs\b|versus|compar|differences? between/i.test(text)) return [];
  const either = armsWithAndWithout(text);
  if (either.length > 0) return either;
  const versus = firstMatch(text, VERSUS);
  const starts = matches(text, COMPARED).map(({ to }) => to);
  if (versus) starts.push(BEFORE_VERSUS.exec(text.slice(0, versus.from))?.[0].length ?? 0);
  const open = depths(text);
  for (const from of starts) {
    const announced = announcedArms(text, from);
    if (announced.length > 0) return announced;
    const joined = firstMatch(text.slice(from), WITH_OR_AND);
    const end = [...text.matchAll(PURPOSE)].find(
      ({ index }) => index > from + (joined?.to ?? 0) && open[index] === 0,
    );
    const arms = listed(text.slice(0, end?.index ?? text.length), from, versus ? OR : WITH_OR_AND);
    if (arms.length > 0) return arms;
  }
  return [];
};
