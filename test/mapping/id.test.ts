import { describe, expect, test } from 'vitest';
import { NOT_STATED } from '../../src/model/fact.ts';
import { said, trial } from '../fixtures/trial.ts';
import { mapped } from './mapped.ts';

const study = (changes: Parameters<typeof mapped>[0], key?: string) =>
  mapped({ registrations: [], ...changes }, key).one('ResearchStudy').id;
const nameless = { publication: { ...trial.publication, doi: NOT_STATED } } as const;

describe('the id of a study', () => {
  test('is its DOI where it has no registry number', () => {
    expect(study({})).toMatch(/^doi-10-99999-velo-2031-7-[0-9a-f]{8}$/);
  });

  test('is the same however the DOI’s letters are written', () => {
    const doi = { ...said('10.99999/velo.2031.7'), value: '10.99999/VELO.2031.7' };
    expect(study({ publication: { ...trial.publication, doi } })).toBe(study({}));
  });

  test('is the one it is stored under, whatever its numbers', () => {
    expect(study({}, 'stored')).toBe('stored');
    expect(study(nameless, 'stored')).toBe('stored');
  });

  test('is the document’s hash where it has nothing, and all other ids still fit', () => {
    const { one, resources } = mapped({ registrations: [], ...nameless });
    expect(one('ResearchStudy').id).toBe(one('DocumentReference').id);
    for (const { id } of resources) expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
  });

  test('keeps only characters that ids may have', () => {
    const number = { ...said('ISRCTN00000000'), value: '2020-001/DE' };
    expect(study({ registrations: [{ ...trial.registrations[0]!, number }] })).toBe('2020-001-DE');
  });
});
