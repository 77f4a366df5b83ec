import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Found, readText } from './reader.ts';
import { agreement, share } from './words.ts';

interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

interface Relation {
  readonly label: string;
  readonly head: readonly [number, number];
  readonly child: readonly [number, number];
}

interface Sentence {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly relations: readonly Relation[];
}

/** A value of one arm and outcome, its numbers as written. */
interface Value {
  readonly arm: string;
  readonly outcomes: readonly string[];
  readonly numbers: readonly string[];
}

const at = ({ text }: Sentence, [start, end]: Relation['head']): string => text.slice(start, end);

const NUMBER_WORDS = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');

const numbersIn = (text: string): readonly string[] => {
  const digits =
    text.replace(/\([^()]*\bCI\b[^()]*\)|\[[^\]]*\bCI\b[^\]]*\]/g, '').match(/-?\d+(?:\.\d+)?/g) ?? [];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [
    ...digits,
    ...words
      .map((word) => NUMBER_WORDS.indexOf(word))
      .filter((number) => number >= 0)
      .map(String),
  ];
};

/** The values of a sentence: each measure that is related to an arm and to an outcome. */
const valuesOf = (sentence: Sentence): readonly Value[] =>
  sentence.relations.flatMap((relation) => {
    if (relation.label === 'OC_RES') return [];
    const outcomes = sentence.relations.filter(
      ({ label, child }) => label === 'OC_RES' && child[0] === relation.child[0],
    );
    const numbers = numbersIn(at(sentence, relation.child));
    return numbers.length === 0 || outcomes.length === 0
      ? []
      : [
          {
            arm: at(sentence, relation.head),
            outcomes: outcomes.map(({ head }) => at(sentence, head)),
            numbers,
          },
        ];
  });

const unspaced = (text: string): string =>
  text
    .replace(/ ([.,;:%)\]])/g, '$1')
    .replace(/([([]) /g, '$1')
    .replace(/^RESULTS /, '');

/** The sentence as the only result of a small abstract, whose arms are those that it names. */
const abstractOf = (sentence: Sentence): string => {
  const names = (label: string): readonly string[] => [
    ...new Set(
      sentence.relations
        .filter((relation) => relation.label === label)
        .map(({ head }) =>
          at(sentence, head)
            .replace(/\b(?:treated|group|subjects)\b|-treated/g, '')
            .trim(),
        ),
    ),
  ];
  const [[first = 'the treatment'], [second = 'placebo']] = [names('A1_RES'), names('A2_RES')];
  return [
    `A randomised trial of ${first} and ${second} in children`,
    'BACKGROUND: Little is known of this treatment.',
    `METHODS: In this randomised trial, children were randomly assigned to receive ${first} or ${second}.`,
    `RESULTS: ${unspaced(sentence.text)}`,
    'CONCLUSIONS: More research is needed.',
  ].join('\n\n');
};

/** Whether an Evidence's group is an arm by its words, and by no other arm's. */
const isArm = ({ exposure }: Found, arm: string): boolean => agreement(exposure, arm) > 0;

/**
 * Per-arm values: each measure annotated with an arm and an outcome is right if an Evidence of an arm of that name and
 * of an outcome that shares a word with it has one of its numbers; the size of an arm is its number randomly assigned.
 * Each Evidence of an arm, and each size, counts for precision.
 */
export const rctArt = (samples: string, verbose: boolean): readonly string[] => {
  const lines = readFileSync(join(samples, 'rct-art', 'autism.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean);
  let [annotated, right, given, correct] = [0, 0, 0, 0];
  for (const line of lines) {
    const sentence = JSON.parse(line) as Sentence;
    const values = valuesOf(sentence);
    const { found, arms, refused } = readText(abstractOf(sentence));
    const sizes = arms.flatMap(({ name, enrolled }): readonly Found[] =>
      enrolled === undefined
        ? []
        : [
            {
              outcome: 'randomly assigned',
              variable: '',
              exposure: name,
              reference: '',
              direction: undefined,
              quote: '',
              place: { from: 0, to: 0 },
              values: [{ type: undefined, value: String(enrolled) }],
            },
          ],
    );
    const groups = [...sizes, ...found].filter(
      ({ reference, values: own }) => reference === '' && own.some(({ value }) => value !== ''),
    );
    const isMatch = (one: Found, value: Value): boolean =>
      isArm(one, value.arm) &&
      value.outcomes.some((outcome) => agreement(one.outcome, outcome) > 0) &&
      one.values.some((own) => own.value !== '' && value.numbers.map(Number).includes(Number(own.value)));
    const hits = values.filter((value) => groups.some((one) => isMatch(one, value)));
    const good = groups.filter((one) => values.some((value) => isMatch(one, value)));
    annotated += values.length;
    right += hits.length;
    given += groups.length;
    correct += good.length;
    if (verbose) {
      console.log(
        `\n${hits.length}/${values.length} ${good.length}/${groups.length} ${sentence.text} ${refused ?? ''}`,
      );
      for (const value of values.filter((one) => !hits.includes(one)))
        console.log(`   missing ${value.outcomes.join(' & ')} | ${value.arm} = ${value.numbers.join(' ')}`);
      for (const one of groups)
        console.log(
          `   ${good.includes(one) ? 'ok   ' : 'wrong'} ${one.outcome} | ${one.exposure} = ${one.values.map(({ value }) => value).join(' ')}`,
        );
    }
  }
  const [precision, recall] = [correct / given, right / annotated];
  return [
    `rct-art: values of arms precision ${share(correct, given)}, recall ${share(right, annotated)}, F1 ${((200 * precision * recall) / (precision + recall)).toFixed(1)} %`,
  ];
};
