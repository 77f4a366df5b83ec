/** Where and why a text is no JSON: https://www.rfc-editor.org/rfc/rfc8259 */
export class JsonSyntaxError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface JsonVisitor {
  /** A property or an array item (then `key` is its index) begins at `offset`; `path` is that of its parent. Without a path of its own its value is passed over. */
  enter(path: string, key: string | number, offset: number): string | undefined;
  /** The same key came before in the same object. */
  duplicate(path: string, key: string, offset: number): void;
}

/** Deeper than any resource goes; what is deeper would only exhaust the stack. */
export const MAX_DEPTH = 200;

const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;

const BACKSLASH = 0x5c;

/** Where the string ends that begins at a place of a text; below 0 if it does not end. */
export const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1);
  // A quote after an odd number of backslashes is none.
  while (text.charCodeAt(end - 1) === BACKSLASH) {
    let first = end - 1;
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) break;
    end = text.indexOf('"', end + 1);
  }
  return end;
};

/** Reads JSON text from end to end and tells the visitor where everything stands; throws JsonSyntaxError. */
export const scanJson = (text: string, root: string, visitor: JsonVisitor): void => {
  let at = 0;

  const skipSpace = (): void => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at += 1;
    }
  };
  const scalar = (): void => {
    SCALAR.lastIndex = at;
    if (!SCALAR.test(text)) fail('a value');
    at = SCALAR.lastIndex;
  };
  const fail = (expected: string): never => {
    const found = at < text.length ? JSON.stringify(text.charAt(at)) : 'the end';
    throw new JsonSyntaxError(`Not JSON: expected ${expected}, found ${found}`, at);
  };
  /** Long strings (base64) would exhaust a regular expression's stack, so a string is read run by run. */
  const string = (): string => {
    const start = at;
    let next = at + 1;
    for (;;) {
      const code = text.charCodeAt(next);
      if (code === 0x22) break;
      if (code === 0x5c) next += 2;
      else if (code >= 0x20) next += 1;
      else {
        at = Math.min(next, text.length);
        fail('a string without control characters and with its closing quote');
      }
    }
    const raw = text.slice(start, next + 1);
    at = next + 1;
    if (raw.includes('\\')) {
      try {
        return JSON.parse(raw) as string;
      } catch {
        at = start;
        fail('a string with valid escapes');
      }
    }
    return raw.slice(1, -1);
  };

  const separated = (close: string, item: () => void): void => {
    at += 1;
    skipSpace();
    if (text.charAt(at) === close) {
      at += 1;
      return;
    }
    for (;;) {
      item();
      skipSpace();
      const next = text.charAt(at);
      if (next !== ',' && next !== close) fail(`"," or "${close}"`);
      at += 1;
      if (next === close) return;
      skipSpace();
    }
  };

  /** Goes to the end of a value, whatever is in it. */
  const passOver = (): void => {
    let depth = 0;
    do {
      const first = text.charAt(at);
      if (first === '"') at = endOfString(text, at) + 1 || text.length;
      else if (first === '{' || first === '[') {
        depth += 1;
        at += 1;
      } else if (first === '}' || first === ']') {
        depth -= 1;
        at += 1;
      } else if (depth > 0 && at < text.length) at += 1;
      else scalar();
    } while (depth > 0);
  };

  const inside = (path: string | undefined, depth: number): void => {
    if (path === undefined) passOver();
    else value(path, depth);
  };

  const value = (path: string, depth: number): void => {
    if (depth > MAX_DEPTH) throw new JsonSyntaxError(`Nested deeper than ${MAX_DEPTH} levels`, at);
    const first = text.charAt(at);
    if (first === '{') {
      const keys = new Set<string>();
      separated('}', () => {
        const start = at;
        if (text.charAt(at) !== '"') fail('a property name in quotes');
        const key = string();
        if (keys.has(key)) visitor.duplicate(path, key, start);
        keys.add(key);
        skipSpace();
        if (text.charAt(at) !== ':') fail('":"');
        at += 1;
        skipSpace();
        inside(visitor.enter(path, key, start), depth + 1);
      });
    } else if (first === '[') {
      let index = 0;
      separated(']', () => {
        inside(visitor.enter(path, index, at), depth + 1);
        index += 1;
      });
    } else if (first === '"') {
      string();
    } else scalar();
  };

  skipSpace();
  value(root, 1);
  skipSpace();
  if (at < text.length) fail('nothing more');
};
