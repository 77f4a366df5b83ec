import { describe, expect, test } from 'vitest';
import { trial } from '../fixtures/trial.ts';
import { copied, mapped, mark } from './mapped.ts';

describe('EvidenceReport', () => {
  const { one, follow } = mapped();
  const report = one('EvidenceReport');

  test('is about the study and its people', () => {
    const [study, ...people] = report.subject.characteristic ?? [];
    expect(follow(study?.valueReference)?.resourceType).toBe('ResearchStudy');
    expect(people.map(({ valueReference }) => follow(valueReference))).toContainEqual(
      expect.objectContaining({ name: 'cell arm: treated', quantity: 11 }),
    );
    expect(report.relatedIdentifier?.map(({ value }) => value)).toEqual(['NCT99999999', 'ISRCTN00000000']);
    expect(mark(report.relatedIdentifier?.[0]?._value)).toMatchObject(copied('NCT99999999'));
    expect(follow(report.citeAsReference)?.resourceType).toBe('Citation');
  });

  test('puts every piece of evidence into its section, once', () => {
    const sections = report.section?.map(({ title, entryReference = [] }) => [title, entryReference.length]);
    expect(sections).toEqual([
      ['Baseline', 1],
      ['Results', 8],
      ['Adverse events', 1],
      ['Conclusions', 1],
    ]);
    const [fever] = report.section?.[2]?.entryReference ?? [];
    expect(follow(fever)).toMatchObject({ title: 'Fever: cell arm' });
  });

  test('has only sections with entries', () => {
    const { section } = mapped({ results: trial.results.slice(0, 2), conclusions: [] }).one('EvidenceReport');
    expect(section?.map(({ title }) => title)).toEqual(['Results']);
  });
});
