import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVED } from '../server.ts';
import { idsOf } from './expect-found.ts';
import { type Loaded, load } from './loaded.ts';

/** What there is of the first resource found. */
const PARTS: readonly (readonly [search: string, elements: string])[] = [
  ['Patient?_id=eve&_elements=name', 'id meta name'],
  ['Patient?_id=eve&_elements=name,birthDate', 'birthDate id meta name'],
  ['Patient?_id=eve&_elements=Patient.gender', 'gender id meta'],
  ['Patient?_id=eve&_elements=contact', 'id meta'],
  // What is mandatory, or changes the meaning of the rest, comes with it.
  ['Patient?_id=cem&_elements=name', 'active deceasedDateTime id link meta name'],
  ['Observation?_id=w-70kg&_elements=value', 'code id meta status valueQuantity'],
  ['List?_id=list-all&_elements=title', 'id meta mode status title'],
  ['Patient?_id=ana&_summary=text', 'id meta text'],
  ['Condition?_id=con-flu&_summary=text', 'clinicalStatus id meta subject'],
  [
    'Patient?_id=ana&_summary=data',
    'active address birthDate communication gender generalPractitioner id identifier language managingOrganization meta name telecom',
  ],
  [
    'Patient?_id=ana&_summary=true',
    'active address birthDate gender id identifier managingOrganization meta name telecom',
  ],
  ['Observation?_id=gone&_summary=true', 'code component id meta status'],
];

describe.each(SERVED)('results on $name', (database) => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load(database);
  });
  afterAll(() => loaded.close());

  test.each(PARTS)('%s', async (search, elements) => {
    const { body } = await loaded.get(search);
    const resource = body.entry?.[0]?.resource;
    expect(Object.keys(resource ?? {}).toSorted()).toEqual(
      [...elements.split(' '), 'resourceType'].toSorted(),
    );
    expect(resource?.resourceType).toBe(search.split('?')[0]);
    expect(resource?.meta?.tag).toContainEqual(
      expect.objectContaining({ code: 'SUBSETTED', system: expect.stringContaining('v3-ObservationValue') }),
    );
    expect(resource?.meta?.versionId).toBe('1');
  });

  test('parts of what is included, too', async () => {
    const { body } = await loaded.get(
      'Organization?_id=org-ward&_include=Organization:partof&_elements=name',
    );
    expect(body.entry?.map(({ resource }) => Object.keys(resource ?? {}).toSorted())).toEqual([
      ['active', 'id', 'meta', 'name', 'resourceType'],
      ['active', 'id', 'meta', 'name', 'resourceType'],
    ]);
  });

  test('whole, as it was sent', async () => {
    const { body } = await loaded.get('Patient?_id=dot&_summary=false');
    const [entry] = body.entry ?? [];
    expect(entry?.fullUrl).toBe('https://trials.example/fhir/Patient/dot');
    expect(entry?.resource).toMatchObject({ name: [{ text: "Dorothy O'Neil-Smith" }], language: 'en-GB' });
    expect(entry?.resource?.meta?.tag).toBeUndefined();
  });

  test('without a total where none is wanted', async () => {
    const { body } = await loaded.get('Patient?_total=none');
    expect(body).not.toHaveProperty('total');
    expect(body.entry).toHaveLength(6);
  });

  test('with a total of all and no entry where only that is wanted', async () => {
    for (const search of [
      'Observation?_summary=count',
      'Observation?_count=0',
      'Observation?_total=none&_count=0',
    ]) {
      const { body } = await loaded.get(search);
      expect(body.total).toBe(13);
      expect(body).not.toHaveProperty('entry');
      expect(body.link?.map(({ relation }) => relation)).toEqual(['self']);
    }
  });

  test('by POST, with parameters in address and body', async () => {
    const found = await loaded.post('Patient?gender=male', {}, 'birthdate=1980-03');
    expect(idsOf(found)).toEqual(['ben']);
    expect(found.body.link?.[0]?.url).toBe(
      'https://trials.example/fhir/Patient?gender=male&birthdate=1980-03&_count=50',
    );
  });

  test('of every search parameter that the CapabilityStatement names', async () => {
    const { body } = await loaded.get('metadata');
    const { rest } = body as unknown as {
      rest: { resource: { type: string; searchParam: { name: string; type: string }[] }[] }[];
    };
    const resources =
      rest[0]?.resource.filter(({ type }) => ['Patient', 'Evidence', 'Location'].includes(type)) ?? [];
    expect(resources).toHaveLength(3);
    const VALUES: Readonly<Record<string, string>> = {
      number: '1',
      date: '2020',
      quantity: '1',
      reference: 'x',
      uri: 'urn:x',
      special: '1|1',
      _text: 'x',
      _content: 'x',
      _list: 'x',
      _in: 'List/x',
      _filter: '_id eq x',
      _type: 'x',
      'context-type-value': 'x$x',
      'context-type-quantity': 'x$1',
      'statistic-type-effect': 'x$1',
    };
    for (const { type, searchParam } of resources)
      for (const { name, type: kind } of searchParam.filter((one) => !['_has', '_type'].includes(one.name))) {
        const { status, body: found } = await loaded.get(
          `${type}?${name}=${VALUES[name] ?? VALUES[kind] ?? 'x'}`,
        );
        expect(status, `${type}?${name}: ${JSON.stringify(found.issue)}`).toBe(200);
      }
  });
});
