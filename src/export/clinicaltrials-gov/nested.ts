import { writtenJson } from './written-json.ts';

/** A place in a record's text: names, and indices of lists. */
type Step = string | number;

interface Node {
  words?: string;
  readonly children: Map<Step, Node>;
}

const STEP = /([^.[\]]+)|\[(\d+)\]/g;

/** `a.b[0].c` as names and indices. */
const stepsOf = (path: string): readonly Step[] =>
  [...path.matchAll(STEP)].map(([, name, index]) => name ?? Number(index));

const text = (name: string, { words, children }: Node): string => {
  if (children.size === 0) return writtenJson(name, words ?? '');
  const entries = [...children];
  const isList = entries.every(([step]) => typeof step === 'number');
  if (!isList)
    return `{${entries.map(([step, child]) => `${JSON.stringify(step)}:${text(String(step), child)}`).join(',')}}`;
  const inOrder = entries.toSorted(([a], [b]) => Number(a) - Number(b));
  return `[${inOrder.map(([, child]) => text(name, child)).join(',')}]`;
};

/** JSON text of values at their paths; an index that nothing has leaves no gap. */
export const nested = (values: ReadonlyMap<string, string>): string => {
  const root: Node = { children: new Map() };
  for (const [path, words] of values) {
    let node = root;
    for (const step of stepsOf(path)) {
      const next: Node = node.children.get(step) ?? { children: new Map() };
      node.children.set(step, next);
      node = next;
    }
    node.words = words;
  }
  return text('', root);
};
