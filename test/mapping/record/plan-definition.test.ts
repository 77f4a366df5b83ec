import { describe, expect, it } from 'vitest';
import { mark } from '../mapped.ts';
import { changed, mappedRecord, unmarked } from './mapped-record.ts';

const arms = (armGroups: readonly object[], interventions: readonly object[]) =>
  mappedRecord(changed('armsInterventionsModule', { armGroups, interventions }));

describe('arms', () => {
  it('are comparison groups, each with its action in the protocol and its exposure', () => {
    const mapped = mappedRecord();
    const { comparisonGroup = [], protocol } = mapped.one('ResearchStudy');
    expect(unmarked(comparisonGroup)).toEqual([
      {
        linkId: 'velmorin',
        name: 'Velmorin',
        type: {
          coding: [
            {
              system: 'http://hl7.org/fhir/research-study-arm-type',
              code: 'experimental',
              display: 'Experimental',
            },
          ],
        },
        description: 'Velmorin by mouth',
        intendedExposure: [{ reference: expect.stringMatching(/^EvidenceVariable\/NCT\d+-velmorin-/) }],
        observedGroup: { reference: expect.stringMatching(/^Group\/NCT\d+-velmorin-/) },
      },
      expect.objectContaining({ linkId: 'placebo', name: 'Placebo' }),
    ]);
    const plan = mapped.follow(protocol![0]);
    expect(plan).toBe(mapped.one('PlanDefinition'));
    expect(mapped.one('PlanDefinition').action!.map(({ id, linkId }) => [id, linkId])).toEqual([
      ['velmorin', 'velmorin'],
      ['placebo', 'placebo'],
    ]);
    expect(mapped.follow(comparisonGroup[0]!.intendedExposure![0])).toMatchObject({
      title: 'Velmorin',
      description: 'Velmorin by mouth',
      characteristic: [{ description: 'Drug: Velmorin' }, { description: 'Dietary Supplement: Salt' }],
    });
  });

  it('lead to the group that the participant flow tells of under their name, and to none that it only resembles', () => {
    const mapped = mappedRecord();
    const [velmorin, placebo] = mapped.one('ResearchStudy').comparisonGroup!;
    expect(mapped.follow(velmorin!.observedGroup)).toMatchObject({
      resourceType: 'Group',
      name: 'Velmorin',
      identifier: [{ value: 'FG000' }],
    });
    expect(mark(velmorin!.observedGroup).derivation).toEqual(['derived']);
    expect(placebo!.observedGroup).toBeUndefined();
  });

  it('of the same name are told apart, and lead to no group', () => {
    const mapped = arms(
      [
        { label: 'Velmorin', type: 'EXPERIMENTAL' },
        { label: 'Velmorin', type: 'NO_INTERVENTION' },
        { label: 'Velmorin', type: 'NO_INTERVENTION' },
      ],
      [],
    );
    const { comparisonGroup = [] } = mapped.one('ResearchStudy');
    expect(comparisonGroup.map(({ observedGroup }) => observedGroup)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(new Set(comparisonGroup.map(({ linkId }) => linkId)).size).toBe(3);
    expect(mapped.one('PlanDefinition').action!.map(({ id }) => id)).toEqual(
      comparisonGroup.map(({ linkId }) => linkId),
    );
    expect(mapped.all('EvidenceVariable').filter(({ title }) => title === 'Velmorin')).toHaveLength(3);
  });

  it('numbered like the actions of another arm are told apart from them', () => {
    const mapped = arms(
      [
        { label: 'Cohort', interventionNames: ['Drug: Tea'] },
        { label: 'Cohort 1', interventionNames: ['Drug: Tea'] },
      ],
      [{ type: 'DRUG', name: 'Tea' }],
    );
    const ids = mapped
      .one('PlanDefinition')
      .action!.flatMap(({ id, action = [] }) => [id, ...action.map((one) => one.id)]);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('what is given', () => {
  it('is an action under each arm, which leads to its definition', () => {
    const mapped = mappedRecord();
    const [velmorin, placebo] = mapped.one('PlanDefinition').action!;
    expect(unmarked(velmorin!.action)).toEqual([
      {
        id: 'velmorin.1',
        linkId: 'velmorin.1',
        title: 'Drug: Velmorin',
        subjectReference: { display: 'Velmorin' },
        definitionCanonical: mapped.one('ActivityDefinition', 'Velmorin').url,
      },
      {
        id: 'velmorin.2',
        linkId: 'velmorin.2',
        title: 'Dietary Supplement: Salt',
        subjectReference: { display: 'Velmorin' },
        definitionCanonical: mapped.one('ActivityDefinition', 'Salt').url,
      },
    ]);
    expect(placebo!.action).toHaveLength(1);
  });

  it('is in an arm that only the intervention names, as what follows from it', () => {
    const mapped = arms([{ label: 'Tea' }], [{ type: 'DRUG', name: 'Tea leaves', armGroupLabels: ['Tea'] }]);
    const [action] = mapped.one('PlanDefinition').action![0]!.action!;
    expect(action).toMatchObject({ title: 'Tea leaves', subjectReference: { display: 'Tea' } });
    expect(mark(action!._title).derivation).toEqual(['derived']);
    expect(mark(action!.subjectReference!._display).derivation).toEqual(['stated']);
  });

  it('stays in the protocol where its arm is none of the record, or it has none', () => {
    const mapped = arms(
      [{ label: 'Tea' }],
      [
        { type: 'DRUG', name: 'Milk', armGroupLabels: ['Coffee', 'Cocoa'] },
        { type: 'DRUG', name: 'Sugar' },
      ],
    );
    expect(
      mapped
        .one('PlanDefinition')
        .action!.map(({ title, subjectReference }) => [title, subjectReference?.display]),
    ).toEqual([
      ['Tea', undefined],
      ['Milk', 'Coffee'],
      ['Milk', 'Cocoa'],
      ['Sugar', undefined],
    ]);
  });

  it('is named by an arm alone where the record does not define it', () => {
    const mapped = arms([{ label: 'Tea', interventionNames: ['Drug: Tea leaves'] }], []);
    const [action] = mapped.one('PlanDefinition').action![0]!.action!;
    expect(unmarked(action)).toEqual({ id: 'tea.1', linkId: 'tea.1', title: 'Drug: Tea leaves' });
    expect(mapped.all('ActivityDefinition')).toEqual([]);
  });

  it.each([
    ['DRUG', 'MedicationRequest', true],
    ['BIOLOGICAL', 'MedicationRequest', true],
    ['DEVICE', 'DeviceRequest', true],
    ['PROCEDURE', 'ServiceRequest', false],
    ['DIAGNOSTIC_TEST', 'ServiceRequest', false],
    ['OTHER', undefined, false],
    ['MAGIC', undefined, false],
  ])('of the kind %s is asked for by %s', (type, kind, isProduct) => {
    const definition = arms([], [{ type, name: 'Tea' }]).one('ActivityDefinition');
    expect(definition.kind).toBe(kind);
    expect(definition.topic?.[0]?.text).toBe(type);
    expect(definition.productCodeableConcept?.text).toBe(isProduct ? 'Tea' : undefined);
    expect(definition.code?.text).toBe(isProduct ? undefined : 'Tea');
  });

  it('keeps its description and its other names', () => {
    const { description, extension = [] } = mappedRecord().one('ActivityDefinition', 'Velmorin');
    expect(description).toBe('20 mg once daily');
    expect(extension.map(({ valueString }) => valueString)).toEqual(['VM-7']);
  });
});

describe('a record without arms and interventions', () => {
  it('has no protocol', () => {
    const mapped = mappedRecord({ armsInterventionsModule: undefined });
    expect(mapped.all('PlanDefinition')).toEqual([]);
    expect(mapped.one('ResearchStudy').protocol).toBeUndefined();
  });
});

describe('a course that is repeated', () => {
  const given = (description: string) =>
    arms([{ label: 'Velmorin' }], [{ name: 'Velmorin', description, armGroupLabels: ['Velmorin'] }]);

  it('is timed by the action, and within it by the dosage, which keeps its words', () => {
    const mapped = given('60 mg orally twice daily on days 1-5 of each 28-day cycle for 6 cycles');
    expect(unmarked(mapped.one('ActivityDefinition').dosage)).toEqual([
      {
        text: '60 mg',
        timing: {
          repeat: {
            boundsDuration: expect.objectContaining({ code: 'd', value: expect.anything() }),
            frequency: 2,
            period: expect.anything(),
            periodUnit: 'd',
          },
          code: { text: 'on days 1-5 of each 28-day cycle for 6 cycles' },
        },
        route: { text: 'orally' },
        doseAndRate: [{ doseQuantity: expect.objectContaining({ unit: 'mg' }) }],
      },
    ]);
    const [action] = mapped.one('PlanDefinition').action![0]!.action!;
    expect(unmarked(action!.timingTiming)).toMatchObject({
      repeat: { count: 6, frequency: 1, periodUnit: 'd' },
    });
    expect(JSON.stringify(action!.timingTiming)).toContain('"period":28');
  });

  it('as often as something is given is the number of times', () => {
    const mapped = given('75 mg every 21 days for 6 cycles');
    expect(unmarked(mapped.one('ActivityDefinition').dosage![0]!.timing)).toMatchObject({
      repeat: { count: 6, frequency: 1, periodUnit: 'd' },
      code: { text: 'for 6 cycles' },
    });
    expect(mapped.one('PlanDefinition').action![0]!.action![0]).not.toHaveProperty('timingTiming');
  });
});
