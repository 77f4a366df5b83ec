import { NOT_STATED } from '../model/fact.ts';
import type { Trial } from '../model/trial.ts';
import type { Sentence } from './prose/sentence.ts';

const TITLE =
  /\b(?:study|trial|research|review)[- ]protocol\b|\bprotocol (?:for|of) (?:an? |the )?(?:[\w-]+ ){0,6}(?:trial|study)\b|[:.–—-]\s*(?:an? )?protocol\.?$|\b(?:rationale and (?:study |trial )?design|(?:study |trial )?design and rationale)\b/i;

const TO_COME =
  /\bwill (?:be (?:\w+ )?(?:randomi[sz]ed|assigned|allocated|recruited|enrol+ed|included|invited|assessed|measured|compared|followed|analy[sz]ed|evaluated|conducted)|receive|undergo|participate|attend|compare)\b/i;

/** Whether an article tells what a trial will do, not what it found. */
export const isProtocol = (title: string, sentences: readonly Sentence[]): boolean => {
  const toCome = sentences.filter(({ text }) => TO_COME.test(text)).length;
  return (
    toCome >= 2 || (TITLE.test(title) && (toCome > 0 || !sentences.some(({ role }) => role === 'results')))
  );
};

/** What a protocol says of its trial: nothing was found yet, and its numbers are those planned. */
export const planOf = (trial: Trial): Trial => {
  const { results, planned, enrolled } = trial;
  const found = new Set(results.map(({ outcome }) => outcome));
  return {
    ...trial,
    planned: planned === NOT_STATED ? enrolled : planned,
    enrolled: NOT_STATED,
    analysed: NOT_STATED,
    arms: trial.arms.map((arm) => ({
      ...arm,
      enrolled: NOT_STATED,
      treated: NOT_STATED,
      analysed: NOT_STATED,
    })),
    outcomes: trial.outcomes.filter(({ key, role }) => role !== NOT_STATED || !found.has(key)),
    results: [],
    conclusions: [],
  };
};
