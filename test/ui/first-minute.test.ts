import { expect, test } from 'vitest';
import { expectAccessible } from './axe.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench();

/** An abstract as someone would paste it; its trial is invented. */
const abstract = `Effect of brenolide on knee stiffness: a randomised, double-blind, placebo-controlled trial

Abstract

BACKGROUND: Stiff knees keep people from walking. METHODS: Adults with knee stiffness were randomised to brenolide (10 mg once daily) or placebo. RESULTS: In all, 300 patients (brenolide group = 150, placebo group = 150) were analysed. Stiffness at week 12 occurred in 40 patients in the brenolide group and 80 patients in the placebo group (RR: 0.50; 95% CI 0.37-0.68; P < 0.001). CONCLUSIONS: Brenolide reduced stiffness. Trial registration: NCT99999931.
`;

test('a person who knows nothing comes from an empty store by a pasted abstract to a forest plot', async () => {
  const page = await workbench.open('/');
  const start = performance.now();
  await page.getByRole('link', { name: 'Paste a document' }).click();
  await page.getByLabel('Text of a document').fill(abstract);
  await page.getByRole('button', { name: 'See what it becomes' }).click();
  await page.getByRole('button', { name: 'Store it' }).click();
  await page.getByRole('link', { name: 'See its evidence' }).click();
  const plot = page.getByRole('img', { name: /^Forest plot/ }).first();
  await plot.waitFor();
  expect(performance.now() - start).toBeLessThan(60_000);
  expect(await page.getByRole('main').textContent()).toContain('0.50');
  await expectAccessible(page);
});
