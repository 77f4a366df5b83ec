import type { FhirResource } from 'fhir/r5.js';
import { expect, test } from 'vitest';
import { builtInSearchParameters } from '../../../src/fhir/search/search-parameters.ts';
import { fullText } from '../../../src/store/index/full-text.ts';
import { gather } from '../../../src/store/index/gather.ts';
import { indexEntries } from '../../../src/store/index/index-entries.ts';
import { deleteIndex, insertIndex } from '../../../src/store/index/index-table.ts';
import { parameterNumber } from '../../../src/store/index/parameter-number.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { createSqliteEngine } from '../../../src/store/sql/sqlite.ts';
import { rows } from '../../../src/store/sql/work.ts';

const TABLES = ['token', 'string', 'reference', 'uri', 'date', 'number', 'quantity', 'position', 'link'];

/** Between them they have values of every kind. */
const RESOURCES = [
  { resourceType: 'Location', url: 'x', name: 'Here', position: { latitude: 1.5, longitude: 2 } },
  {
    resourceType: 'ResearchStudy',
    url: 'http://x/S',
    status: 'active',
    period: { start: '2020' },
    recruitment: { targetNumber: 4 },
    site: [{ reference: 'Location/1/_history/2' }, { reference: 'Location/3' }],
    version: 'V',
  },
  { resourceType: 'Evidence', statistic: [{ quantity: { value: 1, comparator: '<' } }] },
] as unknown as readonly FhirResource[];

test('the index of a version is there, and gone again without that of another', async () => {
  const engine = createSqliteEngine(':memory:');
  await migrate(engine);
  const add = (seq: number, resource: FhirResource) =>
    insertIndex(
      seq,
      indexEntries(resource, builtInSearchParameters()),
      fullText(gather(resource)),
      gather(resource).links,
    );
  await engine.write(function* () {
    for (const [seq, resource] of RESOURCES.entries()) {
      yield* add(seq, resource);
      yield* add(seq + 10, resource);
    }
  });
  const versions = (table: string, column = 'version') =>
    engine.read(function* () {
      const found = yield* rows(`SELECT DISTINCT ${column} AS seq FROM ${table} ORDER BY 1`);
      return found.map(({ seq }) => Number(seq));
    });
  for (const table of TABLES) expect(await versions(table), table).not.toEqual([]);
  // A version stays, whatever leads to it.
  expect(await versions('link', 'id')).toEqual([3]);
  expect(await versions('full_text', 'rowid')).toEqual([0, 1, 2, 10, 11, 12]);
  const tokens = await engine.read(function* () {
    return yield* rows(
      'SELECT system, code, folded FROM token WHERE version = 1 AND parameter IN (?, ?) ORDER BY code',
      parameterNumber('ResearchStudy.status'),
      parameterNumber('ResearchStudy.version'),
    );
  });
  expect(tokens.map((row) => ({ ...row }))).toEqual([
    { system: '', code: null, folded: 'v' },
    { system: 'http://hl7.org/fhir/publication-status', code: 'active', folded: null },
  ]);
  await engine.write(() => deleteIndex([0, 1, 2]));
  for (const table of TABLES) {
    const left = await versions(table);
    expect(left, table).not.toEqual([]);
    expect(
      left.every((seq) => seq >= 10),
      table,
    ).toBe(true);
  }
  expect(await versions('full_text', 'rowid')).toEqual([10, 11, 12]);
  await engine.close();
});

test('a key has the same small number each time, and another key another', () => {
  const keys = [
    'Patient.name',
    'Patient.name:text',
    'Person.name',
    'Resource._tag',
    'Group.characteristic-value$1',
  ];
  const numbers = keys.map(parameterNumber);
  expect(new Set(numbers).size).toBe(keys.length);
  expect(keys.map(parameterNumber)).toEqual(numbers);
  for (const number of numbers) expect(number).toBeLessThan(2 ** 48);
  // Databases keep it.
  expect(parameterNumber('Patient.name')).toBe(15_088_250_573_449);
});
