import fc from 'fast-check';
import { expect, test } from 'vitest';
import { content, exact } from '../../src/fhir/content.ts';

const decimal = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.constantFrom('', '.0', '.50', '.125', 'e2', 'E-3'))
  .map(([whole, rest]) => exact(`${whole}${rest}`));
const member = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.string(),
    decimal,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), fc.option(tie('value'), { nil: undefined, freq: 9 }), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

test('the value of a resource is what its text would be read as', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('name', 'text', '_active', '__proto__'), member, {
        noNullPrototype: true,
      }),
      (members) => {
        const { text, value } = content({ resourceType: 'Patient', ...members } as never);
        expect(value).toStrictEqual(JSON.parse(text));
        expect(text).toBe(JSON.stringify({ resourceType: 'Patient', ...members }));
      },
    ),
  );
});

test('the value is made of what the resource is made of, which stays as it was', () => {
  const name = [{ family: 'Chalmers', given: ['Peter'] }];
  const resource = { resourceType: 'Patient', name, multipleBirthInteger: exact('2.0') };
  const { value } = content(resource as never) as { value: Record<string, unknown> };
  expect(value).toEqual({ resourceType: 'Patient', name, multipleBirthInteger: 2 });
  expect(value.name).toBe(name);
  expect(JSON.stringify(resource)).toContain('"multipleBirthInteger":2.0');
});
