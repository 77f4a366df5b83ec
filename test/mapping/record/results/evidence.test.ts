import type {
  Element,
  Evidence,
  EvidenceStatisticAttributeEstimate,
  EvidenceVariableCharacteristic,
} from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { mappedStudy, RESULTS } from './study.ts';

const study = mappedStudy();
const { evidence } = study;

const extension = (element: Element | undefined, name: string) =>
  element?.extension?.filter(({ url }) => url.endsWith(`/${name}`)) ?? [];
const words = (element: Element | undefined) => extension(element, 'originalText')[0]?.valueString;
const absence = (element: Element | undefined) => extension(element, 'data-absent-reason')[0]?.valueCode;
const derivation = (element: Element | undefined) => extension(element, 'derivation')[0]?.valueCode;
const code = (concept: { coding?: { code?: string | undefined }[] | undefined } | undefined) =>
  concept?.coding?.[0]?.code;
const variables = ({ variableDefinition }: Evidence, role: string) =>
  variableDefinition.filter(({ variableRole }) => code(variableRole) === role);
/** The one Evidence whose title says all of this. */
const about = (...said: readonly string[]): Evidence => {
  const [found, ...others] = study
    .all('Evidence')
    .filter(({ title = '' }) => said.every((one) => title.includes(one)));
  if (found === undefined || others.length > 0) throw new Error(`${others.length} others`);
  return found;
};

describe('the values of an outcome in a group', () => {
  const velmorin = evidence('Days of fever: Velmorin');
  const [first, second] = velmorin.statistic!;

  test('have their kind, class and category, unit and number of people', () => {
    expect(first).toMatchObject({
      statisticType: { coding: [{ code: 'C53319' }], text: 'MEAN' },
      category: { text: 'Week 1' },
      quantity: { value: 2.5, unit: 'days', code: 'd' },
      sampleSize: { knownDataCount: 19 },
    });
    expect(first).not.toHaveProperty('numberAffected');
    expect(second).toMatchObject({ category: { text: 'Week 2: Night' }, sampleSize: { knownDataCount: 18 } });
  });

  test('keep their decimals as they are written', () => {
    const text = study.facts.find(({ value }) => value.id === velmorin.id)?.text;
    expect(text).toContain('"value":2.50');
    expect(text).toContain('"value":3.00');
  });

  test('have their spread with its kind, level and bounds', () => {
    expect(first?.attributeEstimate).toMatchObject([
      {
        type: { coding: [{ code: 'C53324' }], text: '95% Confidence Interval' },
        level: 0.95,
        range: { low: { value: 2 }, high: { value: 3 } },
      },
    ]);
  });

  test('have a comparator where they are limits', () => {
    expect(second?.quantity).toMatchObject({ value: 0.5, comparator: '<' });
    expect(words(second?.quantity)).toBe('<0.5');
  });

  test('have bounds in words where R5 takes them in no other way', () => {
    const [{ description, range }] = second!.attributeEstimate as [EvidenceStatisticAttributeEstimate];
    const { low, high } = range!;
    expect(description).toBe('3 to 1');
    expect([low, high].map(words)).toEqual(['3', '1']);
    expect([low, high].map(absence)).toEqual(['as-text', 'as-text']);
    expect(low).not.toHaveProperty('value');
  });

  test('that are no numbers are kept in words, with their comment', () => {
    const [missing, written] = evidence('Days of fever: Salt').statistic!;
    expect(missing?.quantity).not.toHaveProperty('value');
    expect([words(missing?.quantity), absence(missing?.quantity)]).toEqual(['NA', 'as-text']);
    expect(missing?.note).toMatchObject([{ text: 'Nobody was measured' }]);
    expect(written?.quantity?.value).toBe(0.75);
    expect([words(written?.quantity), derivation(written?.quantity)]).toEqual(['.75', 'normalised']);
  });

  test('are about the group, the arm of the very same name, the outcome as reported and as planned', () => {
    const [exposure] = variables(velmorin, 'exposure');
    expect(study.group(exposure?.observed?.reference)).toMatchObject({ name: 'Velmorin' });
    expect(exposure?.observed?.identifier?.value).toBe('OG000');
    expect(exposure?.intended?.reference).toMatch(/^EvidenceVariable\//);
    expect([derivation(exposure), words(exposure)]).toEqual(['derived', 'Velmorin']);
    const [measured] = variables(velmorin, 'measuredVariable');
    expect(measured?.observed?.reference).toBe(`EvidenceVariable/${study.variable('Days of fever').id}`);
    expect(measured?.intended?.reference).not.toBe(measured?.observed?.reference);
    expect(variables(velmorin, 'population')).toMatchObject([{ description: 'Those who came back' }]);
  });

  test('are about no arm where none has the very same name', () => {
    expect(variables(evidence('Days of fever: Salt'), 'exposure')[0]).not.toHaveProperty('intended');
  });

  test('count people where they are people', () => {
    const [female] = evidence('Sex: Velmorin').statistic!;
    expect(female).toMatchObject({
      statisticType: { coding: [{ code: 'C25463' }] },
      category: { text: 'Female' },
      quantity: { value: 12, unit: 'Participants' },
      numberAffected: 12,
    });
  });

  test('of the baseline are about all whom the baseline counts, where they do not count them themselves', () => {
    const [female, male] = evidence('Sex: Velmorin').statistic!;
    expect([female, male].map((one) => one?.sampleSize?.knownDataCount)).toEqual([20, 20]);
    expect(derivation(female?.sampleSize?._knownDataCount)).toBe('derived');
  });
});

describe('what is said once for all groups', () => {
  const details = (characteristics: EvidenceVariableCharacteristic[] | undefined) =>
    Object.fromEntries(
      (characteristics ?? []).flatMap(({ definitionByTypeAndValue: detail }) =>
        detail === undefined ? [] : [[detail.type.text, detail.valueCodeableConcept?.text]],
      ),
    );
  const titles = (characteristics: EvidenceVariableCharacteristic[] | undefined): unknown[] =>
    (characteristics ?? []).map(({ description, definitionByCombination }) =>
      definitionByCombination === undefined
        ? description
        : [description, ...titles(definitionByCombination.characteristic)],
    );

  test('stands in the variable', () => {
    const variable = study.variable('Days of fever');
    expect(variable.description).toBe('Above 38 degrees');
    expect(variable.characteristic?.[0]?.timeFromEvent).toMatchObject([
      { description: '30 days', quantity: { value: 30, code: 'd' } },
    ]);
    expect(details(variable.characteristic)).toEqual({
      role: 'primary',
      'reporting status': 'POSTED',
      population: 'Those who came back',
      'type of value': 'MEAN',
      'type of spread': '95% Confidence Interval',
      unit: 'days',
      'units counted': 'Participants',
    });
    expect(titles(variable.characteristic).at(-1)).toEqual(['rows', 'Week 1', ['Week 2', 'Night']]);
  });

  test('stands there for an outcome without results, too', () => {
    expect(details(study.variable('Pain').characteristic)).toMatchObject({
      'reporting status': 'NOT_POSTED',
      'anticipated posting date': '2035-01',
    });
    expect(study.all('Evidence').some(({ title }) => title?.startsWith('Pain'))).toBe(false);
  });
});

describe('an analysis', () => {
  const analysis = about('Days of fever: Velmorin and Salt');
  const statistic = analysis.statistic![0]!;

  test('names its groups in the order of the record, none of them as the one compared with', () => {
    expect(variables(analysis, 'exposure').map(({ observed }) => observed?.identifier?.value)).toEqual([
      'OG000',
      'OG001',
    ]);
    expect(variables(analysis, 'referenceExposure')).toEqual([]);
  });

  test('has its estimate, interval with level, spread, and P value with its comparator', () => {
    expect(statistic).toMatchObject({
      statisticType: { coding: [{ code: '0000457' }], text: 'Mean Difference (Final Values)' },
      quantity: { value: -1.2 },
      attributeEstimate: [
        {
          type: { coding: [{ code: 'C53324' }] },
          level: 0.975,
          range: { low: { value: -1.8 }, high: { value: -0.6 } },
        },
        { type: { coding: [{ code: '0000037' }] }, quantity: { value: 0.3 } },
        {
          type: { coding: [{ code: 'C44185' }] },
          quantity: { value: 0.001, comparator: '<' },
          note: [{ text: 'Not adjusted' }],
        },
      ],
    });
    expect(words(statistic.attributeEstimate?.[0]?._level)).toBe('97.5');
  });

  test('has its method, sides and hypothesis', () => {
    expect(statistic.modelCharacteristic?.map((one) => [one.code.text, code(one.code)])).toEqual([
      ['t-test, 2 sided', undefined],
      ['two-sided', 'twoTailedTest'],
      ['two-sided', 'twoTailedTest'],
      ['SUPERIORITY', undefined],
      ['not tested for non-inferiority', undefined],
    ]);
  });

  test('has what is remarked of it', () => {
    expect(analysis.description).toBe('The main comparison');
    expect(statistic.note?.map(({ text }) => text)).toEqual([
      'Velmorin minus salt',
      'Of equal variances',
      'At 80 % power',
    ]);
  });

  test('may be in words alone', () => {
    const other = study
      .all('Evidence')
      .find(({ statistic: found }) => found?.[0]?.description === 'A model was fitted');
    expect(other?.meta?.profile?.[0]).toMatch(/comparison-evidence$/);
    expect(variables(other!, 'exposure')).toHaveLength(1);
  });
});

describe('the flow of participants', () => {
  test('is a statistic for each period and milestone, and for each reason to leave', () => {
    const { statistic } = evidence('Participant flow: Velmorin');
    expect(statistic?.map(({ category, numberAffected }) => [category?.text, numberAffected])).toEqual([
      ['Overall Study: STARTED', 20],
      ['Overall Study: COMPLETED', 19],
      ['Overall Study: Reasons for not completing: Withdrawal', 1],
    ]);
    expect(evidence('Participant flow: Salt').statistic?.[0]?.note).toMatchObject([{ text: 'One later' }]);
  });
});

describe('adverse events', () => {
  test('are counted by event and all together, people and events apart', () => {
    expect(evidence('Serious adverse events: Velmorin').statistic).toMatchObject([
      { numberAffected: 1, sampleSize: { knownDataCount: 20 } },
      {
        category: { text: 'Fall' },
        numberOfEvents: 3,
        numberAffected: 1,
        sampleSize: { knownDataCount: 20 },
      },
    ]);
    expect(evidence('All-cause mortality: Velmorin').statistic).toMatchObject([
      { numberAffected: 0, sampleSize: { knownDataCount: 20 } },
    ]);
  });

  test('of one name are told apart by their organ system; a number that is not stated is not made up', () => {
    const [, skin, eye] = evidence('Other adverse events: Velmorin').statistic!;
    expect([skin, eye].map((one) => one?.category?.text)).toEqual(['Itch (Skin)', 'Itch (Eye)']);
    expect(eye).not.toHaveProperty('numberAffected');
    expect(absence(eye?._numberAffected)).toBe('unknown');
    expect(eye?.numberOfEvents).toBe(2);
  });

  test('have their organ system, vocabulary, assessment and notes in the variable', () => {
    const rows = study.variable('Serious adverse events').characteristic?.at(-1)?.definitionByCombination;
    expect(rows?.code).toBe('any-of');
    const [fall] = rows!.characteristic;
    expect(fall).toMatchObject({ description: 'Fall', note: [{ text: 'At home' }] });
    expect(
      fall?.definitionByCombination?.characteristic.map(
        (one) => one.definitionByTypeAndValue?.valueCodeableConcept?.text,
      ),
    ).toEqual(['Injury', 'MedDRA (16.0)', 'systematic']);
  });
});

describe('the groups of results', () => {
  test('are one for all outcomes that tell of it in the same words', () => {
    const [outcome] = RESULTS.outcomeMeasuresModule.outcomeMeasures;
    const { all } = mappedStudy({
      outcomeMeasuresModule: {
        outcomeMeasures: [
          outcome,
          { ...outcome, title: 'Days of cough', groups: outcome?.groups?.toReversed() },
          { ...outcome, title: 'Days of sneezing', groups: [{ id: 'OG000', title: 'Velmorin' }] },
        ],
      },
    });
    const described = all('Group').map(({ name, description }) => [name, description]);
    expect(described).toEqual([
      ['Velmorin', 'Velmorin by mouth'],
      ['Salt', 'Salt by mouth'],
      ['Velmorin', undefined],
    ]);
  });

  test('are counted where the baseline counts them, in people and in other units', () => {
    const counted = study.all('Group').filter(({ membership }) => membership === 'enumerated');
    expect(counted).toMatchObject([
      {
        name: 'Velmorin',
        quantity: 20,
        identifier: [{ value: 'BG000' }],
        characteristic: [{ code: { text: 'Eyes' }, valueQuantity: { value: 40, unit: 'Eyes' } }],
      },
    ]);
  });

  test('are two where one table has two of the same name', () => {
    const results = {
      adverseEventsModule: {
        eventGroups: [
          { id: 'EG000', title: 'Tea', deathsNumAffected: 1 },
          { id: 'EG001', title: 'Tea', deathsNumAffected: 2 },
        ],
      },
    };
    const { all } = mappedStudy(results);
    expect(all('Group')).toHaveLength(2);
    expect(all('Evidence').map(({ statistic }) => statistic?.[0]?.numberAffected)).toEqual([1, 2]);
  });
});
