import { DatabaseSync } from 'node:sqlite';

/** How many bytes of the file a table or an index of it takes, and how many of these hold nothing. */
interface Taken {
  readonly name: string;
  readonly bytes: number;
  readonly unused: number;
}

/** What takes the bytes of a SQLite file, the dearest first: https://sqlite.org/dbstat.html */
export const bytesTaken = (file: string): readonly Taken[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const found = database
      .prepare(
        'SELECT name, sum(pgsize) AS bytes, sum(unused) AS unused FROM dbstat GROUP BY name ORDER BY bytes DESC',
      )
      .all();
    return found.map(({ name, bytes, unused }) => ({
      name: String(name),
      bytes: Number(bytes),
      unused: Number(unused),
    }));
  } finally {
    database.close();
  }
};
