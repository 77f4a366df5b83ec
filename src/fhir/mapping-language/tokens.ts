/** A piece of a text in the FHIR Mapping Language. */
export interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'symbol' | 'end';
  /** Of a string and a delimited name, what is between the quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*(?:(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z_]\w*|`[^`]*`)|(?<symbol><<|>>|->|\.\.|\S))?/y;

/** The tokens of a text, without blanks and comments; the last one is its end. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (;;) {
    const { 0: all = '', groups = {} } = TOKEN.exec(text) ?? {};
    const end = TOKEN.lastIndex;
    const [kind, written] = Object.entries(groups).find(([, found]) => found !== undefined) ?? [];
    if (kind === undefined || written === undefined || all === '') {
      tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
      return tokens;
    }
    const isQuoted = kind === 'string' || written.startsWith('`');
    tokens.push({
      kind: kind as Token['kind'],
      text: isQuoted ? written.slice(1, -1).replace(/\\(.)/g, '$1') : written,
      start: end - written.length,
      end,
    });
  }
};
