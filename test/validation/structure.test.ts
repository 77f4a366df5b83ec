import { describe, expect, test } from 'vitest';
import { isError } from '../../src/fhir/issue.ts';
import { evidence } from './evidence.ts';
import { changed, errors, found, sent, shownErrors, validate } from './found.ts';

describe('structure', () => {
  test('finds nothing wrong with a valid resource', () => {
    expect(errors(evidence)).toEqual([]);
  });

  test.each<[what: string, path: string, value: unknown, expected: string]>([
    ['unknown property', 'colour', 'red', 'structure-unknown-property Evidence.colour'],
    [
      'unknown property below',
      'statistic.0.colour',
      'red',
      'structure-unknown-property Evidence.statistic[0].colour',
    ],
    ['required element missing', 'status', undefined, 'cardinality-min Evidence'],
    ['required list missing', 'variableDefinition', undefined, 'cardinality-min Evidence'],
    [
      'required element missing below',
      'variableDefinition.0.variableRole',
      undefined,
      'cardinality-min Evidence.variableDefinition[0]',
    ],
    ['object for a list', 'statistic', { note: [{ text: 'a' }] }, 'structure-type Evidence.statistic'],
    [
      'list for an object',
      'statistic.0.quantity',
      [{ value: 1 }],
      'structure-type Evidence.statistic[0].quantity',
    ],
    ['list for a value', 'title', ['a'], 'structure-type Evidence.title'],
    [
      'string for a number',
      'statistic.0.quantity.value',
      '0.49',
      'structure-type Evidence.statistic[0].quantity.value',
    ],
    ['number for a string', 'title', 3, 'structure-type Evidence.title'],
    ['null for a value', 'title', null, 'structure-type Evidence.title'],
    [
      'fraction for an integer',
      'statistic.0.sampleSize.knownDataCount',
      1.5,
      'structure-type Evidence.statistic[0].sampleSize.knownDataCount',
    ],
    [
      'negative unsigned integer',
      'statistic.0.sampleSize.knownDataCount',
      -1,
      'primitive Evidence.statistic[0].sampleSize.knownDataCount',
    ],
    ['empty array', 'statistic', [], 'structure-empty Evidence.statistic'],
    ['empty object', 'statistic.0.quantity', {}, 'structure-empty Evidence.statistic[0].quantity'],
    ['id with a slash', 'id', 'a/b', 'primitive Evidence.id'],
    ['id too long', 'id', 'a'.repeat(65), 'primitive Evidence.id'],
    ['day that is not in the calendar', 'date', '2023-02-29', 'primitive Evidence.date'],
    ['time without a zone', 'date', '2024-02-29T10:00:00', 'primitive Evidence.date'],
    ['instant without a time', 'meta', { lastUpdated: '2024-02-29' }, 'primitive Evidence.meta.lastUpdated'],
    ['URI with a space', 'url', 'https://example.com/a b', 'primitive Evidence.url'],
    ['UUID that is none', 'url', 'urn:uuid:1234', 'primitive Evidence.url'],
    ['two values of a choice', 'citeAsMarkdown', 'x', 'structure-choice Evidence.citeAs.ofType(markdown)'],
    [
      'extension of an element that is no primitive',
      '_statistic',
      [{ id: 'a' }],
      'structure-unknown-property Evidence.statistic',
    ],
    [
      'null where nothing stands beside it',
      'meta',
      { profile: [null] },
      'structure-null Evidence.meta.profile[0]',
    ],
  ])('%s', (_, path, value, expected) => {
    const whole =
      path === 'citeAsMarkdown' ? { ...evidence, citeAsReference: { reference: 'Citation/c' } } : evidence;
    expect(errors(changed(whole, path, value))).toEqual([expected]);
  });

  test('an empty string is no value either, a blank one is suspicious', () => {
    expect(errors(changed(evidence, 'title', ''))).toEqual([
      'structure-empty Evidence.title',
      'ele-1 Evidence.title',
    ]);
    const blank = changed(evidence, 'title', ' \n');
    expect(errors(blank)).toEqual([]);
    expect(found('warning', blank)).toEqual(['primitive Evidence.title']);
  });

  test.each([
    ['of an unknown type', { resourceType: 'Trial', id: 'a' }],
    ['without a type', { id: 'a' }],
  ])('a contained resource %s', (_, resource) => {
    expect(errors({ ...evidence, contained: [resource] })).toContain(
      'structure-resource-type Evidence.contained[0]',
    );
  });

  test.each([
    ['1e09', ['primitive']],
    ['1000000000000000000', ['primitive']],
    ['0.000000000000000001', ['primitive']],
    ['1.0e3', []],
    ['123456789012345678.12345678901234567', []],
  ])('the decimal %s is judged as it was written', (written, rules) => {
    const text = sent(changed(evidence, 'statistic.0.quantity.value', 0.5)).text.replace('0.5', written);
    const wrong = validate({ text, value: JSON.parse(text) }).filter(isError);
    expect(wrong.map(({ rule }) => rule)).toEqual(rules);
  });

  test('an integer has no fraction, not even an empty one', () => {
    const count = (value: string): readonly string[] => {
      const text = sent(changed(evidence, 'statistic.0.sampleSize.knownDataCount', 987654)).text.replace(
        '987654',
        value,
      );
      return shownErrors(validate({ text, value: JSON.parse(text) }));
    };
    expect(count('12')).toEqual([]);
    expect(count('12.0')).toEqual(['primitive Evidence.statistic[0].sampleSize.knownDataCount']);
  });

  test('a primitive is there if only its extension is', () => {
    const absent = {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
      ],
    };
    expect(errors({ ...evidence, _date: absent })).toEqual([]);
    const { status: _, ...rest } = evidence;
    expect(errors({ ...rest, _status: absent })).toEqual(['binding-required Evidence.status']);
    expect(errors({ ...evidence, _date: { ...absent, value: '2020' } })).toEqual([
      'structure-unknown-property Evidence.date.value',
    ]);
    expect(errors({ ...evidence, meta: { profile: [null], _profile: [absent] } })).toEqual([]);
  });

  test('content that refers to other content is checked like it', () => {
    const plan = {
      resourceType: 'PlanDefinition',
      status: 'active',
      text: evidence.text,
      action: [{ action: [{ action: [{ titel: 'typing error' }] }] }],
    };
    expect(errors(plan)).toEqual([
      'structure-unknown-property PlanDefinition.action[0].action[0].action[0].titel',
    ]);
  });

  test('a resource in a Bundle is checked as one of its own type', () => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { fullUrl: 'https://example.com/Evidence/example-1', resource: changed(evidence, 'status', 'great') },
      ],
    };
    expect(errors(bundle)).toEqual(['binding-required Bundle.entry[0].resource.status']);
  });

  test('base64, 64-bit integers and times are checked by their formats', () => {
    const document = (attachment: object): object => ({
      resourceType: 'DocumentReference',
      status: 'current',
      text: evidence.text,
      content: [{ attachment }],
    });
    expect(errors(document({ contentType: 'text/plain', data: 'YWJj', size: '3' }))).toEqual([]);
    const place = 'DocumentReference.content[0].attachment';
    expect(errors(document({ contentType: 'text/plain', data: 'YWJ' }))).toEqual([`primitive ${place}.data`]);
    expect(errors(document({ contentType: 'text/plain', data: 'YW Jj' }))).toEqual([
      `primitive ${place}.data`,
      `attachment-data ${place}`,
    ]);
    expect(errors(document({ url: 'a', size: '9223372036854775808' }))).toEqual([`primitive ${place}.size`]);
    expect(errors(document({ url: 'a', size: 3 }))).toEqual([`structure-type ${place}.size`]);
  });

  test('a type that R5 does not have is an error and nothing more', () => {
    expect(errors({ resourceType: 'Trial', id: 'x' })).toEqual(['structure-resource-type Trial']);
  });

  test('issues say the line and column of the element', () => {
    const resource = changed(evidence, 'statistic.0.quantity.value', 'many');
    const { text } = sent(resource);
    const [issue] = validate(sent(resource));
    const line = text.split('\n').findIndex((content) => content.includes('"many"'));
    expect(issue).toMatchObject({ line: line + 1, column: text.split('\n')[line]!.indexOf('"value"') + 1 });
  });
});
