import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFINITIONS, inOneLine, runBesideValidator, VALIDATE } from '../validator.ts';

const VERDICTS = join(import.meta.dirname, 'Verdicts.java');
const CACHE = join(import.meta.dirname, '../../../.cache/official-verdicts');

/** Thousands of resources are worth a thorough compilation. */
const LONG_RUN: readonly string[] = [];

/** What a verdict depends on beside the resource. */
const SETTING = [
  VERDICTS,
  VALIDATE,
  join(import.meta.dirname, '../pom.xml'),
  join(import.meta.dirname, '../terminology.ts'),
  ...readdirSync(DEFINITIONS)
    .sort()
    .map((name) => join(DEFINITIONS, name)),
];

const hash = (texts: Iterable<string>): string => {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(text).update('\0');
  return sum.digest('base64url').slice(0, 32);
};

/** The errors that the official validator finds in each resource, in words; those it has judged before are kept. */
export const officialErrors = async (
  resources: readonly string[],
): Promise<readonly (readonly string[])[]> => {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, hash(SETTING.map((path) => readFileSync(path, 'utf8'))));
  const known = new Map<string, string>();
  if (existsSync(file)) {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const end = line.indexOf('\t');
      if (end > 0) known.set(line.slice(0, end), line.slice(end + 1));
    }
  }
  const keys = resources.map((text) => hash([text]));
  const unknown = [...new Map(keys.flatMap((key, at) => (known.has(key) ? [] : [[key, resources[at]!]])))];
  if (unknown.length > 0) {
    // Kept as they come: a run that is broken off is not lost.
    const keep = (answer: string, at: number): void => {
      known.set(unknown[at]![0]!, answer);
      appendFileSync(file, `${unknown[at]![0]}\t${answer}\n`);
    };
    const lines = unknown.map(([, text]) => inOneLine(text!));
    const answers = await runBesideValidator([VALIDATE, VERDICTS], LONG_RUN, lines, keep);
    if (answers.length !== unknown.length) throw new Error('the official validator ended early');
  }
  return keys.map((key) =>
    known
      .get(key)!
      .split('\t')
      .filter((error) => error !== ''),
  );
};
