import { describe, expect, it } from 'vitest';
import { changed, mappedRecord, unmarked } from './mapped-record.ts';

const planned = (primaryOutcomes: readonly object[]) => {
  const mapped = mappedRecord(changed('outcomesModule', { primaryOutcomes, secondaryOutcomes: [] }));
  const { outcomeMeasure = [] } = mapped.one('ResearchStudy');
  return outcomeMeasure.map(({ reference }) => {
    const variable = mapped.follow(reference);
    return variable?.resourceType === 'EvidenceVariable' ? variable : undefined;
  });
};

describe('planned outcomes', () => {
  it('are measures of the study, each with its variable and time frame', () => {
    const mapped = mappedRecord(
      changed('outcomesModule', { otherOutcomes: [{ measure: 'Mood', timeFrame: 'Every day' }] }),
    );
    const { outcomeMeasure = [] } = mapped.one('ResearchStudy');
    expect(
      outcomeMeasure.map(({ name, type, description }) => [
        name,
        type![0]!.coding?.[0]?.code ?? type![0]!.text,
        description,
      ]),
    ).toEqual([
      ['Days of fever', 'primary', 'Above 38 degrees'],
      ['Appetite', 'secondary', undefined],
      ['Mood', 'other', undefined],
    ]);
    expect(unmarked(mapped.follow(outcomeMeasure[0]!.reference))).toMatchObject({
      title: 'Days of fever',
      description: 'Above 38 degrees',
      characteristic: [
        {
          description: 'Days of fever',
          timeFromEvent: [
            {
              description: '30 days',
              quantity: { value: 30, code: 'd', system: 'http://unitsofmeasure.org' },
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['30 days', { value: 30, code: 'd' }],
    ['Week 12', { value: 12, code: 'wk' }],
    ['1.5 Years', { value: 1.5, code: 'a' }],
    ['012 months', { value: 12, code: 'mo' }],
    ['up to 12 weeks', undefined],
    ['Baseline and 6 months', undefined],
    ['6-8 weeks', undefined],
  ])('are measured at a length of time only where they say no more: %j', (timeFrame, expected) => {
    const [variable] = planned([{ measure: 'Fever', timeFrame }]);
    const time = variable!.characteristic![0]!.timeFromEvent![0]!;
    expect(time.description).toBe(timeFrame);
    if (expected === undefined) expect(time.quantity).toBeUndefined();
    else expect(time.quantity).toMatchObject(expected);
  });

  it('of the same name are told apart by their time frames, and where these are the same, too', () => {
    const variables = planned([
      { measure: 'Fever', timeFrame: 'Week 1' },
      { measure: 'Fever', timeFrame: 'Week 2' },
      { measure: 'Fever', timeFrame: 'Week 2' },
    ]);
    expect(new Set(variables.map((one) => one?.id)).size).toBe(3);
  });

  it('keep their ids when others come before them', () => {
    const [alone] = planned([{ measure: 'Fever', timeFrame: 'Week 1' }]);
    const [, second] = planned([
      { measure: 'Appetite', timeFrame: 'Week 1' },
      { measure: 'Fever', timeFrame: 'Week 1' },
    ]);
    expect(second!.id).toBe(alone!.id);
  });
});
