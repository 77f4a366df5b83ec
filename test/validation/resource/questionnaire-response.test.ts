import type { FhirResource, Questionnaire, QuestionnaireItem } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { canonicals } from '../../../src/commands/canonicals.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { sent, shownErrors } from '../found.ts';

const URL = 'https://example.com/Questionnaire/q';
const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const SDC = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';

const questionnaire = (item: readonly QuestionnaireItem[]): Questionnaire => ({
  resourceType: 'Questionnaire',
  url: URL,
  status: 'active',
  item: [...item],
});

/** The rules that a response breaks, of the questionnaire alone, each as `rule expression` below the response. */
const broken = (
  items: readonly QuestionnaireItem[],
  item: readonly object[],
  status = 'completed',
): readonly string[] => {
  const validate = createValidator(canonicals([questionnaire(items)] as FhirResource[]));
  const given = item.length > 0 ? { item } : {};
  const response = { resourceType: 'QuestionnaireResponse', questionnaire: URL, status, ...given };
  return shownErrors(validate(sent(response)))
    .filter((one) => one.startsWith('questionnaire-'))
    .map((one) => one.replace('QuestionnaireResponse.', ''));
};

const extension = (url: string, value: object) => ({ extension: [{ url, ...value }] });

const answered = (...answer: object[]): readonly object[] => [{ linkId: 'a', answer }];

const question = (type: QuestionnaireItem['type'], rules: Partial<QuestionnaireItem> = {}) => [
  { linkId: 'a', text: 'A?', type, ...rules },
];

const CODES = 'https://example.com/codes';
const coding = (code: string) => ({ valueCoding: { system: CODES, code } });
const kilograms = (value: number) => ({
  valueQuantity: { value, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
});

describe('a response to a questionnaire', () => {
  test.each<[what: string, items: readonly QuestionnaireItem[], item: readonly object[]]>([
    ['is right', question('string', { required: true }), answered({ valueString: 'x' })],
    ['repeats the text', question('string'), [{ linkId: 'a', text: 'A?', answer: [{ valueString: 'x' }] }]],
    [
      'gives two answers where they repeat',
      question('integer', { repeats: true }),
      answered({ valueInteger: 1 }, { valueInteger: 2 }),
    ],
    ['leaves out what is not required', question('string'), []],
    ['has one of the options', question('coding', { answerOption: [coding('x')] }), answered(coding('x'))],
    [
      'has words where they are allowed',
      question('coding', { answerOption: [coding('x')], answerConstraint: 'optionsOrString' }),
      answered({ valueString: 'other' }),
    ],
    [
      'is within the range',
      question('integer', extension(`${CORE}maxValue`, { valueInteger: 5 })),
      answered({ valueInteger: 5 }),
    ],
    [
      'is within the range in another unit',
      question(
        'quantity',
        extension(`${SDC}maxQuantity`, {
          valueQuantity: { value: 5000, system: 'http://unitsofmeasure.org', code: 'g' },
        }),
      ),
      answered(kilograms(5)),
    ],
  ])('%s', (_, items, item) => {
    expect(broken(items, item)).toEqual([]);
  });

  test.each<[what: string, items: readonly QuestionnaireItem[], item: readonly object[], expected: string[]]>(
    [
      [
        'another type',
        question('boolean'),
        answered({ valueString: 'x' }),
        ['questionnaire-type item[0].answer[0].value.ofType(string)'],
      ],
      ['no such item', question('boolean'), [{ linkId: 'b' }], ['questionnaire-link-id item[0]']],
      ['another text', question('boolean'), [{ linkId: 'a', text: 'B?' }], ['questionnaire-text item[0]']],
      [
        'a required item left out',
        question('boolean', { required: true }),
        [],
        ['questionnaire-required QuestionnaireResponse'],
      ],
      [
        'a required item without answer',
        question('boolean', { required: true }),
        [{ linkId: 'a' }],
        ['questionnaire-required item[0]'],
      ],
      [
        'two answers',
        question('integer'),
        answered({ valueInteger: 1 }, { valueInteger: 2 }),
        ['questionnaire-repeats item[0]'],
      ],
      [
        'two items',
        question('integer'),
        [...answered({ valueInteger: 1 }), ...answered({ valueInteger: 2 })],
        ['questionnaire-repeats item[1]'],
      ],
      [
        'too few answers',
        question('integer', {
          repeats: true,
          ...extension(`${CORE}questionnaire-minOccurs`, { valueInteger: 2 }),
        }),
        answered({ valueInteger: 1 }),
        ['questionnaire-occurs item[0]'],
      ],
      [
        'too many answers',
        question('integer', {
          repeats: true,
          ...extension(`${CORE}questionnaire-maxOccurs`, { valueInteger: 1 }),
        }),
        answered({ valueInteger: 1 }, { valueInteger: 2 }),
        ['questionnaire-occurs item[0]'],
      ],
      [
        'a group that answers',
        question('group'),
        answered({ valueInteger: 1 }),
        ['questionnaire-group item[0].answer[0]'],
      ],
      [
        'a required group without items',
        question('group', { required: true }),
        [{ linkId: 'a' }],
        ['questionnaire-required item[0]'],
      ],
      [
        'a display that answers',
        question('display'),
        answered({ valueInteger: 1 }),
        ['questionnaire-group item[0].answer[0]'],
      ],
      [
        'items beside answers',
        question('boolean', { item: [{ linkId: 'b', type: 'boolean' }] }),
        [{ linkId: 'a', item: [{ linkId: 'b' }] }],
        ['questionnaire-nesting item[0]'],
      ],
      [
        'less than the minimum',
        question('decimal', extension(`${CORE}minValue`, { valueDecimal: 2 })),
        answered({ valueDecimal: 1.5 }),
        ['questionnaire-range item[0].answer[0].value.ofType(decimal)'],
      ],
      [
        'later than the maximum',
        question('date', extension(`${CORE}maxValue`, { valueDate: '2022-06' })),
        answered({ valueDate: '2022-07-01' }),
        ['questionnaire-range item[0].answer[0].value.ofType(date)'],
      ],
      [
        'more than the quantity in another unit',
        question(
          'quantity',
          extension(`${SDC}maxQuantity`, {
            valueQuantity: { value: 5000, system: 'http://unitsofmeasure.org', code: 'g' },
          }),
        ),
        answered(kilograms(6)),
        ['questionnaire-range item[0].answer[0].value.ofType(Quantity)'],
      ],
      [
        'a quantity that cannot be compared',
        question('quantity', extension(`${SDC}minQuantity`, { valueQuantity: { value: 5, unit: 'kg' } })),
        answered(kilograms(6)),
        ['questionnaire-range item[0].answer[0].value.ofType(Quantity)'],
      ],
      [
        'too many decimal places',
        question('decimal', extension(`${CORE}maxDecimalPlaces`, { valueInteger: 1 })),
        answered({ valueDecimal: 1.25 }),
        ['questionnaire-decimals item[0].answer[0].value.ofType(decimal)'],
      ],
      [
        'too short',
        question('string', extension(`${CORE}minLength`, { valueInteger: 3 })),
        answered({ valueString: 'ab' }),
        ['questionnaire-length item[0].answer[0].value.ofType(string)'],
      ],
      [
        'too long',
        question('text', { maxLength: 1 }),
        answered({ valueString: 'ab' }),
        ['questionnaire-length item[0].answer[0].value.ofType(string)'],
      ],
      [
        'another form',
        question('string', extension(`${CORE}regex`, { valueString: '[0-9]+' })),
        answered({ valueString: 'ab' }),
        ['questionnaire-regex item[0].answer[0].value.ofType(string)'],
      ],
      [
        'another unit',
        question(
          'quantity',
          extension(`${CORE}questionnaire-unitOption`, {
            valueCoding: { system: 'http://unitsofmeasure.org', code: 'g' },
          }),
        ),
        answered(kilograms(6)),
        ['questionnaire-unit item[0].answer[0].value.ofType(Quantity)'],
      ],
      [
        'another content type',
        question('attachment', extension(`${CORE}mimeType`, { valueCode: 'image/gif' })),
        answered({ valueAttachment: { contentType: 'image/png', url: 'https://example.com/a' } }),
        ['questionnaire-mime-type item[0].answer[0].value.ofType(Attachment)'],
      ],
      [
        'too large an attachment',
        question('attachment', extension(`${CORE}maxSize`, { valueDecimal: 2 })),
        answered({ valueAttachment: { contentType: 'image/png', data: 'YWJj' } }),
        ['questionnaire-size item[0].answer[0].value.ofType(Attachment)'],
      ],
      [
        'a reference to another type',
        question('reference', extension(`${CORE}questionnaire-referenceResource`, { valueCode: 'Patient' })),
        answered({ valueReference: { reference: 'Group/x' } }),
        ['questionnaire-reference item[0].answer[0].value.ofType(Reference)'],
      ],
      [
        'none of the options',
        question('coding', { answerOption: [coding('x')] }),
        answered(coding('y')),
        ['questionnaire-option item[0].answer[0].value.ofType(Coding)'],
      ],
      [
        'none of the value set',
        question('coding', { answerValueSet: 'http://hl7.org/fhir/ValueSet/administrative-gender' }),
        answered({ valueCoding: { system: 'http://hl7.org/fhir/publication-status', code: 'draft' } }),
        ['questionnaire-option item[0].answer[0].value.ofType(Coding)'],
      ],
    ],
  )('is refused: %s', (_, items, item, expected) => {
    expect(broken(items, item)).toEqual(expected);
  });

  test('an option that excludes others stands alone', () => {
    const none = {
      ...coding('none'),
      ...extension(`${CORE}questionnaire-optionExclusive`, { valueBoolean: true }),
    };
    const items = question('coding', { repeats: true, answerOption: [coding('x'), none] });
    expect(broken(items, answered(coding('none')))).toEqual([]);
    expect(broken(items, answered(coding('x'), coding('none')))).toEqual([
      'questionnaire-option item[0].answer[1].value.ofType(Coding)',
    ]);
  });

  test('items stand in the order of the questionnaire and where it has them', () => {
    const items: QuestionnaireItem[] = [
      { linkId: 'a', type: 'boolean' },
      { linkId: 'g', type: 'group', item: [{ linkId: 'b', type: 'boolean' }] },
    ];
    expect(broken(items, [{ linkId: 'g', item: [{ linkId: 'b' }] }, { linkId: 'a' }])).toEqual([
      'questionnaire-order item[1]',
    ]);
    expect(broken(items, [{ linkId: 'b' }])).toEqual(['questionnaire-order item[0]']);
  });

  test('what is required may be missing while the response is in progress', () => {
    expect(broken(question('boolean', { required: true }), [], 'in-progress')).toEqual([]);
  });

  describe('items that depend on others', () => {
    const when = (operator: string, answer: object, rules: object = {}): QuestionnaireItem[] => [
      { linkId: 'a', type: 'integer', repeats: true },
      {
        linkId: 'b',
        type: 'string',
        required: true,
        enableWhen: [{ question: 'a', operator, ...answer }],
        ...rules,
      } as QuestionnaireItem,
    ];
    const b = { linkId: 'b', answer: [{ valueString: 'x' }] };
    const a = (value: number) => answered({ valueInteger: value });

    test.each([
      ['exists', { answerBoolean: true }, 1, undefined],
      ['exists', { answerBoolean: false }, undefined, 1],
      ['=', { answerInteger: 1 }, 1, 2],
      ['!=', { answerInteger: 1 }, 2, 1],
      ['>', { answerInteger: 1 }, 2, 1],
      ['<', { answerInteger: 2 }, 1, 2],
      ['>=', { answerInteger: 2 }, 2, 1],
      ['<=', { answerInteger: 1 }, 1, 2],
    ])('%s %j', (operator, answer, enabling, disabling) => {
      const given = (value: number | undefined) => (value === undefined ? [] : a(value));
      const items = when(operator, answer);
      expect(broken(items, [...given(enabling), b])).toEqual([]);
      expect(broken(items, [...given(disabling), b])).toEqual([
        `questionnaire-enabled item[${given(disabling).length}]`,
      ]);
      expect(broken(items, given(disabling))).toEqual([]);
      expect(broken(items, given(enabling))).toEqual(['questionnaire-required QuestionnaireResponse']);
    });

    test('all conditions, or any', () => {
      const enableWhen = [1, 2].map((answerInteger) => ({ question: 'a', operator: '=', answerInteger }));
      expect(broken(when('=', {}, { enableWhen, enableBehavior: 'all' }), [...a(1), b])).toEqual([
        'questionnaire-enabled item[1]',
      ]);
      expect(broken(when('=', {}, { enableWhen, enableBehavior: 'any' }), [...a(1), b])).toEqual([]);
    });
  });

  test('a questionnaire that is not known, or cannot be read, is no error', () => {
    const response = {
      resourceType: 'QuestionnaireResponse',
      questionnaire: URL,
      status: 'completed',
      item: [{ linkId: 'z' }],
    };
    expect(shownErrors(createValidator()(sent(response)))).toEqual([]);
    const odd = { ...questionnaire([]), item: { linkId: 7 } } as unknown as FhirResource;
    expect(shownErrors(createValidator(canonicals([odd]))(sent(response)))).toEqual([]);
  });

  test('a questionnaire may be contained', () => {
    const contained = [{ ...questionnaire(question('boolean')), id: 'q', url: undefined }];
    const response = {
      resourceType: 'QuestionnaireResponse',
      contained,
      questionnaire: '#q',
      status: 'completed',
      item: [{ linkId: 'z' }],
    };
    expect(shownErrors(createValidator()(sent(JSON.parse(JSON.stringify(response)))))).toEqual([
      'questionnaire-link-id QuestionnaireResponse.item[0]',
    ]);
  });
});
