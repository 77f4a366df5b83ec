/** A table: the names of its columns, and a value by column for each row. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string | undefined>>[];
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are none. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r\n]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;

const field = (text: string): string => {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table as text: https://www.rfc-editor.org/rfc/rfc4180 */
export const csv = ({ columns, rows }: Table): string =>
  [columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]
    .map((fields) => `${fields.map(field).join(',')}\r\n`)
    .join('');
