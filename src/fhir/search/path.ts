/** A step of a path, from values to the values it leads to. */
export type PathStep =
  | { readonly kind: 'child'; readonly name: string }
  /** The children of this name, their children of this name, and so on. */
  | { readonly kind: 'repeat'; readonly name: string }
  | { readonly kind: 'type'; readonly type: string }
  /** A reference to a resource of this type. */
  | { readonly kind: 'leads-to'; readonly type: string }
  | { readonly kind: 'equals'; readonly path: Path; readonly text: string }
  | { readonly kind: 'exists'; readonly path: Path }
  | { readonly kind: 'extension'; readonly url: string }
  | { readonly kind: 'first' };

/** The steps from where a path starts: the value it is asked of, or what another path finds there. */
export interface PathBranch {
  readonly from?: Path;
  readonly steps: readonly PathStep[];
}

/** The part of FHIRPath in which nearly all search parameters say where their values stand: a union of branches. */
export type Path = readonly PathBranch[];

const TOKEN = /\s*(?:([A-Za-z_]\w*)|'((?:[^'\\]|\\['\\])*)'|([().|=[\]])|(0))/y;

type Token =
  | { readonly kind: 'name' | 'text'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

const tokens = (expression: string): readonly Token[] | undefined => {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  const text = expression.trim();
  while (TOKEN.lastIndex < text.length) {
    const [match, name, literal, sign, digit] = TOKEN.exec(text) ?? [];
    if (match === undefined) return undefined;
    if (name !== undefined) found.push({ kind: 'name', text: name });
    else if (literal !== undefined) found.push({ kind: 'text', text: literal.replace(/\\(.)/g, '$1') });
    else found.push({ kind: 'sign', text: sign ?? digit ?? '' });
  }
  return found;
};

/** What is read is not of the part of FHIRPath that is read here. */
class OtherFhirPath extends Error {}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(all: readonly Token[]) {
    this.#tokens = all;
  }

  get ended(): boolean {
    return this.#at === this.#tokens.length;
  }

  sees(...texts: readonly string[]): boolean {
    return texts.every((text, offset) => {
      const token = this.#tokens[this.#at + offset];
      return token?.kind !== 'text' && token?.text === text;
    });
  }

  skip(...texts: readonly string[]): boolean {
    const found = this.sees(...texts);
    if (found) this.#at += texts.length;
    return found;
  }

  expect(...texts: readonly string[]): void {
    if (!this.skip(...texts)) throw new OtherFhirPath();
  }

  take(kind: 'name' | 'text'): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) throw new OtherFhirPath();
    this.#at += 1;
    return token.text;
  }
}

const EXISTS = ['.', 'exists', '(', ')'] as const;

const type = (reader: Reader): PathStep => {
  reader.skip('FHIR', '.');
  return { kind: 'type', type: reader.take('name') };
};

const condition = (reader: Reader): PathStep => {
  if (reader.skip('resolve', '(', ')', 'is')) return { kind: 'leads-to', type: reader.take('name') };
  const path = union(reader);
  if (reader.skip('=')) return { kind: 'equals', path, text: reader.take('text') };
  if (path.length > 1) throw new OtherFhirPath();
  reader.expect(...EXISTS);
  return { kind: 'exists', path };
};

const FUNCTIONS: Readonly<Record<string, (reader: Reader) => PathStep>> = {
  ofType: type,
  as: type,
  where: condition,
  repeat: (reader) => ({ kind: 'repeat', name: reader.take('name') }),
  extension: (reader) => ({ kind: 'extension', url: reader.take('text') }),
  first: () => ({ kind: 'first' }),
};

const invocation = (reader: Reader): PathStep => {
  const name = reader.take('name');
  if (!reader.skip('(')) return { kind: 'child', name };
  const read = FUNCTIONS[name];
  if (read === undefined) throw new OtherFhirPath();
  const step = read(reader);
  reader.expect(')');
  return step;
};

const branch = (reader: Reader): PathBranch => {
  const steps: PathStep[] = [];
  let from: Path | undefined;
  if (reader.skip('(')) {
    from = union(reader);
    reader.expect(')');
  } else steps.push(invocation(reader));
  const done = (): PathBranch => (from === undefined ? { steps } : { from, steps });
  for (;;) {
    if (reader.sees(...EXISTS)) return done();
    if (reader.skip('.')) steps.push(invocation(reader));
    else if (reader.skip('[', '0', ']')) steps.push({ kind: 'first' });
    else if (reader.skip('as')) steps.push(type(reader));
    else return done();
  }
};

const union = (reader: Reader): Path => {
  const branches = [branch(reader)];
  while (reader.skip('|')) branches.push(branch(reader));
  return branches;
};

/** Reads an expression; undefined if it is FHIRPath of another kind. */
export const parsePath = (expression: string): Path | undefined => {
  const all = tokens(expression);
  if (all === undefined) return undefined;
  const reader = new Reader(all);
  try {
    const path = union(reader);
    return reader.ended ? path : undefined;
  } catch (error) {
    if (error instanceof OtherFhirPath) return undefined;
    throw error;
  }
};
