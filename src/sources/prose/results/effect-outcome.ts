import type { Fact } from '../../../model/fact.ts';
import type { Passage } from '../../passage.ts';
import type { Part } from '../match.ts';
import type { EstimateStatistic } from '../statistic/statistic.ts';
import { claimsIn } from './claim.ts';
import { outcomeFactIn } from './claimed.ts';
import { hidingGroups } from './masked.ts';

const END =
  /(?=\s+(?:(?:with|for|in|of|by|among)\s+(?:the\s+)?\uE000|comparing|between|versus|vs\.?|compared|at\s|after\s|over\s|during\s|from baseline|was\b|were\b|is\b|did\b|favou?r|when\b|as\b|who\b|which\b|and (?:\uE000|the\b|in\b))|\s*[,;:=([)\]]|\s+[-−]?\d|\.?$)/
    .source;

const NOT_NAMED = '(?!\\uE000|the\\s+\\uE000|favou?r|both|all|each|\\d)';

/** `hazard ratio for death`, `difference (between groups) in pain`. */
const OF_NAME = new RegExp(
  `^(?:\\s+(?:between|across|among)\\s+(?:the\\s+)?(?:two\\s+|treatment\\s+|study\\s+)?(?:groups|arms|\\uE000[^,;()]*?))?\\s+(?:for|of|in)\\s+(?:the\\s+)?${NOT_NAMED}(?<outcome>[^,;:=()]{2,120}?)${END}`,
  'd',
);

/** `0.75 (95% CI …) for death`. */
const BEHIND = new RegExp(
  `^[)\\]\\s]*\\s(?:for|in)\\s+(?:the\\s+)?${NOT_NAMED}(?<outcome>[^,;:=()]{2,100}?)${END}`,
  'd',
);

/** What a sentence is about: the words before its first verb. */
const SUBJECT =
  /^(?<outcome>[^;]*?)\s+(?:(?:also|significantly|only)\s+)?(?:occurred|was|were|is|are|had|has|did|developed|decreased|increased|improved|fell|rose|favou?red|remained|differed|changed|resulted)\b/d;

/** `For pain, the difference was …`. */
const REGARDING =
  /^(?:For|Regarding|With (?:respect|regard) to|As (?:for|to)) (?:the )?(?<outcome>[^,;:()]{3,80}?)(?= adjusted\b|,)/d;

/** What is said to be more or less: `a lower rate of death (`. */
const CHANGED = new RegExp(
  `\\b(?:lower|higher|greater|reduced|increased|improved|fewer|less|shorter|longer|(?:reduction|increase|decrease|improvement|decline|difference)s? (?:in|of))\\s+(?:the\\s+)?(?!in\\b|with\\b|than\\b|for\\b|by\\b)(?<outcome>[^,;:=()\\d]{2,100}?)${END}`,
  'd',
);

/** A happening that is counted: `12 deaths in one group`. */
const COUNTED = /\d\s+(?<outcome>[a-z][a-z -]{2,40}?)\s+in\s/d;

const partOf = (text: string, from: number, pattern: RegExp): Part | undefined => {
  const [start, end] = pattern.exec(text.slice(from))?.indices?.groups?.outcome ?? [0, 0];
  return end > start
    ? { text: text.slice(from + start, from + end), from: from + start, to: from + end }
    : undefined;
};

const firstOutcome = (
  sentence: Passage,
  masked: string,
  parts: readonly (Part | undefined)[],
): Fact<string> | undefined => {
  for (const part of parts) {
    const outcome = part && outcomeFactIn(sentence, masked, part.from, part.to);
    if (outcome) return outcome;
  }
  return undefined;
};

/** The outcome that an estimate's own words name, before its number or behind it; `masked` is the sentence with its groups and brackets hidden. */
export const ownOutcome = (
  sentence: Passage,
  masked: string,
  { name, to }: EstimateStatistic,
): Fact<string> | undefined => {
  const text = hidingGroups(sentence.text, masked);
  return firstOutcome(sentence, masked, [partOf(text, name.to, OF_NAME), partOf(text, to, BEHIND)]);
};

/** The outcome that an estimate's sentence is about: what it says something of, what is more or less, its subject, what it counts. */
export const sentenceOutcome = (
  sentence: Passage,
  masked: string,
  { from }: EstimateStatistic,
): Fact<string> | undefined => {
  const before = hidingGroups(sentence.text, masked).slice(0, from);
  return firstOutcome(sentence, masked, [
    claimsIn(masked).findLast(({ outcome }) => outcome.to <= from)?.outcome,
    partOf(before, 0, REGARDING),
    partOf(before, 0, CHANGED),
    partOf(before, 0, SUBJECT),
    partOf(before, 0, COUNTED),
  ]);
};
