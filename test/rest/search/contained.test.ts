import type { FhirResource, Medication, MedicationRequest } from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isError } from '../../../src/fhir/issue.ts';
import { parse } from '../../../src/fhir/json.ts';
import { BASE, SERVED, validate } from '../server.ts';
import { linkOf } from './expect-found.ts';
import { concept, ref } from './fixture/parts.ts';
import { type Found, type Loaded, load } from './loaded.ts';

const DRUGS = 'http://example.org/medications';

const medication = (id: string, code: string, more: Partial<Medication> = {}): Medication => ({
  resourceType: 'Medication',
  id,
  status: 'active',
  ingredient: [{ item: { concept: concept(DRUGS, code) } }],
  ...more,
});

const request = (
  id: string,
  contained: readonly FhirResource[],
  more: Partial<MedicationRequest> = {},
): MedicationRequest => ({
  resourceType: 'MedicationRequest',
  id,
  contained: [...contained],
  status: 'active',
  intent: 'order',
  subject: ref('Patient/ana'),
  medication: { reference: ref('#m1') },
  ...more,
});

/** Three orders of mixtures that they contain, one of two; and a medication by itself. */
const STORED: readonly FhirResource[] = [
  medication('alone', 'abc'),
  request('order-b', [
    medication('m1', 'abc', { batch: { lotNumber: '3' }, marketingAuthorizationHolder: ref('#maker') }),
    { resourceType: 'Organization', id: 'maker', name: 'Maker' },
  ]),
  request('order-a', [medication('m1', 'def', { batch: { lotNumber: '1' } }), medication('m2', 'abc')], {
    supportingInformation: [ref('#m2')],
  }),
  request('order-c', [
    medication('m1', 'abc', {
      batch: { lotNumber: '2' },
      marketingAuthorizationHolder: ref('Organization/org-north'),
    }),
  ]),
];

/** A search and what it finds, as it stands behind the base of its full URL; sorted where the search says so. */
const FOUND: readonly (readonly [search: string, found: string])[] = [
  // Without being asked for, contained resources are found by chains alone.
  ['Medication?ingredient-code=abc', 'Medication/alone'],
  ['Medication?ingredient-code=abc&_contained=false', 'Medication/alone'],
  ['Medication?ingredient-code=abc&_containedType=contained', 'Medication/alone'],
  ['MedicationRequest?medication.ingredient-code=abc', 'MedicationRequest/order-b MedicationRequest/order-c'],
  ['MedicationRequest?medication.ingredient-code=def', 'MedicationRequest/order-a'],
  ['MedicationRequest?medication.ingredient-code=ghi', ''],
  ['MedicationRequest?medication:Medication.lot-number=3', 'MedicationRequest/order-b'],
  ['MedicationRequest?medication.marketingauthorizationholder.name=maker', 'MedicationRequest/order-b'],
  ['MedicationRequest?medication.marketingauthorizationholder.name=northern', 'MedicationRequest/order-c'],
  ['Medication?_id=m1', ''],
  ['Organization?name=maker', ''],
  ['Organization?_has:Medication:marketingauthorizationholder:lot-number=2', ''],
  // What contains them.
  [
    'Medication?ingredient-code=abc&_contained=true&_sort=lot-number',
    'MedicationRequest/order-c MedicationRequest/order-b MedicationRequest/order-a',
  ],
  ['Medication?ingredient-code=def&_contained=true', 'MedicationRequest/order-a'],
  ['Medication?ingredient-code=ghi&_contained=true', ''],
  [
    'Medication?_contained=true&_containedType=container',
    'MedicationRequest/order-a MedicationRequest/order-b MedicationRequest/order-c',
  ],
  [
    'Medication?ingredient-code=abc&_contained=both',
    'Medication/alone MedicationRequest/order-a MedicationRequest/order-b MedicationRequest/order-c',
  ],
  ['Organization?name=maker&_contained=both', 'MedicationRequest/order-b'],
  // They alone.
  [
    'Medication?ingredient-code=abc&_contained=true&_containedType=contained',
    'MedicationRequest/order-b#m1 MedicationRequest/order-a#m2 MedicationRequest/order-c#m1',
  ],
  [
    'Medication?_contained=true&_containedType=contained&_sort=-lot-number',
    'MedicationRequest/order-b#m1 MedicationRequest/order-c#m1 MedicationRequest/order-a#m1 MedicationRequest/order-a#m2',
  ],
  [
    'Medication?_contained=both&_containedType=contained&ingredient-code=abc&_sort=_id',
    'Medication/alone MedicationRequest/order-b#m1 MedicationRequest/order-c#m1 MedicationRequest/order-a#m2',
  ],
  ['Medication?_contained=true&_containedType=contained&_id=m2', 'MedicationRequest/order-a#m2'],
  ['Medication?_contained=true&_containedType=contained&_id=alone', ''],
  [
    'Medication?_contained=true&_containedType=contained&lot-number:missing=true',
    'MedicationRequest/order-a#m2',
  ],
  [
    'Medication?_contained=true&_containedType=contained&ingredient-code:not=abc',
    'MedicationRequest/order-a#m1',
  ],
  [
    'Medication?_contained=true&_containedType=contained&marketingauthorizationholder.name=northern',
    'MedicationRequest/order-c#m1',
  ],
  [
    'Medication?_contained=true&_containedType=contained&marketingauthorizationholder=Organization/org-north',
    'MedicationRequest/order-c#m1',
  ],
  [
    'Medication?_contained=true&_containedType=contained&_has:MedicationRequest:medication:_id=order-a',
    'MedicationRequest/order-a#m1',
  ],
  [
    'Medication?_contained=true&_containedType=contained&_filter=lot-number eq 2',
    'MedicationRequest/order-c#m1',
  ],
  ['Organization?_contained=true&_containedType=contained', 'MedicationRequest/order-b#maker'],
  ['Medication?_contained=true&_lastUpdated=lt2000', ''],
  [
    '?_type=Medication,Organization&_contained=true&_containedType=contained&_lastUpdated=gt2000&_sort=_id',
    'MedicationRequest/order-b#m1 MedicationRequest/order-a#m1 MedicationRequest/order-c#m1 MedicationRequest/order-a#m2 MedicationRequest/order-b#maker',
  ],
];

const fullUrls = ({ body }: Found, mode = 'match'): readonly string[] =>
  (body.entry ?? []).flatMap(({ search, fullUrl = '' }) =>
    search?.mode === mode ? fullUrl.slice(BASE.length + 1) : [],
  );

describe.each(SERVED)('searches of contained resources on $name', (database) => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load(database);
    // One after the other, so that there is an order in which they were stored.
    for (const resource of STORED) await loaded.put(resource);
    // What is no longer contained is no longer found.
    await loaded.put(request('order-d', [medication('m1', 'abc')]));
    await loaded.put({
      resourceType: 'MedicationRequest',
      id: 'order-d',
      status: 'active',
      intent: 'order',
      subject: ref('Patient/ana'),
      medication: { concept: concept(DRUGS, 'abc') },
    });
    await loaded.put(request('order-e', [medication('m1', 'abc')]));
    await loaded.remove('MedicationRequest/order-e');
  });
  afterAll(() => loaded.close());

  test.each(FOUND)('%s', async (search, expected) => {
    const wanted = expected.split(' ').filter(Boolean);
    for (const found of [await loaded.get(search), await loaded.post(search)]) {
      expect(found.status, JSON.stringify(found.body.issue)).toBe(200);
      const urls = fullUrls(found);
      expect(search.includes('_sort') ? urls : urls.toSorted()).toEqual(
        search.includes('_sort') ? wanted : wanted.toSorted(),
      );
      expect(found.body.total).toBe(wanted.length);
      const self = new URL(linkOf(found, 'self') ?? '').searchParams;
      for (const [name, value] of new URLSearchParams(search.split('?')[1]))
        expect(self.getAll(name), name).toContain(value);
    }
  });

  const bundleOf = async (search: string) => {
    const found = await loaded.get(search);
    expect(found.status, JSON.stringify(found.body.issue)).toBe(200);
    const content = parse(JSON.stringify(found.body));
    if (!('text' in content)) throw new Error('no resource');
    // What a contained resource refers to stands beside it, not in it.
    const beside = ['ref-1', 'reference-not-found'];
    const errors = validate(content).filter((issue) => isError(issue) && !beside.includes(issue.rule ?? ''));
    expect(errors).toEqual([]);
    return found;
  };

  test('have the contained resource as it is there', async () => {
    const found = await bundleOf('Medication?_contained=true&_containedType=contained&lot-number=1');
    expect(found.body.entry).toEqual([
      {
        fullUrl: `${BASE}/MedicationRequest/order-a#m1`,
        resource: medication('m1', 'def', { batch: { lotNumber: '1' } }),
        search: { mode: 'match' },
      },
    ]);
  });

  test('have the resource that contains it as it is read', async () => {
    const found = await bundleOf('Medication?_contained=true&lot-number=1');
    const read = await loaded.get('MedicationRequest/order-a');
    expect(found.body.entry).toEqual([
      {
        fullUrl: `${BASE}/MedicationRequest/order-a`,
        resource: read.body,
        search: { mode: 'match' },
      },
    ]);
  });

  test('have what contained resources refer to and what refers to them included', async () => {
    const found = await bundleOf(
      'Medication?_contained=true&_containedType=contained&ingredient-code=abc&_sort=lot-number&_include=Medication:marketingauthorizationholder&_revinclude=MedicationRequest:medication',
    );
    expect(fullUrls(found)).toEqual([
      'MedicationRequest/order-c#m1',
      'MedicationRequest/order-b#m1',
      'MedicationRequest/order-a#m2',
    ]);
    expect(fullUrls(found, 'include').toSorted()).toEqual([
      'MedicationRequest/order-b',
      'MedicationRequest/order-c',
      'Organization/org-north',
    ]);
    const containers = await bundleOf(
      'Medication?_contained=true&lot-number=1&_include=MedicationRequest:subject',
    );
    expect(fullUrls(containers, 'include')).toEqual(['Patient/ana']);
  });

  test('have parts of contained resources', async () => {
    const found = await bundleOf(
      'Medication?_contained=true&_containedType=contained&_id=m2&_elements=status',
    );
    expect(found.body.entry?.map(({ resource }) => Object.keys(resource ?? {}).toSorted())).toEqual([
      ['id', 'meta', 'resourceType', 'status'],
    ]);
  });

  test('count them', async () => {
    const total = async (search: string) => (await loaded.get(search)).body.total;
    expect(await total('Medication?_contained=true&_summary=count')).toBe(3);
    expect(await total('Medication?_contained=true&_containedType=contained&_count=0')).toBe(4);
    expect(await total('Medication?_contained=both&ingredient-code=abc&_summary=count')).toBe(4);
  });

  test.each([
    'Medication?_contained=true',
    'Medication?_contained=true&_containedType=contained&_sort=-lot-number',
    'Medication?_contained=both&ingredient-code=abc&_sort=lot-number,_id',
    '?_contained=true&_containedType=contained&_sort=-_id',
  ])('go on page by page: %s', async (search) => {
    const whole = await loaded.get(search);
    expect(fullUrls(whole).length).toBeGreaterThan(2);
    const found: string[] = [];
    let next: string | undefined = `${search}&_count=1`;
    for (let pages = 0; next !== undefined; pages += 1) {
      const page: Found = await loaded.get(next);
      expect(page.body.total).toBe(whole.body.total);
      expect(fullUrls(page)).toHaveLength(1);
      found.push(...fullUrls(page));
      // Nothing that is written meanwhile is to be seen.
      if (pages === 1) await loaded.put(request('order-c', [medication('m1', 'new')]));
      next = linkOf(page, 'next')?.slice(BASE.length).replace(/^\//, '');
    }
    expect(found).toEqual(fullUrls(whole));
    await loaded.put(STORED.find(({ id }) => id === 'order-c') as FhirResource);
  });

  test('lead to no address of their own', async () => {
    for (const path of ['Medication/1%23m1', 'Medication/m1', 'MedicationRequest/order-a%23m1'])
      expect((await loaded.get(path)).status, path).toBe(404);
    const { body } = await loaded.get('Medication/_history?_count=0');
    expect(body.total).toBe((await loaded.get('Medication?_count=0')).body.total);
  });
});

describe.each(SERVED)('searches that include more than a page holds on $name', (database) => {
  test('tell of it', async () => {
    const loaded = await load(database);
    const members = Array.from({ length: 1001 }, (_, n) => `member-${n}`);
    const group = (count: number): FhirResource => ({
      resourceType: 'Group',
      id: 'crowd',
      type: 'person',
      membership: 'enumerated',
      member: members.slice(0, count).map((id) => ({ entity: ref(`Patient/${id}`) })),
    });
    await loaded.putAll(members.map((id) => ({ resourceType: 'Patient', id })));
    const outcomes = async () => {
      const { body } = await loaded.get('Group?_id=crowd&_include=Group:member');
      return body.entry?.flatMap(({ resource, search }) => (search?.mode === 'outcome' ? [resource] : []));
    };
    await loaded.put(group(1000));
    expect(await outcomes()).toEqual([]);
    await loaded.put(group(1001));
    expect(await outcomes()).toMatchObject([
      { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'incomplete' }] },
    ]);
    await loaded.close();
  });
});
