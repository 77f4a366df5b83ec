import { describe, expect, it } from 'vitest';
import { structureDefinition } from '../../../src/fhir/canonical.ts';
import { changed, mappedRecord, unmarked } from './mapped-record.ts';

const sites = (locations: readonly object[]) =>
  mappedRecord(changed('contactsLocationsModule', { locations }));

describe('sites', () => {
  it('are places with address, position and contacts', () => {
    const mapped = sites([
      {
        facility: 'Hillside Hospital',
        city: 'Lowtown',
        state: 'North',
        zip: '12345',
        country: 'Norway',
        geoPoint: { lat: 59.9, lon: 10.75 },
        contacts: [
          {
            name: 'Cleo Ray',
            role: 'CONTACT',
            phone: '555-0101',
            phoneExt: '7',
            email: 'ray@hillside.example',
          },
        ],
      },
    ]);
    const { id: _, meta: __, text: ___, ...place } = mapped.one('Location');
    expect(unmarked(place)).toEqual({
      resourceType: 'Location',
      name: 'Hillside Hospital',
      contact: [
        {
          purpose: { text: 'CONTACT' },
          name: [{ text: 'Cleo Ray' }],
          telecom: [
            {
              system: 'phone',
              value: '555-0101',
              _value: {
                extension: [
                  {
                    url: 'http://hl7.org/fhir/StructureDefinition/contactpoint-extension',
                    valueString: '7',
                  },
                ],
              },
            },
            { system: 'email', value: 'ray@hillside.example' },
          ],
        },
      ],
      address: {
        city: 'Lowtown',
        state: 'North',
        postalCode: '12345',
        country: 'Norway',
        _country: {
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/iso21090-codedString',
              valueCoding: { system: 'urn:iso:std:iso:3166', code: 'NO' },
            },
          ],
        },
      },
      position: { longitude: 10.75, latitude: 59.9 },
    });
  });

  it('have their own state in the study', () => {
    const mapped = mappedRecord();
    const { site = [] } = mapped.one('ResearchStudy');
    expect(site.map((one) => mapped.follow(one))).toEqual(mapped.all('Location'));
    expect(
      site.map(({ extension = [] }) =>
        extension.map(({ url, valueCodeableConcept }) => [url, valueCodeableConcept?.coding?.[0]?.code]),
      ),
    ).toEqual([[[structureDefinition('site-state'), 'completed']], []]);
  });

  it('that are alike are told apart', () => {
    const mapped = sites([{ city: 'Deep' }, { city: 'Deep' }, { country: 'Norway' }]);
    expect(new Set(mapped.all('Location').map(({ id }) => id)).size).toBe(3);
  });

  it('keep coordinates that are no numbers, or only one, as remarks', () => {
    const mapped = mappedRecord({}, ({ sites: [one] }) => ({
      sites: [
        {
          ...one!,
          latitude: { ...(one!.city as object), value: '59° 54′' },
          longitude: { ...(one!.city as object), value: '10.75' },
        },
      ],
    }));
    expect(mapped.one('Location').position).toBeUndefined();
    const { extension = [] } = mapped.one('ResearchStudy');
    expect(extension.map(({ valueString }) => valueString)).toEqual(
      expect.arrayContaining(['59° 54′', '10.75']),
    );
  });
});

describe('countries', () => {
  const region = (country: string) => mappedRecord({}, () => ({ sites: [], countries: [fact(country)] }));
  const fact = (value: string) => ({
    value,
    words: value,
    derivation: 'stated',
    spans: [{ offset: 0, length: 1 }],
  });

  it.each([
    ['Norway', 'NO'],
    ['Turkey (Türkiye)', 'TR'],
    ['Korea, Republic of', 'KR'],
    ['south korea', 'KR'],
    ['DE', 'DE'],
    ['DEU', 'DE'],
    ['United States', 'US'],
    ['Former Serbia and Montenegro', undefined],
    ['Norway and Sweden', undefined],
  ])('%s is %s', (country, code) => {
    const [found] = region(country).one('ResearchStudy').region!;
    expect(found!.text).toBe(country);
    expect(found!.coding?.[0]?.code).toBe(code);
  });

  it('follow from the sites where the record does not list them', () => {
    const { region: found = [] } = mappedRecord({}, () => ({ countries: [] })).one('ResearchStudy');
    expect(found.map(({ coding }) => coding![0]!.code)).toEqual(['NO']);
    expect(JSON.stringify(found)).toContain('"valueCode":"derived"');
  });
});
