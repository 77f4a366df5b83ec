import { describe, expect, test } from 'vitest';
import { indexed } from './indexed.ts';

const patient = (more: object): object => ({ resourceType: 'Patient', ...more });

describe('what a string or uri parameter finds', () => {
  test.each<[string, object, string, readonly string[]]>([
    [
      'each part of a name',
      patient({
        name: [{ family: 'Müller', given: ['Ann', 'Eva'], prefix: ['Dr.'], suffix: ['MD'], text: 'Ann M.' }],
      }),
      'Patient.name',
      ['ann m = Ann M.', 'muller = Müller', 'ann = Ann', 'eva = Eva', 'dr = Dr.', 'md = MD'],
    ],
    [
      'given names, of which one is absent',
      patient({ name: [{ given: [null, 'Eva'], _given: [{ id: 'x' }, null] }] }),
      'Patient.given',
      ['eva = Eva'],
    ],
    [
      'names with an absent one as parts of a name',
      patient({ name: [{ given: [null, 'Eva'], _given: [{ id: 'x' }, null] }] }),
      'Patient.name',
      ['eva = Eva'],
    ],
    [
      'each part of an address, but not what it is used for',
      patient({
        address: [{ use: 'home', line: ['1 Main  St'], city: 'Ulm', postalCode: '8-9', country: 'DE' }],
      }),
      'Patient.address',
      ['1 main st = 1 Main  St', 'ulm = Ulm', '8 9 = 8-9', 'de = DE'],
    ],
    [
      'markdown',
      { resourceType: 'ResearchStudy', description: '**Bold** Æsir' },
      'ResearchStudy.description',
      ['bold æsir = **Bold** Æsir'],
    ],
    [
      'a serial number, by the type of the identifier',
      {
        resourceType: 'Device',
        identifier: [
          { type: { coding: [{ code: 'UDI' }] }, value: 'U1' },
          { type: { coding: [{ code: 'SNO' }] }, value: 'S1' },
        ],
      },
      'Device.serial-number',
      ['s1 = S1'],
    ],
    [
      'the words of a narrative',
      { resourceType: 'Composition', section: [{ text: { div: '<div>A <b>big</b>&nbsp;day &lt;3</div>' } }] },
      'Composition.section-text',
      [expect.stringMatching(/^a big day 3 =/) as unknown as string],
    ],
    ['nothing', patient({ name: [] }), 'Patient.name', []],
    [
      'a URL',
      { resourceType: 'ResearchStudy', url: 'http://x.org/S|1' },
      'ResearchStudy.url',
      ['http://x.org/S|1'],
    ],
    [
      'a uri',
      { resourceType: 'ConceptMap', sourceScopeUri: 'http://x.org/V' },
      'ConceptMap.source-scope-uri',
      ['http://x.org/V'],
    ],
    [
      'a canonical, which is another type than uri',
      { resourceType: 'ConceptMap', sourceScopeCanonical: 'http://x.org/V|2' },
      'ConceptMap.source-scope-uri',
      [],
    ],
    ['no URL', { resourceType: 'ResearchStudy' }, 'ResearchStudy.url', []],
  ])('%s', (_, resource, key, expected) => {
    expect(indexed(resource, key)).toEqual(expected);
  });
});
