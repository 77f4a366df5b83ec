import type { Passage } from '../passage.ts';
import type { Located } from './tree.ts';
import { partOf, type Wording, wordingOf } from './wording.ts';

/** A node's words as a passage, whose facts stand at the node's path. */
export const passageOf = (node: Located, { text, starts }: Wording = wordingOf(node)): Passage => ({
  text,
  slice: (from, to) => passageOf(node, { text: text.slice(from, to), starts: starts.slice(from, to + 1) }),
  fact: (from, to, value, derivation) => {
    const part = partOf(node, { text, starts }, from, to);
    return {
      ...part,
      value,
      derivation: derivation ?? (String(value) === part.words ? 'stated' : 'normalised'),
    };
  },
});
