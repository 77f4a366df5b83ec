import { migrate } from '../../../src/store/migrations/migrate.ts';
import type { Engine } from '../../../src/store/sql/engine.ts';
import { createPostgresqlEngine } from '../../../src/store/sql/postgresql.ts';
import { createSqliteEngine } from '../../../src/store/sql/sqlite.ts';
import { startPostgresql } from '../../postgresql/server.ts';

const ready = async (engine: Engine): Promise<Engine> => {
  await migrate(engine);
  return engine;
};
export const ENGINES = [
  { name: 'SQLite', open: () => ready(createSqliteEngine(':memory:')) },
  ...(process.env.PG
    ? [
        {
          name: 'PostgreSQL',
          open: async () => {
            const server = await startPostgresql();
            const engine = await ready(createPostgresqlEngine(server.url));
            return {
              ...engine,
              close: async () => {
                await engine.close();
                await server.stop();
              },
            };
          },
        },
      ]
    : []),
];
