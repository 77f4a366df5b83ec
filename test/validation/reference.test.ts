import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { createValidator } from '../../src/validation/validate.ts';
import { evidence } from './evidence.ts';
import { changed, errors, found, sent, shownErrors } from './found.ts';

const OBSERVED = 'variableDefinition.0.observed';
const PLACE = 'Evidence.variableDefinition[0].observed';

describe('reference', () => {
  test.each<[what: string, reference: object, expected: string]>([
    [
      'a type that is not allowed, as it says',
      { reference: 'Medication/1', type: 'Medication' },
      `reference-target ${PLACE}`,
    ],
    [
      'another type than it says',
      { reference: 'Group/1', type: 'EvidenceVariable' },
      `reference-type ${PLACE}`,
    ],
    ['nothing that is a URL', { reference: 'Group/a b' }, `reference-format ${PLACE}`],
    ['a search outside a transaction', { reference: 'Group?name=a' }, `reference-conditional ${PLACE}`],
  ])('to %s', (_, reference, expected) => {
    expect(errors(changed(evidence, OBSERVED, reference))).toEqual([expected]);
  });

  test('to nothing that is contained', () => {
    expect(errors(changed(evidence, OBSERVED, { reference: '#nobody' }))).toEqual([
      `reference-not-found ${PLACE}`,
      `ref-1 ${PLACE}`,
    ]);
  });

  test.each([
    ['Medication/1', 'reference-target'],
    ['https://example.com/fhir/Medication/1', 'reference-target'],
    ['somewhere', 'reference-format'],
  ])('to %s is suspicious, as what is there is not known', (reference, rule) => {
    const suspicious = changed(evidence, OBSERVED, { reference });
    expect(errors(suspicious)).toEqual([]);
    expect(found('warning', suspicious)).toEqual([`${rule} ${PLACE}`]);
  });

  test('of a server to its own resources names their type', () => {
    const serving = createValidator({ ownsReferences: true });
    const own = (reference: string): readonly string[] =>
      shownErrors(serving(sent(changed(evidence, OBSERVED, { reference }))));
    expect(own('Group/1')).toEqual([]);
    expect(own('Medication/1')).toEqual([`reference-target ${PLACE}`]);
    expect(own('https://example.com/fhir/Medication/1')).toEqual([]);
  });

  test('leads to what is elsewhere', () => {
    const resource = (reference: string): FhirResource | undefined =>
      ({ 'Group/1': { resourceType: 'Medication' }, 'Citation/paper': { resourceType: 'Citation' } })[
        reference
      ] as FhirResource | undefined;
    const at = (mustExist: boolean, reference: string): readonly string[] =>
      shownErrors(
        createValidator({ elsewhere: { resource, mustExist } })(
          sent(changed(evidence, OBSERVED, { reference })),
        ),
      );
    expect(at(true, 'Group/1')).toEqual([`reference-target ${PLACE}`]);
    expect(at(true, 'Group/2')).toEqual([`reference-not-found ${PLACE}`]);
    expect(at(false, 'Group/2')).toEqual([]);
  });

  test.each([
    { reference: 'Group/1' },
    { reference: 'Group/1/_history/2' },
    { reference: 'https://example.com/fhir/EvidenceVariable/a' },
    { reference: 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6' },
    { identifier: { value: '1' } },
    { display: 'somebody' },
  ])('accepts %j', (reference) => {
    expect(errors(changed(evidence, OBSERVED, reference))).toEqual([]);
  });

  test('contained resources are of an allowed type and are referred to', () => {
    const group = { resourceType: 'Group', id: 'g', type: 'person', membership: 'definitional' };
    const contained = { ...changed(evidence, OBSERVED, { reference: '#g' }), contained: [group] };
    expect(errors(contained)).toEqual([]);
    const medication = { ...contained, contained: [{ resourceType: 'Medication', id: 'g' }] };
    expect(errors(medication)).toEqual([`reference-target ${PLACE}`]);
    expect(errors({ ...evidence, contained: [group] })).toEqual(['dom-3 Evidence']);
  });

  test('resources in a Bundle are looked up by their address', () => {
    const fullUrl = 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
    const bundle = (resource: object): object => ({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        {
          fullUrl: 'https://example.com/Evidence/example-1',
          resource: changed(evidence, OBSERVED, { reference: fullUrl }),
        },
        { fullUrl, resource },
      ],
    });
    const text = evidence.text;
    expect(
      errors(bundle({ resourceType: 'Group', text, type: 'person', membership: 'definitional' })),
    ).toEqual([]);
    expect(errors(bundle({ resourceType: 'Medication', text }))).toEqual([
      `reference-target Bundle.entry[0].resource${PLACE.slice('Evidence'.length)}`,
    ]);
  });

  test('the full URL of a Bundle entry names its resource', () => {
    const entry = { fullUrl: 'https://example.com/fhir/Evidence/other', resource: evidence };
    expect(errors({ resourceType: 'Bundle', type: 'collection', entry: [entry] })).toEqual([
      'bundle-full-url Bundle.entry[0]',
    ]);
  });

  test('a canonical with a fragment leads to a contained resource', () => {
    const plan = {
      resourceType: 'PlanDefinition',
      status: 'active',
      text: evidence.text,
      action: [{ definitionCanonical: '#activity' }],
    };
    expect(errors(plan)).toEqual([
      'reference-fragment PlanDefinition.action[0].definition.ofType(canonical)',
    ]);
    const activity = { resourceType: 'ActivityDefinition', id: 'activity', status: 'active' };
    expect(errors({ ...plan, contained: [activity] })).toEqual([]);
  });
});
