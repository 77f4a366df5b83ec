import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from './csv.ts';
import { type Found, readText } from './reader.ts';
import { agreement, share } from './words.ts';

const LABELS: Readonly<Record<string, string>> = {
  'significantly increased': 'increased',
  'significantly increase': 'increased',
  'significantly decreased': 'decreased',
  'no significant difference': 'none',
};

const DIRECTIONS: Readonly<Record<string, string>> = {
  increased: 'increased',
  higher: 'increased',
  improved: 'increased',
  decreased: 'decreased',
  lower: 'decreased',
  worsened: 'decreased',
  'no-significant-difference': 'none',
};

const OPPOSITE: Readonly<Record<string, string>> = { increased: 'decreased', decreased: 'increased' };

interface Prompt {
  readonly outcome: string;
  readonly intervention: string;
  readonly comparator: string;
  readonly labels: ReadonlySet<string>;
  /** Where in the abstract the annotators saw the evidence. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/** How well an Evidence's groups are those of a prompt, and whether the other way round. */
const sidesOf = ({ exposure, reference }: Found, { intervention, comparator }: Prompt) => {
  const straight = agreement(exposure, intervention) + agreement(reference, comparator);
  const swapped = agreement(exposure, comparator) + agreement(reference, intervention);
  return { score: Math.max(straight, swapped), swapped: swapped > straight };
};

/** The Evidence whose outcome is a prompt's by its words, its groups deciding among equals; never by what it says. */
const chosen = (found: readonly Found[], prompt: Prompt): Found | undefined => {
  const scored = found
    .filter(({ direction }) => direction !== undefined)
    .map((one) => ({
      one,
      score: agreement(one.outcome, prompt.outcome),
      sides: sidesOf(one, prompt).score,
    }))
    .filter(({ score }) => score > 0);
  return scored.toSorted((a, b) => b.score - a.score || b.sides - a.sides)[0]?.one;
};

const answerOf = (found: Found, prompt: Prompt): string => {
  const direction = DIRECTIONS[found.direction ?? ''] ?? '';
  return sidesOf(found, prompt).swapped ? (OPPOSITE[direction] ?? direction) : direction;
};

const promptsIn = (folder: string): Map<string, Prompt[]> => {
  const read = (name: string) => rowsOf(readFileSync(join(folder, name), 'utf8'));
  const annotations = Map.groupBy(read('v2-annotations.csv'), (row) => row.PromptID ?? '');
  const prompts = read('prompts-merged.csv').flatMap((row) => {
    const of = annotations.get(row.PromptID ?? '') ?? [];
    const labels = new Set(of.map(({ Label }) => LABELS[Label ?? ''] ?? ''));
    return of.length === 0
      ? []
      : [
          {
            paper: row.PMCID ?? '',
            outcome: row.Outcome ?? '',
            intervention: row.Intervention ?? '',
            comparator: row.Comparator ?? '',
            labels,
            spans: of.map((one) => ({
              from: Number(one['Evidence Start']),
              to: Number(one['Evidence End']),
            })),
          },
        ];
  });
  return Map.groupBy(prompts, ({ paper }) => paper);
};

/**
 * Direction and quote: for each prompt the Evidence with a direction whose outcome shares most words with it (groups
 * decide among equals); no such Evidence counts as wrong. Where annotators differ, either label is right.
 */
export const evidenceInference = (samples: string, verbose: boolean): readonly string[] => {
  const folder = join(samples, 'evidence-inference');
  const tally = {
    prompts: 0,
    answered: 0,
    right: 0,
    inAbstract: 0,
    answeredIn: 0,
    rightIn: 0,
    quoted: 0,
    refused: 0,
  };
  for (const [paper, prompts] of promptsIn(folder)) {
    const text = readFileSync(join(folder, 'abstracts', `PMC${paper}.abst`), 'utf8');
    const { refused, found } = readText(text);
    if (refused !== undefined) tally.refused += 1;
    if (verbose) console.log(`\n=== PMC${paper} ${refused ?? ''}`);
    for (const prompt of prompts) {
      const spans = prompt.spans.filter(({ to }) => to <= text.length);
      const one = chosen(found, prompt);
      const answer = one && answerOf(one, prompt);
      const right = answer !== undefined && prompt.labels.has(answer);
      const overlaps = ({ place }: Found): boolean =>
        spans.some(({ from, to }) => from < place.to && place.from < to);
      tally.prompts += 1;
      if (one) tally.answered += 1;
      if (right) tally.right += 1;
      if (spans.length > 0) {
        tally.inAbstract += 1;
        if (one) tally.answeredIn += 1;
        if (right) tally.rightIn += 1;
        if (one && overlaps(one)) tally.quoted += 1;
      }
      if (verbose) {
        const mark = right ? 'ok ' : one ? 'BAD' : '---';
        console.log(
          `${mark} ${spans.length > 0 ? 'abs' : '   '} ${prompt.outcome} | ${prompt.intervention} | ${prompt.comparator} = ${[...prompt.labels].join('/')}`,
        );
        if (one)
          console.log(
            `      ${one.outcome} | ${one.exposure} | ${one.reference} = ${one.direction} (${overlaps(one) ? 'overlaps' : 'elsewhere'})`,
          );
        if (!right)
          for (const { from, to } of spans.slice(0, 1)) console.log(`      > ${text.slice(from, to)}`);
      }
    }
  }
  return [
    `evidence-inference: direction accuracy ${share(tally.right, tally.prompts)}, precision of the answered ${share(tally.right, tally.answered)}; ${tally.refused} papers refused`,
    `  of prompts that annotators answered from the abstract: accuracy ${share(tally.rightIn, tally.inAbstract)}, precision ${share(tally.rightIn, tally.answeredIn)}, quotes that overlap the evidence ${share(tally.quoted, tally.inAbstract)} (of the answered ${share(tally.quoted, tally.answeredIn)})`,
  ];
};
