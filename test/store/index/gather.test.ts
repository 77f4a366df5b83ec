import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { DERIVATION, DERIVATION_REFERENCE, RECORD_PATH } from '../../../src/fhir/source-mark.ts';
import { gather } from '../../../src/store/index/gather.ts';

const found = (resource: object): readonly string[] =>
  gather(resource as FhirResource).links.map(
    ({ type, id, version }) => `${type}/${id}${version === null ? '' : `/_history/${version}`}`,
  );

describe('where a resource leads', () => {
  test('by references in elements, backbone elements, extensions and contained resources, each once', () => {
    expect(
      found({
        resourceType: 'ResearchStudy',
        extension: [{ url: 'urn:e', valueReference: { reference: 'Device/e' } }],
        _status: { extension: [{ url: 'urn:e', valueReference: { reference: 'DocumentReference/s' } }] },
        contained: [{ resourceType: 'Group', id: 'g', managingEntity: { reference: 'Organization/c' } }],
        site: [
          { reference: 'Location/1' },
          { reference: 'Location/1' },
          { reference: 'Location/1/_history/2' },
        ],
        focus: [{ reference: { reference: 'Medication/m' } }],
        associatedParty: [{ party: { reference: 'Organization/p' } }],
      }).toSorted(),
    ).toEqual([
      'Device/e',
      'DocumentReference/s',
      'Location/1',
      'Location/1/_history/2',
      'Medication/m',
      'Organization/c',
      'Organization/p',
    ]);
  });

  test('to each source of its marks once, and by the extensions beside them', () => {
    const placed = (source: string) => ({
      url: DERIVATION_REFERENCE,
      extension: [
        { url: 'reference', valueReference: { reference: source } },
        { url: 'offset', valueInteger: 3 },
      ],
    });
    const marks = [
      placed('DocumentReference/a'),
      { url: RECORD_PATH, valueString: 'a.b[0]' },
      { url: DERIVATION, valueCode: 'stated' },
      placed('DocumentReference/b'),
      { url: 'urn:e', valueReference: { reference: 'Device/e' } },
    ];
    expect(
      found({ resourceType: 'ResearchStudy', _title: { extension: marks }, _status: { extension: marks } }),
    ).toEqual(['DocumentReference/a', 'DocumentReference/b', 'Device/e']);
  });

  test.each([
    ['a contained resource', '#g'],
    ['another server', 'https://x.org/fhir/Patient/1'],
    ['a URN', 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520'],
    ['a type that there is not', 'Nonsense/1'],
    ['an abstract type', 'DomainResource/1'],
    ['what is no id', 'Patient/a b'],
    ['a search', 'Patient?identifier=1'],
    ['a path', 'fhir/Patient/1'],
  ])('but not to %s', (_, reference) => {
    expect(found({ resourceType: 'Observation', subject: { reference } })).toEqual([]);
  });

  test('not by what only looks like a reference', () => {
    expect(
      found({
        resourceType: 'Observation',
        subject: { display: 'Patient/1', identifier: { value: 'Patient/2' } },
        note: [{ text: 'Patient/3' }],
        instantiatesCanonical: 'Patient/4',
      }),
    ).toEqual([]);
  });

  test('of a Bundle not by what its entries refer to', () => {
    expect(
      found({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [{ resource: { resourceType: 'Observation', subject: { reference: 'Patient/1' } } }],
      }),
    ).toEqual([]);
  });
});
