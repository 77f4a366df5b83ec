/** A table of Markdown: https://github.github.com/gfm/#tables-extension- */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(
      (cells) =>
        `| ${cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()).join(' | ')} |`,
    )
    .join('\n');

/** A word that stands for itself. */
export const code = (word: string): string => `\`${word}\``;

/** A page that is made anew by `npm run build:docs`. */
export const page = (title: string, introduction: string, parts: readonly string[]): string =>
  `${[`# ${title}`, introduction, ...parts].join('\n\n')}\n`;
