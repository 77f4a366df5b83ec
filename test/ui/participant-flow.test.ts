import { expect, test } from 'vitest';
import { abstractPage } from '../rest/documents.ts';
import { record, twoGroups } from '../synthesis/records.ts';
import { expectAccessible } from './axe.ts';
import { useWorkbench } from './workbench.ts';

const counts = (name: 'achievements' | 'reasons', ...numbers: readonly number[]) => ({
  [name]: numbers.map((numSubjects, at) => ({ groupId: `FG00${at}`, numSubjects: String(numSubjects) })),
});

const FLOW = {
  groups: [
    { id: 'FG000', title: 'Velmorin' },
    { id: 'FG001', title: 'Placebo' },
  ],
  periods: [
    {
      title: 'Overall Study',
      milestones: [
        { type: 'STARTED', ...counts('achievements', 61, 62) },
        { type: 'Received one tablet', ...counts('achievements', 60, 58) },
        { type: 'COMPLETED', ...counts('achievements', 57, 50) },
        { type: 'NOT COMPLETED', ...counts('achievements', 4, 12) },
      ],
      dropWithdraws: [
        { type: 'Lost to Follow-up', ...counts('reasons', 1, 9) },
        { type: 'Withdrawal by Subject', ...counts('reasons', 3, 3) },
      ],
    },
  ],
};

/** A registry's record with a flow and how many were enrolled. */
const withFlow = (): string => {
  const whole = JSON.parse(record({ number: 61, title: 'Shivering', groups: twoGroups(4, 50, 9, 51) }));
  whole.resultsSection.participantFlowModule = FLOW;
  whole.protocolSection.designModule.enrollmentInfo = { count: 123, type: 'ACTUAL' };
  return JSON.stringify(whole);
};

const workbench = useWorkbench({
  documents: [
    withFlow(),
    abstractPage(),
    record({ number: 62, title: 'Shivering', groups: twoGroups(4, 50, 9, 51) }),
  ],
});

test('a record’s flow is drawn by group: who came how far, who left and why', async () => {
  const page = await workbench.open('/studies/NCT99997061');
  const diagram = page.getByRole('img', { name: /^Participant flow in 2 groups/ });
  await diagram.waitFor();
  const lines = (await diagram.locator('text').allTextContents()).map((line) =>
    line.replaceAll('\u00a0', ' '),
  );
  expect(lines).toEqual([
    'Enrolled (n = 123)',
    ...['Velmorin', 'Started (n = 61)', 'Received one tablet (n = 60)'],
    ...['Not completed (n = 4)', '– Lost to Follow-up (n = 1)', '– Withdrawal by Subject', '(n = 3)'],
    'Completed (n = 57)',
    ...['Placebo', 'Started (n = 62)', 'Received one tablet (n = 58)'],
    ...['Not completed (n = 12)', '– Lost to Follow-up (n = 9)', '– Withdrawal by Subject', '(n = 3)'],
    'Completed (n = 50)',
  ]);
  const boxes = await diagram
    .locator('rect')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('y'))));
  expect(boxes.length).toBe(9);

  await page.getByText('The diagram as a table').click();
  await page.getByRole('row', { name: /Placebo – Lost to Follow-up 9/ }).waitFor();
  await expectAccessible(page);
});

test('a paper’s flow has the numbers that it states and no other', async () => {
  const page = await workbench.open('/studies/NCT99999901');
  const diagram = page.getByRole('img', { name: /^Participant flow in 3 groups/ });
  await diagram.waitFor();
  const lines = (await diagram.locator('text').allTextContents()).map((line) =>
    line.replaceAll('\u00a0', ' '),
  );
  expect(lines).toEqual([
    ...['low dose group', 'Analysed (n = 9)'],
    ...['high dose group', 'Analysed (n = 8)'],
    ...['control group', 'Analysed (n = 14)'],
  ]);
});

test('a study that states no numbers of its groups has no flow', async () => {
  const page = await workbench.open('/studies/NCT99997062');
  await page.getByRole('heading', { name: 'Outcomes and results' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('img', { name: /^Participant flow/ }).count()).toBe(0);
});
