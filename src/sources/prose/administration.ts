import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Administration, Duration } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { AGENT, DERIVED_FROM } from './agent.ts';
import { DOSE_WORDS, doseIn } from './dose.ts';
import { firstMatch, type Match, matches, type Part } from './match.ts';
import { COUNT, countOf } from './number.ts';
import { BRACKET } from './people.ts';
import { durationOf, TIME_UNIT } from './time.ts';

const ROUTE = regex(
  'i',
)`\b ( intravenous(ly)? | i\.?v\.? | subcutaneous(ly)? | s\.c\. | intramuscular(ly)? | oral(ly)? | intratracheal(ly)? | inhaled | nebuli[sz]ed | intranasal(ly)?
  | intra-?articular(ly)? | intrathecal(ly)? | topical(ly)? | intraperitoneal(ly)? | intra-?arterial(ly)? | intravitreal(ly)? | intradermal(ly)? | sublingual(ly)? | rectal(ly)? )`;

const COUNTED = regex(
  'i',
)`( consecutive | repeated | separate | single | weekly | daily | fixed | additional | sequential | initial )`;
const FORM = regex(
  'i',
)`\b ( infusions? | injections? | doses? | administrations? | transplantations? | tablets? | capsules? | courses? | cycles? | sessions? | vials? ) \b`;

const DOSE = new RegExp(DOSE_WORDS.source, 'iv');

/** `two consecutive intravenous infusions of (5 mg) A (5 mg)`. */
const FORM_FIRST = regex('dgi')`
  ( (?<count> ${COUNT}) \s )? ( ${COUNTED} \s )* ( (?<route> ${ROUTE}) \s )?
  (?<form> ${FORM}) \s of \s ( (?<dose> ${DOSE} ) \s ( of \s )? )?
  (?<agent> ${AGENT}) ( \s? (?<bracket> ${BRACKET}) )?`;

/** `one A infusion`, `2 intravenous A injections (5 mg)`. */
const AGENT_FIRST = regex('dgi')`
  (?<count> ${COUNT}) \s ( ${COUNTED} \s )* ( (?<route> ${ROUTE}) \s )?
  (?<agent> (?! ${FORM}) ${AGENT} ) \s (?<form> infusions? | injections? | transplantations? ) \b ( \s? (?<bracket> ${BRACKET}) )?`;

const INTERVAL = regex('dgi')`(
    \b at\ (?<atCount> ${COUNT}) [\-\ ] (?<atUnit> ${TIME_UNIT}) \ intervals?
  | \b interval\ of\ (?<ofCount> ${COUNT}) [\-\ ] (?<ofUnit> ${TIME_UNIT})
  | \b every\ (?<everyCount> ${COUNT}) [\-\ ] (?<everyUnit> ${TIME_UNIT})
  | \b (?<apartCount> ${COUNT}) [\-\ ] (?<apartUnit> ${TIME_UNIT}) \ apart
  | \b (?<otherDay> every\ (other|second)\ day )
)`;

/** What a form's word says beside how often: a dose may be anything, an infusion is one. */
const isForm = (form: string): boolean =>
  !/^(?:doses?|administrations?|courses?|cycles?|sessions?)$/i.test(form);

const intervalIn = (passage: Passage): Stated<Duration> => {
  const match = firstMatch(passage.text, INTERVAL);
  if (!match) return NOT_STATED;
  if (match.part('otherDay'))
    return passage.fact(match.from, match.to, durationOf('two', 'days'), 'normalised');
  const named = (suffix: string): Part | undefined =>
    ['at', 'of', 'every', 'apart']
      .map((prefix) => match.part(prefix + suffix))
      .find((part) => part !== undefined);
  const [count, unit] = [named('Count'), named('Unit')];
  return count && unit
    ? passage.fact(match.from, match.to, durationOf(count.text, unit.text), 'normalised')
    : NOT_STATED;
};

const GIVEN_BY = regex(
  'dgi',
)`(?<route> ${ROUTE}) \s ( infused | injected | administered | given ) \s ( with \s )? $`;

const routeBefore = (text: string): Part | undefined => firstMatch(text, GIVEN_BY)?.part('route');

const SIZE = regex('dgi')`^ [^\(\)]* \( \s? n \s? = \s? (?<size> ${COUNT}) \s? \)`;

/** An administration, and where in its sentence it is described. */
export interface Described {
  readonly administration: Administration;
  readonly from: number;
  readonly to: number;
  /** How many got it, where that stands right behind it. */
  readonly size: Stated<number>;
}

const describe = (sentence: Passage, match: Match, end: number): Described => {
  const [count, form, agent] = ['count', 'form', 'agent'].map(match.part);
  const route = match.part('route') ?? routeBefore(sentence.text.slice(0, match.from));
  const dose = match.part('dose') ?? match.part('bracket');
  const optional = <T>(part: Part | undefined, value: (text: string) => T): Stated<T> =>
    part ? sentence.fact(part.from, part.to, value(part.text)) : NOT_STATED;
  const derived = agent && DERIVED_FROM.exec(agent.text);
  const source = derived?.groups?.source ?? derived?.groups?.tissue ?? '';
  const product = derived?.groups?.agent ?? agent?.text ?? '';
  const agentTo = agent?.to ?? match.to;
  const tail = sentence.slice(match.to, end);
  const interval = intervalIn(tail);
  const size = firstMatch(tail.text, SIZE)?.part('size');
  return {
    from: match.from,
    to: match.to,
    size: size ? tail.fact(size.from, size.to, countOf(size.text)) : NOT_STATED,
    administration: {
      text: sentence.fact(match.from, match.to, match.text),
      agent: sentence.fact(agentTo - product.length, agentTo, product),
      source: source && agent ? sentence.fact(agent.from, agent.from + source.length, source) : NOT_STATED,
      dose: dose ? doseIn(sentence.slice(dose.from, dose.to)) : NOT_STATED,
      route: optional(route, (text) => text),
      form:
        form && isForm(form.text)
          ? optional(form, (text) => text.toLowerCase().replace(/s$/, ''))
          : NOT_STATED,
      count: optional(count, countOf),
      interval,
    },
  };
};

/** The administrations that a sentence describes, in order: `two injections of A (5 mg) … one dose of B`. */
export const administrationsIn = (sentence: Passage): readonly Described[] => {
  const formFirst = matches(sentence.text, FORM_FIRST);
  const agentFirst = matches(sentence.text, AGENT_FIRST).filter(
    (match) => !formFirst.some((other) => match.from < other.to && other.from < match.to),
  );
  const found = [...formFirst, ...agentFirst].toSorted((a, b) => a.from - b.from);
  return found.map((match, i) => describe(sentence, match, found[i + 1]?.from ?? sentence.text.length));
};
