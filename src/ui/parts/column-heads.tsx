import type { ComponentChild } from 'preact';

/** The head of a table: what each of its columns holds. */
export const ColumnHeads = ({ columns }: { columns: readonly string[] }): ComponentChild => (
  <thead>
    <tr>
      {columns.map((column) => (
        <th key={column} scope="col">
          {column}
        </th>
      ))}
    </tr>
  </thead>
);
