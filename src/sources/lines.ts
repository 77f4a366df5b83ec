/** A line of a text without its line end and the white space around it; `from` and `to` are UTF-16 indices. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The lines of a text that are not blank. */
export const linesOf = (text: string): readonly Line[] =>
  [...text.matchAll(/[^\r\n]+/g)].flatMap((match) => {
    const line = match[0].trim();
    const from = match.index + match[0].indexOf(line);
    return line === '' ? [] : [{ from, to: from + line.length, text: line }];
  });
