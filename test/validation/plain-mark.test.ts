import fc from 'fast-check';
import { expect, test } from 'vitest';
import { structureDefinition } from '../../src/fhir/canonical.ts';
import { content } from '../../src/fhir/content.ts';
import { DERIVATION, DERIVATION_REFERENCE, ORIGINAL_TEXT, RECORD_PATH } from '../../src/fhir/source-mark.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { evidence } from './evidence.ts';

const PROFILE = [structureDefinition('arm-evidence')];
const validate = createValidator();
/** Who can look references up reads every mark. */
const validateAll = createValidator({ elsewhere: { resource: () => undefined, mustExist: false } });

const text = fc.constantFrom('a title', ' ', '', 7, null, { a: 1 });
const number = fc.constantFrom(0, 7, -1, 1.5, 2 ** 31, '7', null);
const reference = fc.constantFrom(
  { reference: 'DocumentReference/a' },
  { reference: 'DocumentReference/a', display: 'a' },
  { reference: 'Patient/a' },
  { reference: 'DocumentReference/a b' },
  { reference: '#a' },
  { reference: 7 },
  {},
  'DocumentReference/a',
);
const part = (url: string, name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.oneof(
    { weight: 6, arbitrary: value.map((one) => ({ url, [name]: one })) },
    fc.constantFrom({ url }, { url, valueBoolean: true }, { url: 'page', [name]: 7 }, { [name]: 7 }),
    value.map((one) => ({ id: 'a', url, [name]: one })),
  );
const place = fc
  .tuple(
    part('reference', 'valueReference', reference),
    part('offset', 'valueInteger', number),
    part('length', 'valueInteger', number),
  )
  .chain((parts) =>
    fc.constantFrom(parts, parts.toReversed(), parts.slice(0, 2), [...parts, parts[1]], 'none'),
  );
const mark = fc.oneof(
  place.map((extension) => ({ url: DERIVATION_REFERENCE, extension })),
  part(RECORD_PATH, 'valueString', text),
  part(ORIGINAL_TEXT, 'valueString', text),
  part(DERIVATION, 'valueCode', fc.constantFrom('stated', 'normalised', 'derived', 'guessed', 7)),
);

test('what is wrong with a mark is told whether it is read part by part or seen to be plain', () => {
  let plain = 0;
  fc.assert(
    fc.property(fc.array(mark, { minLength: 1, maxLength: 4 }), fc.boolean(), (extension, onStatistic) => {
      const [statistic] = evidence.statistic ?? [];
      const marked = onStatistic
        ? { ...evidence, statistic: [{ ...statistic, extension }] }
        : { ...evidence, _title: { extension } };
      const resource = content(marked as never);
      if (validate(resource).length === 0) plain += 1;
      expect(validate(resource, PROFILE)).toEqual(validateAll(resource, PROFILE));
    }),
    { numRuns: 200, seed: 1 },
  );
  expect(plain).toBeGreaterThan(0);
});
