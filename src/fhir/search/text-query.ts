import { folded } from './folded.ts';
import type { TextQuery } from './search-request.ts';
import { isWrong, type Wrong, wrong } from './wrong.ts';

const MAX_DEPTH = 20;

const MAX_TOKENS = 200;

const TOKEN = /\s*(?:"([^"]*)"|([()])|([^\s()"]+))/y;

type Token =
  | { readonly kind: 'sign'; readonly sign: '(' | ')' | 'and' | 'or' | 'not' }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly prefix: boolean };

const wordsOf = (text: string): readonly string[] => folded(text).split(' ').filter(Boolean);

const SIGNS = new Map<string, Extract<Token, { kind: 'sign' }>['sign']>([
  ['(', '('],
  [')', ')'],
  ['AND', 'and'],
  ['and', 'and'],
  ['OR', 'or'],
  ['or', 'or'],
  ['NOT', 'not'],
]);

const tokens = (text: string): readonly Token[] | Wrong => {
  const found: Token[] = [];
  const whole = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < whole.length) {
    const [match, phrase, bracket, word = ''] = TOKEN.exec(whole) ?? [];
    if (match === undefined) return wrong(`“${text}” has a quotation mark that is not closed`);
    const sign = SIGNS.get(bracket ?? word);
    if (phrase === undefined && sign !== undefined) found.push({ kind: 'sign', sign });
    else {
      const words = wordsOf(phrase ?? word);
      if (words.length > 0) found.push({ kind: 'words', words, prefix: word.endsWith('*') });
    }
  }
  return found;
};

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(all: readonly Token[]) {
    this.#tokens = all;
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #skip(sign: string): boolean {
    const found = this.#next?.kind === 'sign' && this.#next.sign === sign;
    if (found) this.#at += 1;
    return found;
  }

  #deeper(read: () => TextQuery | Wrong): TextQuery | Wrong {
    this.#depth += 1;
    const found =
      this.#depth > MAX_DEPTH
        ? wrong(`More than ${MAX_DEPTH} brackets or NOTs are nested`, 'too-costly')
        : read();
    this.#depth -= 1;
    return found;
  }

  #part(): TextQuery | Wrong {
    if (this.#skip('not')) {
      const of = this.#deeper(() => this.#part());
      return isWrong(of) ? of : { kind: 'not', of };
    }
    const token = this.#next;
    if (token?.kind === 'words') {
      this.#at += 1;
      return token;
    }
    if (!this.#skip('('))
      return wrong('AND, OR, NOT and brackets need words: (bone OR liver) AND metastases');
    const found = this.#deeper(() => this.#any());
    return isWrong(found) || this.#skip(')') ? found : wrong('A bracket is not closed');
  }

  #joined(kind: 'and' | 'or', part: () => TextQuery | Wrong, goesOn: () => boolean): TextQuery | Wrong {
    const of: TextQuery[] = [];
    do {
      const found = part();
      if (isWrong(found)) return found;
      of.push(found);
    } while (goesOn());
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind, of };
  }

  #all(): TextQuery | Wrong {
    // Words beside each other are joined by AND.
    const goesOn = () =>
      this.#skip('and') ||
      (this.#next !== undefined &&
        !(this.#next.kind === 'sign' && (this.#next.sign === 'or' || this.#next.sign === ')')));
    return this.#joined('and', () => this.#part(), goesOn);
  }

  #any(): TextQuery | Wrong {
    return this.#joined(
      'or',
      () => this.#all(),
      () => this.#skip('or'),
    );
  }

  read(): TextQuery | Wrong {
    const found = this.#any();
    return isWrong(found) || this.#next === undefined ? found : wrong('A bracket is closed that is not open');
  }
}

/**
 * Reads words, "phrases", begin* of words, AND, OR, NOT and brackets; NOT binds closest, then AND, then OR.
 * https://hl7.org/fhir/R5/search.html#_text
 */
export const textQuery = (text: string): TextQuery | Wrong => {
  const all = tokens(text);
  if (isWrong(all)) return all;
  if (all.length > MAX_TOKENS) return wrong(`A text may be searched for ${MAX_TOKENS} words`, 'too-costly');
  return all.some(({ kind }) => kind === 'words')
    ? new Reader(all).read()
    : wrong(`“${text}” has no word to look for`);
};
