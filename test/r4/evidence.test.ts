import { describe, expect, test } from 'vitest';
import { toR4 } from '../../src/r4/to-r4.ts';
import { toR5 } from '../../src/r4/to-r5.ts';
import { down } from './views.ts';

const role = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/variable-role', code }],
});
const variable = (code: string, id: string) => ({
  variableRole: role(code),
  intended: { reference: `EvidenceVariable/${id}` },
});

const EVIDENCE = {
  resourceType: 'Evidence',
  id: 'e',
  status: 'active',
  title: 'Cough at 4 weeks',
  variableDefinition: [
    variable('exposure', 'drug'),
    variable('referenceExposure', 'placebo'),
    variable('measuredVariable', 'cough'),
  ],
  statistic: [
    {
      statisticType: { text: 'Relative risk' },
      quantity: { value: 0.5 },
      sampleSize: { knownDataCount: 40 },
      attributeEstimate: [
        {
          type: { text: 'Confidence interval' },
          level: 0.95,
          range: { low: { value: 0.3 }, high: { value: 0.8 } },
        },
        { type: { text: 'P value' }, quantity: { value: 0.04 } },
      ],
    },
  ],
};

const PERCENT = { unit: '%', system: 'http://unitsofmeasure.org', code: '%' };

/** The evidence in one group, of one statistic. */
const ofOneGroup = (statistic: object) => ({
  ...EVIDENCE,
  variableDefinition: EVIDENCE.variableDefinition.filter((_, at) => at !== 1),
  statistic: [statistic],
});

const viewed = toR4;

describe('evidence in R4', () => {
  test('has its variables and not its numbers, and says so', () => {
    const view = viewed(EVIDENCE, 'Evidence');
    expect(view?.resource).toMatchObject({
      resourceType: 'Evidence',
      title: 'Cough at 4 weeks',
      exposureVariant: [{ reference: 'EvidenceVariable/drug' }, { reference: 'EvidenceVariable/placebo' }],
      outcome: [{ reference: 'EvidenceVariable/cough' }],
    });
    expect(JSON.stringify(view?.resource)).not.toContain('0.5');
    expect(view?.left).toEqual(['Evidence.statistic']);
  });

  test('of two groups is an effect, whose P value R4 has no place for', () => {
    const view = viewed(EVIDENCE, 'EffectEvidenceSynthesis');
    expect(view?.resource).toMatchObject({
      resourceType: 'EffectEvidenceSynthesis',
      id: 'e',
      exposure: { reference: 'EvidenceVariable/drug' },
      exposureAlternative: { reference: 'EvidenceVariable/placebo' },
      sampleSize: { numberOfParticipants: 40 },
      effectEstimate: [{ value: 0.5, precisionEstimate: [{ level: 0.95, from: 0.3, to: 0.8 }] }],
    });
    expect(view?.left).toEqual(['Evidence.statistic[0].attributeEstimate[1]']);
    expect(viewed(EVIDENCE, 'RiskEvidenceSynthesis')).toBeUndefined();
  });

  test('of one group is a risk', () => {
    const one = ofOneGroup({
      quantity: { value: 12.5, ...PERCENT },
      numberAffected: 5,
      sampleSize: { knownDataCount: 40 },
    });
    expect(viewed(one, 'RiskEvidenceSynthesis')?.resource).toMatchObject({
      riskEstimate: {
        value: 12.5,
        unitOfMeasure: { coding: [{ code: '%' }], text: '%' },
        numeratorCount: 5,
        denominatorCount: 40,
      },
    });
    expect(viewed(one, 'EffectEvidenceSynthesis')).toBeUndefined();
  });

  test('has no unit that UCUM does not have, and says so', () => {
    const view = viewed(ofOneGroup({ quantity: { value: 12, unit: 'coughs' } }), 'RiskEvidenceSynthesis');
    expect(view?.resource.riskEstimate).toEqual({ value: 12 });
    expect(view?.left).toEqual(['Evidence.statistic[0].quantity.unit']);
  });

  test('without a number is neither a risk nor an effect', () => {
    for (const statistic of [
      { sampleSize: { knownDataCount: 40 } },
      { quantity: { value: 5, comparator: '<' } },
      { modifierExtension: [{ url: 'https://example.org/not' }], quantity: { value: 5 } },
    ]) {
      expect(viewed(ofOneGroup(statistic), 'RiskEvidenceSynthesis')).toBeUndefined();
      const compared = { ...EVIDENCE, statistic: [statistic] };
      expect(viewed(compared, 'EffectEvidenceSynthesis')).toBeUndefined();
    }
  });

  test('does not take the extensions and parts of Evidence into another type', () => {
    const extension = [{ url: 'https://example.org/direction', valueCode: 'lower' }];
    const certainty = [{ rating: { text: 'low' } }];
    const one = { ...ofOneGroup({ quantity: { value: 12 } }), extension, certainty };
    const view = viewed(one, 'RiskEvidenceSynthesis');
    expect(view?.resource).not.toHaveProperty('extension');
    expect(view?.resource).not.toHaveProperty('certainty');
    expect(view?.left).toEqual(['Evidence.extension', 'Evidence.certainty']);
    expect(viewed(one, 'Evidence')?.resource).toMatchObject({ extension });
  });

  test('cannot be written, nor can what R4 does not have', () => {
    for (const resourceType of ['Evidence', 'EffectEvidenceSynthesis', 'Citation']) {
      expect(toR5({ resourceType })).toMatchObject({
        issues: [{ severity: 'error', code: 'not-supported' }],
      });
    }
    expect(viewed({ resourceType: 'Citation', status: 'active' }, 'Citation')).toBeUndefined();
  });

  test('a variable has its criteria in words', () => {
    const criteria = {
      resourceType: 'EvidenceVariable',
      status: 'active',
      characteristic: [{ description: 'Adults', exclude: false }],
    };
    expect(down(criteria).characteristic).toEqual([
      { description: 'Adults', definitionCodeableConcept: { text: 'Adults' }, exclude: false },
    ]);
  });

  test('of a Bundle leaves out what R4 does not have, by name', () => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [{ resource: { resourceType: 'Citation', status: 'active' } }, { resource: EVIDENCE }],
    };
    const view = viewed(bundle);
    expect(view?.resource.entry).toMatchObject([
      { resource: { resourceType: 'Evidence', meta: { tag: [{ code: 'SUBSETTED' }] } } },
      {
        resource: {
          issue: [{ details: { text: 'FHIR 4.0 has no place for: Citation, Evidence.statistic' } }],
        },
        search: { mode: 'outcome' },
      },
    ]);
    expect(viewed({ ...bundle, type: 'collection' })).toMatchObject({
      resource: { entry: [{ resource: { resourceType: 'Evidence' } }] },
      left: ['Citation', 'Evidence.statistic'],
    });
  });

  test('of a Bundle keeps the answer to each request, though it leaves out what was answered', () => {
    const entry = [{ resource: { resourceType: 'Citation', status: 'active' }, response: { status: '200' } }];
    expect(viewed({ resourceType: 'Bundle', type: 'batch-response', entry })?.resource.entry).toEqual([
      { response: { status: '200' } },
    ]);
  });
});
