import { type Case, FHIR, put, testCases, ward } from './case.ts';

const HEADER = JSON.stringify({
  resourceType: 'Provenance',
  recorded: '2031-05-06T07:08:09Z',
  agent: [{ who: { display: 'A registrar' } }],
});

const provenance = (header: string) => ({ ...FHIR, 'X-Provenance': header });

const found = (reference: string, total: number) => ({
  path: `/fhir/Provenance?target=${reference}`,
  status: 200,
  matches: { total },
});

const WARD = { resourceType: 'Organization', id: 'ward', name: 'Ward 7' } as const;

const CASES: readonly Case[] = [
  {
    name: 'of a create is stored with it, and is of its version',
    method: 'post',
    path: '/fhir/Organization',
    headers: provenance(HEADER),
    body: ward,
    status: 201,
    has: ['Ward 7'],
    rows: 2,
    after: [
      {
        ...found('Organization/id-1', 1),
        has: ['Organization/id-1/_history/1', 'A registrar'],
      },
    ],
  },
  {
    name: 'of an update is of the new version',
    before: [put(WARD)],
    ...put({ ...WARD, name: 'Ward 8' }, { 'X-Provenance': HEADER }),
    status: 200,
    rows: 2,
    after: [{ ...found('Organization/ward', 1), has: ['Organization/ward/_history/2'] }],
  },
  {
    name: 'of an update that changes nothing is not stored',
    before: [put(WARD)],
    ...put(WARD, { 'X-Provenance': HEADER }),
    status: 200,
    rows: 0,
  },
  ...[
    ['that is no JSON', '{', 400],
    ['that is no Provenance', ward, 400],
    ['with what is no element', HEADER.replace('{', '{"failure":"x",'), 422],
    ['with a target', HEADER.replace('{', '{"target":[{"display":"x"}],'), 400],
    ['without an agent', '{"resourceType":"Provenance","recorded":"2031-05-06T07:08:09Z"}', 422],
    [
      'that refers to nothing',
      HEADER.replace('"display":"A registrar"', '"reference":"Practitioner/none"'),
      409,
    ],
  ].map(
    ([name, header, status]): Case => ({
      name: `${name} keeps all from being stored`,
      method: 'post',
      path: '/fhir/Organization',
      headers: provenance(String(header)),
      body: ward,
      status: Number(status),
      rows: 0,
    }),
  ),
];

testCases('a Provenance in the header', CASES);
