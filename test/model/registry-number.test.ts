import { describe, expect, test } from 'vitest';
import { registryNumber } from '../../src/model/registry-number.ts';

describe('a registry’s number', () => {
  test.each([
    ['NCT99999901', 'NCT', 'NCT99999901'],
    ['nct99999901', 'NCT', 'NCT99999901'],
    ['2031-000123-45', 'EudraCT', '2031-000123-45'],
    ['2031-000123-45-DE', 'EudraCT', '2031-000123-45'],
    ['2031-000123-45-3rd', 'EudraCT', '2031-000123-45'],
    ['2031-000123-45/3RD', 'EudraCT', '2031-000123-45'],
    ['EUCTR2031-000123-45-PT', 'EudraCT', '2031-000123-45'],
    ['EudraCT number: 1999-000123-45', 'EudraCT', '1999-000123-45'],
    ['2031-500123-45-00', 'CTIS', '2031-500123-45-00'],
    ['CTIS2031-500123-45', 'CTIS', '2031-500123-45'],
    ['ISRCTN12345678', 'ISRCTN', 'ISRCTN12345678'],
    ['ChiCTR-TRC-31000001', 'ChiCTR', 'ChiCTR-TRC-31000001'],
    ['JPRN-UMIN000012345', 'UMIN', 'UMIN000012345'],
    ['JPRN-jRCTs031310001', 'jRCT', 'jRCTs031310001'],
    ['jRCT2031310001', 'jRCT', 'jRCT2031310001'],
    ['CTRI/2031/01/000123', 'CTRI', 'CTRI/2031/01/000123'],
    ['IRCT20310101000001N3', 'IRCT', 'IRCT20310101000001N3'],
    ['PER-001-31', 'REPEC', 'PER-001-31'],
    ['SLCTR/2031/001', 'SLCTR', 'SLCTR/2031/001'],
  ])('%s is of %s', (text, registry, number) => {
    expect(registryNumber(text)).toEqual({ registry, number });
  });

  test.each([
    '',
    'N.A.',
    'Nil known',
    'NCT9999990',
    'NCT999999011',
    'U1111-1234-5678',
    'EC10-240',
    '2031-000123-4',
    '2031-000123-45 and NCT99999901',
    'CTIS',
  ])('«%s» is none', (text) => {
    expect(registryNumber(text)).toBeUndefined();
  });
});
