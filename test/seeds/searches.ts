import { expect, test } from 'vitest';
import { evidenceAddresses } from './evidence-facts.ts';
import type { Loaded } from './loaded.ts';
import { addressOf } from './select.ts';

/** Tests that the searches lead from a study to its evidence and back. */
export const searchTests = (loaded: () => Loaded): void => {
  test('a search for the evidence of the study, page by page, finds all that its report lists', async () => {
    const { client, trial } = loaded();
    const evidence = await client.search('Evidence', { study: addressOf(trial.study), _count: '3' });
    expect(evidence.map(addressOf).toSorted()).toEqual(evidenceAddresses(trial).toSorted());
  });

  test('the study is found by its report, and the report by each of its entries', async () => {
    const { client, trial } = loaded();
    const report = addressOf(trial.one('EvidenceReport'));
    const studies = await client.search('ResearchStudy', { result: report });
    expect(studies.map(addressOf)).toEqual([addressOf(trial.study)]);
    for (const entry of evidenceAddresses(trial)) {
      const reports = await client.search('EvidenceReport', { entry });
      expect(reports.map(addressOf)).toEqual([report]);
    }
  });

  test('the evidence about a variable is found by it', async () => {
    const { client, trial } = loaded();
    const [entry] = trial.one('EvidenceReport').section?.[0]?.entryReference ?? [];
    const { variableDefinition } = trial.follow('Evidence', entry);
    const variable = variableDefinition.at(-1)?.observed?.reference ?? '';
    const found = await client.search('Evidence', { variable });
    expect(found.map(addressOf)).toContain(entry?.reference);
    expect(found.length).toBeLessThan(evidenceAddresses(trial).length);
  });
};
