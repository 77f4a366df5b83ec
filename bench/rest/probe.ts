// What Express and SQLite alone cost: node bench/rest/probe.ts PORT DATABASE. It stores resources as they are sent,
// without looking at them, and serves reads, a sorted page and transactions.
import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';

const [port, path = ':memory:'] = process.argv.slice(2);
const database = new DatabaseSync(path);
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE resource (type TEXT, id TEXT, date TEXT, text TEXT, PRIMARY KEY (type, id));
  CREATE INDEX resource_by_date ON resource (type, date)`);
const reading = database.prepare('SELECT text FROM resource WHERE type = ? AND id = ?');
const page = database.prepare('SELECT text FROM resource WHERE type = ? ORDER BY date DESC LIMIT 20');
const storing = database.prepare('INSERT OR REPLACE INTO resource VALUES (?, ?, ?, ?)');

interface Resource {
  readonly resourceType: string;
  readonly id?: string;
  readonly date?: string;
}

const store = (resource: Resource): void => {
  const { resourceType, id = randomUUID(), date = null } = resource;
  storing.run(resourceType, id, date, JSON.stringify({ ...resource, id }));
};

const app = express();
const json = express.json({ type: () => true, limit: '16mb' });
app.get(
  '/fhir/metadata',
  (_, response) => void response.json({ software: { name: 'SQLite', version: process.versions.sqlite } }),
);
app.get('/fhir/:type', ({ params }, response) => {
  const entries = page.all(params.type).map(({ text }) => `{"resource":${text},"search":{"mode":"match"}}`);
  response.type('json').send(`{"resourceType":"Bundle","entry":[${entries.join()}]}`);
});
app.get('/fhir/:type/:id', ({ params }, response) => {
  response.type('json').send(String(reading.get(params.type, params.id)?.text));
});
app.post('/fhir', json, ({ body }: { body: { entry: readonly { resource: Resource }[] } }, response) => {
  database.exec('BEGIN');
  for (const { resource } of body.entry) store(resource);
  database.exec('COMMIT');
  response.json({ resourceType: 'Bundle', type: 'transaction-response' });
});
app.listen(Number(port), '127.0.0.1');
