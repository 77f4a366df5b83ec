import { type Wrong, wrong } from '../wrong.ts';
import { type FilterExpression, type FilterPath, OPERATORS } from './expression.ts';

const MAX_DEPTH = 20;

const OPERATOR = new RegExp(`(?:${OPERATORS.join('|')})(?!\\S)`, 'y');

/** What is read is no filter; caught where reading began. */
class NoFilter extends Error {
  readonly wrong: Wrong;
  constructor(found: Wrong) {
    super(found.wrong);
    this.wrong = found;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #fail(expected: string): never {
    const rest = this.#text.slice(this.#at, this.#at + 20);
    const found = rest === '' ? 'the end' : `“${rest}”`;
    throw new NoFilter(
      wrong(`The filter needs ${expected} at character ${this.#at + 1}, where there is ${found}`),
    );
  }

  /** Skips white space, then what a sticky pattern finds. */
  #skip(pattern: RegExp): string | undefined {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at = pattern.lastIndex;
    return found;
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      throw new NoFilter(wrong(`A filter may be nested ${MAX_DEPTH} deep`, 'too-costly'));
    const found = read();
    this.#depth -= 1;
    return found;
  }

  #path(): FilterPath {
    const code = this.#skip(/[_A-Za-z][\w-]*/y) ?? this.#fail('the name of a search parameter');
    const only = this.#skip(/:[A-Za-z]+/y)?.slice(1);
    const filter = this.#skip(/\[/y) && this.#nested(() => this.#expression());
    if (filter && !this.#skip(/\]/y)) this.#fail('“]”, “and” or “or”');
    const goesOn = this.#skip(/\./y) !== undefined;
    if (filter && !goesOn) this.#fail('“.” and a name after what is in brackets');
    const rest = goesOn ? { rest: this.#nested(() => this.#path()) } : {};
    return { code, ...(only !== undefined && { only }), ...(filter && { filter }), ...rest };
  }

  #value(): string {
    const quoted = this.#skip(/"(?:[^"\\]|\\.)*"/y);
    if (quoted === undefined) return this.#skip(/[^\s)\]"][^\s)\]]*/y) ?? this.#fail('a value');
    try {
      return JSON.parse(quoted);
    } catch {
      throw new NoFilter(wrong(`${quoted} is not a string as in JSON`));
    }
  }

  #test(): FilterExpression {
    const path = this.#path();
    const word = this.#skip(OPERATOR);
    const operator = OPERATORS.find((one) => one === word);
    if (operator === undefined) return this.#fail(`one of ${OPERATORS.join(', ')}`);
    return { kind: 'test', path, operator, value: this.#value() };
  }

  #bracketed(): FilterExpression {
    const found = this.#nested(() => this.#expression());
    if (!this.#skip(/\)/y)) this.#fail('“)”, “and” or “or”');
    return found;
  }

  #term(): FilterExpression {
    if (this.#skip(/not\s*\(/y)) return { kind: 'not', of: this.#bracketed() };
    return this.#skip(/\(/y) ? this.#bracketed() : this.#test();
  }

  /** From left to right: `and` does not bind closer than `or`. */
  #expression(): FilterExpression {
    let found = this.#term();
    let joined: FilterExpression[] = [];
    for (;;) {
      const word = this.#skip(/(?:and|or)(?=[\s(])/y);
      if (word === undefined) return found;
      const kind = word === 'and' ? 'and' : 'or';
      if (found.kind !== kind || joined.length === 0) {
        joined = [found];
        found = { kind, of: joined };
      }
      joined.push(this.#term());
    }
  }

  read(): FilterExpression {
    const found = this.#expression();
    return this.#skip(/$/y) === undefined ? this.#fail('“and”, “or” or the end') : found;
  }
}

/** Reads a filter: https://hl7.org/fhir/R5/search_filter.html */
export const parseFilter = (text: string): FilterExpression | Wrong => {
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error instanceof NoFilter) return error.wrong;
    throw error;
  }
};
