import { describe, expect, test } from 'vitest';
import type { SearchParameter } from '../../../src/fhir/search/search-parameter.ts';
import type { Fragments } from '../../../src/store/index/literal-reference.ts';
import { indexed } from './indexed.ts';

const observation = (subject: object): object => ({ resourceType: 'Observation', subject });
const plan = (more: object): object => ({ resourceType: 'PlanDefinition', ...more });

describe('what a reference parameter finds', () => {
  test.each<[string, object, string, readonly string[]]>([
    ['a relative reference', observation({ reference: 'Patient/1' }), 'Observation.subject', ['Patient/1']],
    [
      'a reference to a version',
      observation({ reference: 'Patient/1/_history/2' }),
      'Observation.subject',
      ['Patient/1|2'],
    ],
    [
      'an absolute reference',
      observation({ reference: 'http://x.org/fhir/Patient/1/_history/2' }),
      'Observation.subject',
      ['http://x.org/fhir/Patient/1|2'],
    ],
    ['a URN', observation({ reference: 'urn:uuid:0' }), 'Observation.subject', ['urn:uuid:0']],
    [
      'nothing of a fragment, but that it is there',
      observation({ reference: '#p' }),
      'Observation.subject',
      ['null/null'],
    ],
    [
      'that a reference is there, by its display',
      observation({ display: 'Ann' }),
      'Observation.subject',
      ['null/null'],
    ],
    [
      'no type that there is not',
      observation({ reference: 'Nonsense/1' }),
      'Observation.subject',
      ['null/null'],
    ],
    [
      'a display beside it',
      observation({ display: 'Ann B.' }),
      'Observation.subject:text',
      ['ann b = Ann B.'],
    ],
    [
      'an identifier beside it',
      observation({ identifier: { system: 'urn:X', value: 'A1' } }),
      'Observation.subject:identifier',
      ['urn:X|a1'],
    ],
    ['a patient', observation({ reference: 'Patient/1' }), 'Observation.patient', ['Patient/1']],
    [
      'a patient elsewhere',
      observation({ reference: 'http://x/Patient/1' }),
      'Observation.patient',
      ['http://x/Patient/1'],
    ],
    ['no patient in a group', observation({ reference: 'Group/1' }), 'Observation.patient', []],
    [
      'no patient of a name that is like it',
      observation({ reference: 'http://x/NoPatient/1' }),
      'Observation.patient',
      [],
    ],
    [
      'a patient by the type it says',
      observation({ type: 'Patient', identifier: { value: '1' } }),
      'Observation.patient:identifier',
      ['|1'],
    ],
    [
      'no patient where the type it says is another',
      observation({ type: 'Group', reference: 'urn:uuid:0' }),
      'Observation.patient',
      [],
    ],
    [
      'the reference of a CodeableReference',
      {
        resourceType: 'ResearchStudy',
        focus: [{ reference: { reference: 'Device/1' } }, { concept: { text: 'x' } }],
      },
      'ResearchStudy.focus-reference',
      ['Device/1'],
    ],
    [
      'canonicals with version and without',
      plan({ library: ['http://x/L|1.0', 'http://x/M', '#l', 'http://x/N|2#part'] }),
      'PlanDefinition.depends-on',
      ['http://x/L|1.0', 'http://x/M', 'null/null', 'http://x/N|2'],
    ],
    [
      'related artifacts of the kind asked for',
      plan({
        relatedArtifact: [
          { type: 'derived-from', resource: 'http://x/A|1' },
          { type: 'predecessor', resource: 'http://x/B' },
        ],
      }),
      'PlanDefinition.derived-from',
      ['http://x/A|1'],
    ],
    [
      'the other kind of related artifacts',
      plan({ relatedArtifact: [{ type: 'predecessor', resource: 'http://x/B' }] }),
      'PlanDefinition.predecessor',
      ['http://x/B'],
    ],
    [
      'the resource a document begins with',
      {
        resourceType: 'Bundle',
        type: 'document',
        entry: [{ resource: { resourceType: 'Composition', id: 'c' } }],
      },
      'Bundle.composition',
      ['Composition/c'],
    ],
    [
      'no message in a document',
      {
        resourceType: 'Bundle',
        type: 'document',
        entry: [{ resource: { resourceType: 'Composition', id: 'c' } }],
      },
      'Bundle.message',
      [],
    ],
    [
      'the sponsors among the parties of a study',
      {
        resourceType: 'ResearchStudy',
        associatedParty: [
          { role: { coding: [{ code: 'lead-sponsor' }] }, party: { reference: 'Organization/1' } },
          { role: { coding: [{ code: 'collaborator' }] }, party: { reference: 'Organization/2' } },
          { role: { coding: [{ code: 'x' }, { code: 'sponsor' }] }, party: { reference: 'Organization/3' } },
        ],
      },
      'ResearchStudy.sponsor',
      ['Organization/3', 'Organization/1'],
    ],
    [
      'a profile',
      { resourceType: 'Patient', meta: { profile: ['http://x/P|3'] } },
      'Resource._profile',
      ['http://x/P|3'],
    ],
  ])('%s', (_, resource, key, expected) => {
    expect(indexed(resource, key)).toEqual(expected);
  });
});

describe('what a reference parameter finds of fragments', () => {
  const fragments: Fragments = new Map([
    ['#', { type: 'Observation', id: 'o', version: null }],
    ['#p', { type: 'Patient', id: 'inside', version: null }],
    ['#l', { type: 'Library', id: 'within', version: null }],
  ]);
  const stored: SearchParameter = {
    base: 'Observation',
    code: 'person',
    type: 'reference',
    url: 'http://x/SearchParameter/person',
    description: 'The patient',
    expression: 'Observation.subject.where(resolve().select($this is Patient))',
  };

  test.each<[string, object, string, readonly string[]]>([
    [
      'the resource that is contained',
      observation({ reference: '#p' }),
      'Observation.subject',
      ['Patient/inside'],
    ],
    ['its type', observation({ reference: '#p' }), 'Observation.patient', ['Patient/inside']],
    [
      'its type, in an expression that is no path',
      observation({ reference: '#p' }),
      'Observation.person',
      ['Patient/inside'],
    ],
    ['no other type', { resourceType: 'Encounter', subject: { reference: '#l' } }, 'Encounter.patient', []],
    [
      'the resource that contains it',
      { resourceType: 'Provenance', target: [{ reference: '#' }] },
      'Provenance.target',
      ['Observation/o'],
    ],
    [
      'a canonical',
      plan({ library: ['#l', '#p|1', '#x'] }),
      'PlanDefinition.depends-on',
      ['Library/within', 'null/null'],
    ],
    [
      'nothing of what is not contained, but that it is there',
      observation({ reference: '#q' }),
      'Observation.subject',
      ['null/null'],
    ],
    ['no patient in that', observation({ reference: '#q' }), 'Observation.patient', []],
    ['what is outside', observation({ reference: 'Patient/p' }), 'Observation.patient', ['Patient/p']],
  ])('%s', (_, resource, key, expected) => {
    expect(indexed(resource, key, [stored], fragments)).toEqual(expected);
  });
});
