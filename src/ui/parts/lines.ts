/** A text in at most so many lines of so many characters; what does not fit is left out. */
export const linesOf = (text: string, width: number, most: number): readonly string[] => {
  const lines: string[] = [''];
  for (const word of text.split(/[ \t\r\n]+/)) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + word.length < width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  const shown = lines
    .slice(0, most)
    .map((line) => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  return lines.length <= most ? shown : [...shown.slice(0, -1), `${shown.at(-1)!.slice(0, width - 1)}…`];
};
