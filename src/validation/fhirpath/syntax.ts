// FHIRPath's grammar, as far as invariants use it: https://hl7.org/fhirpath/grammar.html

/** A FHIRPath expression as a tree; `of` is what stands before the dot. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'this' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'member'; readonly of?: Expression; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of?: Expression;
      readonly name: string;
      readonly parameters: readonly Expression[];
    }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: number }
  | { readonly kind: 'type'; readonly operator: 'is' | 'as'; readonly of: Expression; readonly type: string }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    };

/** What an expression has that is read by the whole FHIRPath engine only. */
export class Unsupported extends Error {}

const TOKEN =
  /\s+|(?<string>'(?:[^'\\]|\\.)*')|(?<number>\d+(?:\.\d+)?)|(?<delimited>`[^`\\]+`)|(?<word>[%$]?[A-Za-z_]\w*)|(?<symbol><=|>=|!=|[=<>.,()[\]{}|&+\-*])/y;

interface Token {
  readonly kind: 'string' | 'number' | 'delimited' | 'word' | 'symbol';
  readonly text: string;
}

const tokens = (expression: string): readonly Token[] => {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const groups = TOKEN.exec(expression)?.groups;
    if (groups === undefined) throw new Unsupported(expression);
    const [kind, text] = Object.entries(groups).find(([, one]) => one !== undefined) ?? [];
    if (text !== undefined) found.push({ kind: kind as Token['kind'], text });
  }
  return found;
};

/** How tightly operators bind. */
const PRECEDENCE: Readonly<Record<string, number>> = {
  implies: 1,
  or: 2,
  xor: 2,
  and: 3,
  in: 4,
  contains: 4,
  '=': 5,
  '!=': 5,
  '<': 6,
  '>': 6,
  '<=': 6,
  '>=': 6,
  '|': 7,
  is: 8,
  as: 8,
  '+': 9,
  '-': 9,
  '&': 9,
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, hex: string | undefined, one: string) =>
    hex === undefined ? (ESCAPES[one] ?? one) : String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** Reads an expression; throws `Unsupported`. */
export const parseExpression = (text: string): Expression => {
  const all = tokens(text);
  let at = 0;
  const is = (symbol: string): boolean => all[at]?.text === symbol && all[at]?.kind !== 'string';
  const next = (): Token => {
    const token = all[at];
    if (token === undefined) throw new Unsupported(text);
    at += 1;
    return token;
  };
  const expect = (symbol: string): void => {
    if (!is(symbol)) throw new Unsupported(text);
    at += 1;
  };
  const name = (): string => {
    const { kind, text: found } = next();
    if (kind === 'delimited') return found.slice(1, -1);
    if (kind !== 'word' || /^[%$]/.test(found)) throw new Unsupported(text);
    return found;
  };
  const parameters = (): readonly Expression[] => {
    const found: Expression[] = [];
    expect('(');
    while (!is(')')) {
      if (found.length > 0) expect(',');
      found.push(expression(0));
    }
    expect(')');
    return found;
  };
  const invocation = (of?: Expression): Expression => {
    const called = name();
    if (is('(')) return { kind: 'call', ...(of && { of }), name: called, parameters: parameters() };
    return { kind: 'member', ...(of && { of }), name: called };
  };
  const term = (): Expression => {
    if (is('(')) {
      at += 1;
      const inner = expression(0);
      expect(')');
      return inner;
    }
    if (is('{')) {
      at += 1;
      expect('}');
      return { kind: 'empty' };
    }
    const token = all[at];
    if (token?.kind === 'string') {
      at += 1;
      return { kind: 'literal', value: unescaped(token.text.slice(1, -1)) };
    }
    if (token?.kind === 'number') {
      at += 1;
      return { kind: 'literal', value: Number(token.text) };
    }
    if (token?.text === 'true' || token?.text === 'false') {
      at += 1;
      return { kind: 'literal', value: token.text === 'true' };
    }
    if (token?.text === '$this') {
      at += 1;
      return { kind: 'this' };
    }
    if (token?.text.startsWith('%')) {
      at += 1;
      return { kind: 'variable', name: token.text.slice(1) };
    }
    return invocation();
  };
  const path = (): Expression => {
    let found = term();
    for (;;) {
      if (is('.')) {
        at += 1;
        found = invocation(found);
      } else if (is('[')) {
        at += 1;
        const index = Number(next().text);
        if (!Number.isInteger(index)) throw new Unsupported(text);
        expect(']');
        found = { kind: 'index', of: found, index };
      } else return found;
    }
  };
  const expression = (least: number): Expression => {
    let left = path();
    for (;;) {
      const token = all[at];
      const operator = token?.kind === 'word' || token?.kind === 'symbol' ? token.text : '';
      const precedence = Object.hasOwn(PRECEDENCE, operator) ? PRECEDENCE[operator]! : 0;
      if (precedence <= least) return left;
      at += 1;
      if (operator === 'is' || operator === 'as') left = { kind: 'type', operator, of: left, type: name() };
      else left = { kind: 'binary', operator, left, right: expression(precedence) };
    }
  };
  const whole = expression(0);
  if (at < all.length) throw new Unsupported(text);
  return whole;
};
