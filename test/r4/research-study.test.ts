import { describe, expect, test } from 'vitest';
import { exactValue } from '../../src/fhir/exact-tree.ts';
import { down, up } from './views.ts';

const X = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-';
const state = (code: string) => ({
  coding: [{ system: 'http://hl7.org/fhir/research-study-status', code }],
});
const role = (code: string) => ({
  coding: [{ system: 'http://hl7.org/fhir/research-study-party-role', code }],
});

const STUDY = {
  resourceType: 'ResearchStudy',
  id: 'a',
  status: 'active',
  title: 'A trial',
  phase: { coding: [{ system: 'http://hl7.org/fhir/research-study-phase', code: 'phase-2' }] },
  progressStatus: [{ state: state('recruiting'), actual: true }, { state: state('overall-study') }],
  associatedParty: [
    { name: 'Somebody', role: role('study-chair') },
    { name: 'A firm', role: role('lead-sponsor'), party: { reference: 'Organization/firm' } },
  ],
  recruitment: { targetNumber: 20, eligibility: { reference: 'Group/adults' } },
  comparisonGroup: [{ linkId: 'arm-1', name: 'Arm 1', observedGroup: { reference: 'Group/arm-1' } }],
};

describe('a study in R4', () => {
  const view = down(STUDY);

  test('says with R4’s own elements what R4 has', () => {
    expect(view).toMatchObject({
      status: 'active',
      title: 'A trial',
      sponsor: { reference: 'Organization/firm' },
      enrollment: [{ reference: 'Group/adults' }],
      arm: [{ name: 'Arm 1' }],
      phase: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-phase', code: 'phase-2' }],
      },
    });
    for (const name of ['progressStatus', 'associatedParty', 'recruitment', 'comparisonGroup']) {
      expect(view).not.toHaveProperty(name);
    }
  });

  test('carries the rest in cross-version extensions, where it belongs', () => {
    expect(view.extension).toContainEqual({
      url: `${X}ResearchStudy.progressStatus`,
      extension: [
        {
          url: 'state',
          valueCodeableConcept: { coding: [{ ...state('recruiting').coding[0], version: '5.0.0' }] },
        },
        { url: 'actual', valueBoolean: true },
      ],
    });
    expect(view.arm).toEqual([
      {
        name: 'Arm 1',
        extension: [
          { url: `${X}ResearchStudy.comparisonGroup.linkId`, valueId: 'arm-1' },
          {
            url: `${X}ResearchStudy.comparisonGroup.observedGroup`,
            valueReference: { reference: 'Group/arm-1' },
          },
        ],
      },
    ]);
  });

  test('says that it is not published as usual so that nobody can ignore it', () => {
    expect(view).not.toHaveProperty('modifierExtension');
    expect(down({ ...STUDY, status: 'draft' }).modifierExtension).toEqual([
      { url: `${X}ResearchStudy.status`, valueCode: 'draft' },
    ]);
  });

  test('comes back as it was, and as it is changed', () => {
    expect(up(view)).toEqual(STUDY);
    expect(up({ ...view, status: 'completed' })).toEqual({
      ...STUDY,
      progressStatus: [{ state: state('completed'), actual: true }, { state: state('overall-study') }],
    });
    const { sponsor: _, ...unsponsored } = view;
    expect(up(unsponsored)).toEqual({ ...STUDY, associatedParty: STUDY.associatedParty.slice(0, 1) });
    const moved = up({ ...view, sponsor: { reference: 'Organization/other' } });
    expect(moved).toMatchObject({
      associatedParty: [{}, { name: 'A firm', party: { reference: 'Organization/other' } }],
    });
  });

  test('that R4 wrote has what R5 needs, and comes back', () => {
    const written = {
      resourceType: 'ResearchStudy',
      status: 'closed-to-accrual',
      sponsor: { reference: 'Organization/firm' },
      principalInvestigator: { reference: 'Practitioner/p' },
      contact: [{ name: 'Somebody' }],
      enrollment: [{ reference: 'Group/a' }, { reference: 'Group/b' }],
      location: [{ text: 'Austria' }],
      arm: [{ name: 'Arm 1', description: 'First' }],
    };
    const study = up(written);
    expect(study).toMatchObject({
      status: 'active',
      progressStatus: [{ state: state('closed-to-accrual') }],
      region: [{ text: 'Austria' }],
      comparisonGroup: [{ name: 'Arm 1', description: 'First' }],
    });
    expect(study).not.toHaveProperty('sponsor');
    expect(down(study)).toMatchObject(written);
  });
});

describe('other elements', () => {
  test('a code that R4 does not have is its nearest, with R5’s beside it', () => {
    const group = { resourceType: 'Group', type: 'organization', membership: 'enumerated' };
    expect(down(group)).toEqual({
      resourceType: 'Group',
      _type: { extension: [{ url: `${X}Group.type`, valueCode: 'organization' }] },
      actual: true,
    });
    const outcome = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'information', code: 'success' }],
    };
    const view = down(outcome);
    expect(view.issue).toMatchObject([{ severity: 'information', code: 'informational' }]);
    expect(up({ ...view, issue: [{ severity: 'information', code: 'timeout' }] })).toEqual({
      ...outcome,
      issue: [{ severity: 'information', code: 'timeout' }],
    });
  });

  test('a profile of R5 is none of the view', () => {
    const profile = 'https://w3id.org/trialbridge/fhir/StructureDefinition/trial-group';
    const group = {
      resourceType: 'Group',
      meta: { profile: [profile] },
      type: 'person',
      membership: 'definitional',
    };
    expect(down(group).meta).toEqual({ extension: [{ url: `${X}Meta.profile`, valueCanonical: profile }] });
    expect(up(down(group))).toEqual(group);
  });

  test('a role is displayed as R4 displays it, and comes back as it was', () => {
    const sponsor = { ...role('lead-sponsor').coding[0], display: 'lead-sponsor' };
    const study = { ...STUDY, associatedParty: [{ role: { coding: [sponsor] } }] };
    const view = JSON.stringify(down(study));
    expect(view).toContain('"display":"Lead sponsor"');
    expect(up(JSON.parse(view))).toMatchObject({ associatedParty: [{ role: { coding: [sponsor] } }] });
    const changed = JSON.parse(view.replace('"Lead sponsor"', '"The firm"'));
    const now = { ...sponsor, display: 'The firm' };
    expect(up(changed)).toHaveProperty('associatedParty', [{ role: { coding: [now] } }]);
  });

  test('a decimal keeps its written form', () => {
    const text =
      '{"resourceType":"Group","type":"person","membership":"definitional","characteristic":[{"code":{"text":"x"},"valueQuantity":{"value":1.50},"exclude":false}]}';
    const view = JSON.stringify(down(exactValue(text) as object));
    expect(view).toContain('{"value":1.50}');
    expect(JSON.stringify(up(exactValue(view) as object))).toContain('{"value":1.50}');
  });

  test('what is no FHIR is left for the validation to say', () => {
    expect(
      up({ resourceType: 'Group', type: 'person', actual: true, colour: 'red', member: { a: 1 } }),
    ).toMatchObject({
      colour: 'red',
      member: { a: 1 },
    });
    for (const odd of [
      { name: { x: 1 } },
      { characteristic: ['x', null] },
      { extension: ['x'] },
      { meta: 'x' },
      { code: 5 },
    ]) {
      expect(up({ resourceType: 'Group', ...odd })).toMatchObject({ resourceType: 'Group' });
    }
  });
});
