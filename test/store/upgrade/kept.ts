import { join } from 'node:path';
import { content } from '../../../src/fhir/content.ts';
import type { Store } from '../../../src/store/store.ts';

/** Where the databases of each version are, as SQLite wrote them: `0.1.0.sqlite.gz`. */
export const KEPT = join(import.meta.dirname, '../../fixtures/store');

const RESOURCES = [
  {
    resourceType: 'ResearchStudy',
    id: 's',
    status: 'active',
    title: 'Pain relief',
    period: { start: '2020' },
    contained: [{ resourceType: 'Group', id: 'g', name: 'Some', membership: 'definitional', type: 'person' }],
    recruitment: { eligibility: { reference: '#g' }, targetNumber: 4 },
    site: [{ reference: 'Location/l' }],
  },
  { resourceType: 'Location', id: 'l', name: 'Ward', position: { latitude: 1.5, longitude: 2 } },
  {
    resourceType: 'Evidence',
    id: 'e',
    status: 'draft',
    title: 'Tea',
    identifier: [{ system: 'urn:x', value: '7' }],
  },
  { resourceType: 'Basic', id: 'b', code: { text: 'gone' } },
];

/** Stores what a database of a version is kept with: a version that was replaced, a deletion, and what is beside resources. */
export const fill = async (store: Store): Promise<void> => {
  const write = (type: string, id: string, replaces: number, resource?: object) => ({
    ...{ type, id, replaces },
    ...(resource
      ? { method: 'PUT' as const, content: content(resource as never) }
      : { method: 'DELETE' as const }),
  });
  const writes = RESOURCES.map((one) => write(one.resourceType, one.id, 0, one));
  await store.write({ writes }, '2031-01-01T00:00:00Z');
  const later = [
    write('Location', 'l', 1, { resourceType: 'Location', id: 'l', name: 'Ward 7' }),
    write('Basic', 'b', 1),
  ];
  await store.write({ writes: later }, '2031-01-02T00:00:00Z');
  await store.setNote('kept', 'a note');
};
