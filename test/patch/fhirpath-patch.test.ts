import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/fhir/json.ts';
import { fhirPathPatch } from '../../src/patch/fhirpath-patch.ts';
import { resourceOf } from './arbitrary.ts';
import { resource } from './resource.ts';

/** JSON text of an operation; what is not given as a part's text is its path, name or index. */
interface Written {
  readonly path?: string;
  readonly name?: string;
  readonly index?: number;
  readonly source?: number;
  readonly destination?: number;
  /** Members of the part `value`: `"valueDecimal":1.50`. */
  readonly value?: string;
}

const part = (name: string, members: string): string => `{"name":"${name}",${members}}`;

const operation = (type: string, { value, ...written }: Written): string => {
  const parts = Object.entries(written).map(([name, one]) =>
    part(name, typeof one === 'number' ? `"valueInteger":${one}` : `"valueString":${JSON.stringify(one)}`),
  );
  const all = [part('type', `"valueCode":"${type}"`), ...parts, ...(value ? [part('value', value)] : [])];
  return part('operation', `"part":[${all.join(',')}]`);
};

const patch = (...operations: readonly string[]): string =>
  `{"resourceType":"Parameters","parameter":[${operations.join(',')}]}`;

const patched = (text: string, ...operations: readonly string[]): string => {
  const result = fhirPathPatch(resource(patch(...operations)), resource(text));
  if (!('text' in result)) throw new Error(`${result[0]?.expression}: ${result[0]?.text}`);
  return result.text;
};

const refusal = (text: string, ...operations: readonly string[]) => {
  const result = fhirPathPatch(resource(patch(...operations)), resource(text));
  return 'text' in result ? result.text : result[0];
};

const OBSERVATION = `{"resourceType":"Observation","id":"a","status":"final","contained":[{"resourceType":"Group","id":"g","quantity":2}],"subject":{"reference":"#g"},"valueQuantity":{"value":1.50,"unit":"mg"},"note":[{"text":"x"},{"text":"y"},{"text":"z"}]}`;
const PATIENT = `{"resourceType":"Patient","id":"a","birthDate":"1970","_birthDate":{"extension":[{"url":"u","valueDecimal":2.0}]},"name":[{"given":["A",null,"C"],"_given":[null,{"id":"b"},{"id":"c"}]}]}`;

describe('fhirPathPatch', () => {
  test.each([
    [
      'decimals as they are written',
      OBSERVATION,
      [operation('replace', { path: 'Observation.value.value', value: '"valueDecimal":0.10' })],
      OBSERVATION.replace('1.50', '0.10'),
    ],
    [
      'a choice of another type',
      OBSERVATION,
      [operation('replace', { path: 'Observation.value', value: '"valueString":"none"' })],
      OBSERVATION.replace('"valueQuantity":{"value":1.50,"unit":"mg"},', '').replace(
        /}$/,
        ',"valueString":"none"}',
      ),
    ],
    [
      'a choice by the name it has in JSON',
      '{"resourceType":"Patient"}',
      [operation('add', { path: 'Patient', name: 'deceasedBoolean', value: '"valueBoolean":true' })],
      '{"resourceType":"Patient","deceasedBoolean":true}',
    ],
    [
      'an extension of a primitive, where there are others',
      PATIENT,
      [
        operation('replace', {
          path: "Patient.birthDate.extension('u').value",
          value: '"valueDecimal":3.00',
        }),
        operation('add', {
          path: 'Patient.birthDate',
          name: 'extension',
          value: '"part":[{"name":"url","valueUri":"v"},{"name":"value","valueCode":"c"}]',
        }),
      ],
      PATIENT.replace('2.0}', '3.00},{"url":"v","valueCode":"c"}'),
    ],
    [
      'an extension of a primitive, the first',
      '{"resourceType":"Patient","birthDate":"1970"}',
      [
        operation('add', {
          path: 'Patient.birthDate',
          name: 'extension',
          value: '"part":[{"name":"url","valueUri":"v"}]',
        }),
      ],
      '{"resourceType":"Patient","birthDate":"1970","_birthDate":{"extension":[{"url":"v"}]}}',
    ],
    [
      'the last extension of a primitive, deleted',
      PATIENT,
      [operation('delete', { path: 'Patient.birthDate.extension[0]' })],
      PATIENT.replace(/"_birthDate":{.*?]},/, ''),
    ],
    [
      'a primitive with what stands beside it',
      PATIENT,
      [
        operation('replace', {
          path: 'Patient.birthDate',
          value: '"valueDate":"1971","_valueDate":{"id":"d"}',
        }),
      ],
      PATIENT.replace('"1970"', '"1971"').replace(/"_birthDate":{.*?]}/, '"_birthDate":{"id":"d"}'),
    ],
    [
      'a list of primitives with what stands beside them',
      PATIENT,
      [
        operation('delete', { path: 'Patient.name.given[0]' }),
        operation('insert', { path: 'Patient.name[0].given', index: 2, value: '"valueString":"D"' }),
        operation('move', { path: 'Patient.name.given', source: 2, destination: 0 }),
      ],
      PATIENT.replace('"A",null,"C"', '"D",null,"C"'),
    ],
    [
      'a selection by a condition',
      OBSERVATION,
      [operation('delete', { path: "Observation.note.where(text = 'y')" })],
      OBSERVATION.replace('{"text":"y"},', ''),
    ],
    [
      'operations one after another',
      OBSERVATION,
      [
        operation('add', { path: 'Observation', name: 'note', value: '"valueAnnotation":{"text":"new"}' }),
        operation('replace', { path: 'Observation.note.last().text', value: '"valueMarkdown":"newer"' }),
        operation('delete', { path: 'Observation.note.first()' }),
      ],
      OBSERVATION.replace('{"text":"x"},', '').replace('{"text":"z"}', '{"text":"z"},{"text":"newer"}'),
    ],
    ['nothing to delete', OBSERVATION, [operation('delete', { path: 'Observation.method' })], OBSERVATION],
    [
      'an element left empty',
      '{"resourceType":"Patient","active":true,"contact":[{"name":{"text":"a"}}]}',
      [operation('delete', { path: 'Patient.contact.name.text' })],
      '{"resourceType":"Patient","active":true}',
    ],
    [
      'a contained resource, by its reference',
      OBSERVATION,
      [
        operation('replace', {
          path: 'Observation.subject.resolve().quantity',
          value: '"valueUnsignedInt":3',
        }),
      ],
      OBSERVATION.replace('"quantity":2', '"quantity":3'),
    ],
    [
      'a resource in a resource',
      OBSERVATION,
      [
        operation('replace', {
          path: 'Observation.contained[0]',
          value: '"resource":{"resourceType":"Patient","id":"g"}',
        }),
      ],
      OBSERVATION.replace('"Group","id":"g","quantity":2', '"Patient","id":"g"'),
    ],
    [
      'parts in parts',
      '{"resourceType":"PlanDefinition"}',
      [
        operation('add', {
          path: 'PlanDefinition',
          name: 'action',
          value:
            '"part":[{"name":"title","valueString":"1"},{"name":"action","part":[{"name":"title","valueString":"1.1"}]},{"name":"action","part":[{"name":"timing","valueDuration":{"value":2.50}}]}]',
        }),
      ],
      '{"resourceType":"PlanDefinition","action":[{"title":"1","action":[{"title":"1.1"},{"timingDuration":{"value":2.50}}]}]}',
    ],
    [
      'XHTML, which is no parameter, as a string',
      '{"resourceType":"Patient","text":{"status":"empty"}}',
      [operation('add', { path: 'Patient.text', name: 'div', value: '"valueString":"<div>a</div>"' })],
      '{"resourceType":"Patient","text":{"status":"empty","div":"<div>a</div>"}}',
    ],
    [
      'an element that is also an operator',
      '{"resourceType":"Patient","text":{"status":"empty","div":"<div>.div</div>"}}',
      [
        operation('replace', {
          path: "Patient.text.where($this.div = '<div>.div</div>').`div`",
          value: '"valueString":"b"',
        }),
        operation('replace', { path: 'Patient.text.div', value: '"valueString":"c"' }),
      ],
      '{"resourceType":"Patient","text":{"status":"empty","div":"c"}}',
    ],
  ])('patches %s', (_, text, operations, expected) => {
    expect(patched(text, ...operations)).toBe(expected);
  });
});

describe('fhirPathPatch refuses as malformed', () => {
  const value = '"valueString":"x"';

  test.each([
    ['an unknown type', operation('remove', { path: 'Observation.status' }), '.part[0]'],
    ['no path', operation('delete', {}), ''],
    ['no name', operation('add', { path: 'Observation', value }), ''],
    ['no value', operation('replace', { path: 'Observation.status' }), ''],
    ['no index', operation('insert', { path: 'Observation.note', value }), ''],
    ['an index below 0', operation('insert', { path: 'Observation.note', index: -1, value }), '.part[2]'],
    ['an index in part', operation('insert', { path: 'Observation.note', index: 0.5, value }), '.part[2]'],
    ['a path that is none', operation('delete', { path: 'Observation.note[' }), '.part[1]'],
    ['an endless path', operation('delete', { path: 'a'.repeat(3000) }), '.part[1]'],
    [
      'a function that matches patterns',
      operation('delete', { path: "status.matches('(a+)+b')" }),
      '.part[1]',
    ],
    ['a function that repeats', operation('delete', { path: 'note.repeat($this)' }), '.part[1]'],
    ['a variable', operation('delete', { path: '%resource.status' }), '.part[1]'],
    ['a variable deep within', operation('delete', { path: 'note.where(text = %context.id)' }), '.part[1]'],
    ['a part of another name', part('operation', '"part":[{"name":"op","valueCode":"delete"}]'), '.part[0]'],
    [
      'a part given twice',
      part('operation', '"part":[{"name":"type","valueCode":"add"},{"name":"type","valueCode":"add"}]'),
      '.part[1]',
    ],
    ['parts that are no list', part('operation', '"part":{"name":"type"}'), '.part'],
    ['another parameter', part('operations', '"part":[]'), ''],
    [
      'a value given twice',
      operation('replace', { path: 'Observation.status', value: '"valueCode":"x","valueString":"y"' }),
      '.part[2]',
    ],
    ['an empty value', operation('replace', { path: 'Observation.status', value: '"id":"x"' }), '.part[2]'],
    [
      'a value that is null',
      operation('replace', { path: 'Observation.status', value: '"valueCode":null' }),
      '.part[2]',
    ],
    [
      'a value of no type',
      operation('replace', { path: 'Observation.status', value: '"valueX":1' }),
      '.part[2]',
    ],
  ])('%s', (_, text, place) => {
    expect(refusal(OBSERVATION, text)).toMatchObject({
      rule: 'patch-malformed',
      severity: 'error',
      expression: `Parameters.parameter[0]${place}`,
    });
  });

  test('what is not Parameters', () => {
    expect(fhirPathPatch(resource(PATIENT), resource(PATIENT))).toEqual([
      expect.objectContaining({ rule: 'patch-malformed' }),
    ]);
  });
});

describe('fhirPathPatch refuses as not applicable', () => {
  const value = '"valueString":"x"';

  test.each([
    ['adding to what is not there', 'add', { path: 'Observation.method', name: 'text', value }],
    ['adding to more than one', 'add', { path: 'Observation.note', name: 'text', value }],
    ['adding an unknown element', 'add', { path: 'Observation', name: 'colour', value }],
    ['adding what is inherited', 'add', { path: 'Observation', name: '__proto__', value }],
    ['adding a second one', 'add', { path: 'Observation', name: 'status', value: '"valueCode":"x"' }],
    ['adding a second choice', 'add', { path: 'Observation', name: 'value', value }],
    ['a value of the wrong type', 'replace', { path: 'Observation.status', value: '"valueBoolean":true' }],
    ['a date as a string', 'add', { path: 'Observation', name: 'issued', value }],
    ['no type of a choice', 'replace', { path: 'Observation.value', value: '"valueMoney":{"value":1}' }],
    ['a resource for an element', 'replace', { path: 'Observation.note[0]', value: '"resource":{}' }],
    [
      'parts for a primitive',
      'replace',
      { path: 'Observation.status', value: '"part":[{"name":"value","valueCode":"x"}]' },
    ],
    [
      'an unknown element in parts',
      'add',
      { path: 'Observation', name: 'component', value: '"part":[{"name":"colour","valueCode":"x"}]' },
    ],
    [
      'an element twice in parts',
      'add',
      {
        path: 'Observation',
        name: 'component',
        value: '"part":[{"name":"value","valueString":"x"},{"name":"value","valueInteger":1}]',
      },
    ],
    ['replacing what is not there', 'replace', { path: 'Observation.method', value }],
    ['replacing more than one', 'replace', { path: 'Observation.note.text', value }],
    ['replacing the resource', 'replace', { path: 'Observation', value: '"resource":{}' }],
    ['replacing a computed value', 'replace', { path: "Observation.status & 'x'", value }],
    ['replacing a literal', 'replace', { path: '1', value }],
    ['deleting more than one', 'delete', { path: 'Observation.note' }],
    ['deleting the resource', 'delete', { path: 'Observation' }],
    ['inserting into no list', 'insert', { path: 'Observation.status', index: 0, value: '"valueCode":"x"' }],
    ['inserting into what is not there', 'insert', { path: 'Observation.category', index: 0, value }],
    [
      'inserting into a part of a list',
      'insert',
      { path: 'Observation.note.tail()', index: 0, value: '"valueAnnotation":{"text":"a"}' },
    ],
    [
      'inserting into two lists',
      'insert',
      { path: 'Observation.note | Observation.contained', index: 0, value: '"valueAnnotation":{"text":"a"}' },
    ],
    [
      'inserting beyond the end',
      'insert',
      { path: 'Observation.note', index: 4, value: '"valueAnnotation":{"text":"a"}' },
    ],
    ['moving from beyond the end', 'move', { path: 'Observation.note', source: 3, destination: 0 }],
    ['moving beyond the end', 'move', { path: 'Observation.note', source: 0, destination: 3 }],
    ['another resource', 'replace', { path: "'Patient/1'.resolve()", value }],
    ['another type of resource', 'replace', { path: 'Observation.resourceType', value: '"valueCode":"x"' }],
    ['no type of resource', 'delete', { path: 'Observation.resourceType' }],
    ['another id', 'replace', { path: 'Observation.id', value: '"valueId":"b"' }],
    ['no id', 'delete', { path: 'Observation.id' }],
    ['what is inherited', 'delete', { path: 'Observation.`__proto__`' }],
    ['what functions inherit', 'delete', { path: 'Observation.constructor' }],
  ] satisfies readonly (readonly [string, string, Written])[])('%s', (_, type, written) => {
    expect(refusal(OBSERVATION, operation(type, written))).toMatchObject({
      rule: 'patch-not-applicable',
      severity: 'error',
    });
  });

  test('with the place of the operation', () => {
    const remove = operation('delete', { path: 'Observation.note' });
    const nothing = operation('delete', { path: 'Observation.method' });
    expect(refusal(OBSERVATION, nothing, remove)).toMatchObject({
      expression: 'Parameters.parameter[1].part[1]',
      text: '“Observation.note” selects 3 elements, not one',
    });
  });
});

test('what is very much takes no time to speak of', () => {
  const note = Array.from({ length: 20_000 }, (_, index) => ({ text: `${index}` }));
  const text = JSON.stringify({ resourceType: 'Observation', note });
  const start = performance.now();
  expect(refusal(text, operation('delete', { path: 'Observation.note' }))).toMatchObject({
    code: 'multiple-matches',
  });
  expect(
    patched(text, operation('delete', { path: "Observation.note.where(text = '19999')" })),
  ).not.toContain('19999');
  const given = Array.from({ length: 50_000 }, () => part('given', '"valueString":"a"'));
  const name = operation('add', { path: 'Patient', name: 'name', value: `"part":[${given.join(',')}]` });
  expect(JSON.parse(patched('{"resourceType":"Patient"}', name)).name[0].given).toHaveLength(50_000);
  expect(performance.now() - start).toBeLessThan(30_000);
});

test('any operations give a resource or an issue', () => {
  const path = fc.oneof(
    fc.constantFrom('Patient', 'Patient.name', 'name[0].given', 'birthDate.extension', 'Patient.id', 'link'),
    fc.string(),
  );
  const name = fc.constantFrom('name', 'given', 'extension', 'deceased', 'id', '__proto__', 'contact');
  const value = fc.oneof(
    fc.constantFrom(
      '"valueString":"a"',
      '"valueHumanName":{}',
      '"part":[]',
      '"resource":1',
      '"valueDate":[]',
    ),
    fc.json().map((json) => `"part":[{"name":"given","valueString":${json}}]`),
  );
  const index = fc.integer({ min: -1, max: 3 });
  const operations = fc
    .tuple(
      fc.constantFrom('add', 'insert', 'delete', 'replace', 'move', 'x'),
      fc.record({ path, name, value, index, source: index, destination: index }, { requiredKeys: ['path'] }),
    )
    .map(([type, written]) => operation(type, written as Written));
  fc.assert(
    fc.property(fc.array(operations), (list) => {
      const result = fhirPathPatch(resource(patch(...list)), resource(PATIENT));
      if ('text' in result) expect(parse(result.text)).toEqual(result);
      else expect(result[0]?.rule).toMatch(/^patch-/);
    }),
  );
});

test('what was added to a list and is deleted again leaves everything as it was', () => {
  fc.assert(
    fc.property(resourceOf('Patient'), (text) => {
      const add = operation('add', {
        path: 'Patient',
        name: 'extension',
        value: '"part":[{"name":"url","valueUri":"new"}]',
      });
      expect(patched(text, add)).not.toBe(text);
      expect(
        JSON.parse(patched(text, add, operation('delete', { path: 'Patient.extension.last()' }))),
      ).toEqual(JSON.parse(text));
    }),
    { numRuns: 50 },
  );
});
