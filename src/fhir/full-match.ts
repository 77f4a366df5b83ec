import { createContext, Script } from 'node:vm';

const MATCH_MILLISECONDS = 500;

const matches = new Script('texts.map((text) => pattern.test(text))');

const compiled = (pattern: string): RegExp | undefined => {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      // Without the flag more is let through, as escapes that mean nothing.
    }
  }
  return undefined;
};

/** Which texts a regular expression matches as a whole; or what is wrong with it: `invalid`, or `too-costly` if it takes too long. */
export const fullMatches = (
  pattern: string,
  texts: readonly string[],
): readonly boolean[] | 'invalid' | 'too-costly' => {
  const expression = compiled(pattern);
  if (expression === undefined) return 'invalid';
  try {
    // A pattern from outside may take for ever, and nothing else can stop it.
    return matches.runInContext(createContext({ texts, pattern: expression }), {
      timeout: MATCH_MILLISECONDS,
    }) as boolean[];
  } catch {
    return 'too-costly';
  }
};
