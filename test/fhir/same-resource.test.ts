import { expect, test } from 'vitest';
import { isSameResource } from '../../src/fhir/same-resource.ts';

const STORED =
  '{"resourceType":"Device","id":"d1","meta":{"versionId":"3","lastUpdated":"2031-05-06T07:08:09.123Z"},"property":[{"valueQuantity":{"value":1.50,"unit":"g"}}]}';

test.each([
  ['the same text', STORED],
  [
    'without what the server sets',
    '{"resourceType":"Device","property":[{"valueQuantity":{"value":1.50,"unit":"g"}}]}',
  ],
  [
    'under another id, in another order and spaced',
    '{ "property": [{ "valueQuantity": { "unit": "g", "value": 1.50 } }], "meta": { "versionId": "9" }, "id": "x", "resourceType": "Device" }',
  ],
])('it is the same resource: %s', (_, text) => {
  expect(isSameResource(STORED, text)).toBe(true);
});

test.each([
  ['with a number written otherwise', STORED.replace('1.50', '1.5')],
  ['with another number', STORED.replace('1.50', '1.51')],
  ['with a text for a number', STORED.replace('1.50', '"1.50"')],
  ['with another text', STORED.replace('"g"', '"mg"')],
  ['with one element more', STORED.replace('"unit"', '"code":"g","unit"')],
  ['with one item more', STORED.replace('}]}', '},{}]}')],
  ['with a profile', STORED.replace('"versionId"', '"profile":["urn:p"],"versionId"')],
  ['of another type', STORED.replace('"Device"', '"Group"')],
])('it is another resource: %s', (_, text) => {
  expect(isSameResource(STORED, text)).toBe(false);
  expect(isSameResource(text, STORED)).toBe(false);
});
