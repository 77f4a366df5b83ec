const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

/** The rows of a table of comma-separated values, by the names in its first: https://www.rfc-editor.org/rfc/rfc4180 */
export const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] => {
  const rows: string[][] = [[]];
  for (const [whole, quoted, plain = '', end = ''] of text.matchAll(FIELD)) {
    if (whole === '') break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  const [names = [], ...values] = rows.filter(({ length }) => length > 0);
  return values.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
};
