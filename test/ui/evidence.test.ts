import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { abstractPage } from '../rest/documents.ts';
import { BCG } from '../synthesis/bcg.ts';
import { type ReportedGroup, record, titleOf, twoGroups } from '../synthesis/records.ts';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

const placebo: ReportedGroup = { title: 'Placebo', type: 'PLACEBO_COMPARATOR', n: 50, value: 20 };

const arm = (title: string, value: number): ReportedGroup => ({ title, type: 'EXPERIMENTAL', n: 50, value });

const workbench = useWorkbench({
  documents: [
    ...BCG.map(({ exposure, reference }, at) =>
      record({
        number: at + 1,
        title: 'Tuberculosis',
        groups: twoGroups(exposure.events, exposure.size, reference.events, reference.size),
      }),
    ),
    record({ number: 31, title: 'Shivering', groups: [arm('Low dose', 10), arm('High dose', 5), placebo] }),
    record({ number: 32, title: 'Shivering', groups: [arm('Velmorin', 12), placebo] }),
    abstractPage(),
    abstractPage({ number: 'NCT99999905' }).replace(
      'CONCLUSIONS',
      'Fever decreased in the high dose group compared with the control group. CONCLUSIONS',
    ),
  ],
});

const empty = useWorkbench();

const plotOf = async (page: Page): Promise<Locator> => {
  const plot = page.getByRole('img', { name: /^Forest plot/ });
  await plot.waitFor();
  return plot;
};

const squares = (plot: Locator): Promise<readonly { x: number; size: number }[]> =>
  plot.locator('rect').evaluateAll((all) =>
    all.map((one) => ({
      x: Number(one.getAttribute('x')) + Number(one.getAttribute('width')) / 2,
      size: Number(one.getAttribute('width')),
    })),
  );

/** The selection with a label; names of drawings hold the same words. */
const choice = (page: Page, label: string): Locator => page.getByRole('combobox', { name: label });

const kept = async (page: Page, name: string): Promise<{ file: string; bytes: Buffer }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

describe('the 13 BCG trials', () => {
  test('are pooled and drawn as the server computes it, at an address that can be shared', async () => {
    const page = await workbench.open('/evidence');
    await page.getByLabel('Outcome').fill('tuberculosis');
    await page.getByRole('heading', { name: '26 results found' }).waitFor();
    await choice(page, 'Effect').selectOption({ label: 'Risk ratio, pooled' });
    const plot = await plotOf(page);
    const text = (await plot.textContent()) ?? '';
    expect(text).toContain('Pooled0.489 (0.344 to 0.696)');
    expect(text).toContain('Expected of another study');
    expect(text).toMatch(/Q 152 with 12 degrees of freedom, P < 0.001; I² 92\.\d % \(.*\); tau² 0\.313/);
    expect(text).toContain('Risk ratio (logarithmic scale)');
    const drawn = await squares(plot);
    expect(drawn).toHaveLength(13);
    const neutral = Number(await plot.locator('line').nth(1).getAttribute('x1'));
    expect(drawn[0]!.x, 'the first ratio is below 1').toBeLessThan(neutral);
    expect(drawn[11]!.x, 'the twelfth is above').toBeGreaterThan(neutral);
    expect(Math.max(...drawn.map(({ size }) => size))).toBe(drawn[7]!.size);
    expect(new URL(page.url()).search).toBe('?outcome=tuberculosis&effect=RR');

    await page.reload();
    await plotOf(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectScreenshot(page, 'evidence');
    await page.goBack();
    await page.getByText('None of these results is an effect').waitFor();
  });

  test('have the same numbers in a table, against their sizes, and without each', async () => {
    const page = await workbench.open('/evidence?outcome=tuberculosis&effect=RR');
    await plotOf(page);
    await page.getByText('The plot as a table').click();
    const rows = page.getByRole('table', { name: /pooled risk ratio/ }).getByRole('row');
    expect(await rows.count()).toBe(1 + 13 + 2);
    expect(await rows.nth(1).textContent()).toBe(
      `${titleOf(1)}: Velmorin against Placebo0.411 (0.134 to 1.26)2625.1 %`,
    );
    await page.getByText('Effect against sample size').click();
    expect(
      await page
        .getByRole('img', { name: /^13 effects against/ })
        .locator('circle')
        .count(),
    ).toBe(13);
    await page.locator('summary', { hasText: 'Without one of them' }).click();
    await page.getByRole('row', { name: /without Study 1:/ }).waitFor();
    await page.getByText('What was left out or assumed').click();
    await page.getByText('To repeat it in R with metafor').waitFor();
    await expectAccessible(page);
  });

  test('can be pooled otherwise', async () => {
    const page = await workbench.open('/evidence?outcome=tuberculosis&effect=RR', { failing: [422] });
    const plot = await plotOf(page);
    await choice(page, 'Model').selectOption({ label: 'Fixed effect, Mantel and Haenszel' });
    await plot.getByText('0.635').waitFor();
    expect(await plot.textContent()).not.toContain('tau²');
    await choice(page, 'Effect').selectOption({ label: 'Hazard ratio, pooled' });
    await page.getByText('These results cannot be pooled').waitFor();
    expect(await choice(page, 'Model').inputValue()).toBe('random-reml');
  });

  test('are kept as SVG, PNG and CSV', async () => {
    const page = await workbench.open('/evidence?outcome=tuberculosis&effect=RR');
    await plotOf(page);

    const svg = await kept(page, 'SVG');
    expect(svg.file).toBe('tuberculosis-pooled-risk-ratio.svg');
    const parsed = await page.evaluate((source) => {
      const drawing = new DOMParser().parseFromString(source, 'image/svg+xml');
      return {
        root: drawing.documentElement.namespaceURI,
        errors: drawing.querySelectorAll('parsererror').length,
        classes: drawing.querySelectorAll('[class]').length,
        words: drawing.documentElement.textContent ?? '',
      };
    }, svg.bytes.toString());
    expect(parsed).toMatchObject({ root: 'http://www.w3.org/2000/svg', errors: 0, classes: 0 });
    expect(parsed.words).toContain('0.489 (0.344 to 0.696)');
    expect(svg.bytes.toString()).not.toContain('var(');

    const png = await kept(page, 'PNG');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)];
    const box = await page.evaluate(() => {
      const drawing = document.querySelector('svg[role="img"]')!;
      return [drawing.getAttribute('width'), drawing.getAttribute('height')].map(Number);
    });
    expect([width, height]).toEqual(box.map((side) => Math.floor(side * 2)));
    expect(png.bytes.length, 'the picture is not blank').toBeGreaterThan(20_000);

    const csv = await kept(page, 'CSV');
    const lines = csv.bytes.toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(14);
    expect(lines[0]).toContain('yi,sei');
    expect(lines[1]).toContain('Study 1');
  });

  test('are pooled as far as they are chosen', async () => {
    const page = await workbench.open('/evidence?outcome=tuberculosis&effect=RR', { failing: [422] });
    await plotOf(page);
    for (const number of [1, 2, 4]) {
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: titleOf(number), exact: true }) });
      await row.getByRole('checkbox').check();
    }
    await page.getByText('3 results are chosen').waitFor();
    await page.getByText('These results cannot be pooled').waitFor();
    await page.getByRole('button', { name: 'Choose none' }).click();
    await plotOf(page);

    await page.getByRole('checkbox', { name: 'Choose all of Tuberculosis' }).check();
    await page.getByText('26 results are chosen').waitFor();
    expect(new URL(page.url()).searchParams.get('rows')?.split(',')).toHaveLength(26);
    await page.reload();
    await page.getByText('26 results are chosen').waitFor();
    expect(await squares(await plotOf(page))).toHaveLength(13);
  });
});

describe('a refusal to pool', () => {
  test('is told in words, with the choices that may help', async () => {
    const page = await workbench.open('/evidence?outcome=shivering&effect=RR', { failing: [422] });
    const refusal = page.getByRole('alert').filter({ hasText: 'cannot be pooled' });
    await refusal.getByText(/“Placebo”, would be counted more than once/).waitFor();
    await expectAccessible(page);
    await refusal.getByRole('button', { name: 'Split a group that several comparisons share' }).click();
    expect(await squares(await plotOf(page))).toHaveLength(3);
    expect(new URL(page.url()).searchParams.get('sharedControl')).toBe('true');
  });

  test('of one study says that there are too few, and the study stays listed', async () => {
    const page = await workbench.open('/evidence?study=NCT99999901&effect=RR', { failing: [422] });
    await page.getByText(/Two studies at least are needed/).waitFor();
    await page.getByText('What was left out, and why').click();
    await page.getByRole('rowgroup').filter({ hasText: 'Mortality' }).first().waitFor();
  });
});

describe('the evidence of one study', () => {
  test('is drawn as reported, each number with its verdict and calculation', async () => {
    const page = await workbench.open('/evidence?study=NCT99999901');
    const plot = await plotOf(page);
    expect(await plot.textContent()).toContain('0.40 (0.09 to 1.70)');
    expect(await squares(plot)).toHaveLength(1);
    const csv = await kept(page, 'CSV');
    expect(csv.file).toBe('risk-ratio-as-reported.csv');
    expect(csv.bytes.toString().trimEnd().split('\r\n')).toEqual([
      'result,estimate,low,high,participants',
      '"Mortality: low dose group against control group, relative risk",0.40,0.09,1.70,23',
    ]);
    const row = page.getByRole('row').filter({ hasText: 'low dose group against control group' });
    expect(await row.textContent()).toContain('0.40 (95 % CI 0.09 to 1.70), P 0.21');
    await row.getByText('Inconsistent').first().click();
    await row.getByText(/gives a risk ratio of/).waitFor();
    await expectAccessible(page);
    await page
      .getByRole('link', { name: 'Velmorin for hillside fever: a randomized controlled trial' })
      .click();
    await page.getByRole('heading', { level: 1, name: /Velmorin/ }).waitFor();
  });

  test('has the findings without a number beside the plot', async () => {
    const page = await workbench.open('/evidence?study=NCT99999905');
    await plotOf(page);
    const findings = page.getByRole('table', { name: 'Found without a number to draw' });
    const row = findings.getByRole('row', { name: /^Fever: high dose group against control group/ });
    expect(await row.textContent()).toContain('decreased');
    expect(await findings.getByRole('row').count()).toBe(2);
    await expectAccessible(page);
  });

  test('is narrowed by what the checks found', async () => {
    const page = await workbench.open('/evidence?study=NCT99999901');
    await page.getByLabel('Numbers checked').selectOption('Inconsistent');
    await page.getByRole('heading', { name: '1 result found' }).waitFor();
    await page.getByLabel('Numbers checked').selectOption('Any');
    await page.getByRole('heading', { name: /[2-9] results found/ }).waitFor();
  });
});

describe('no evidence', () => {
  test('for words that nothing is about', async () => {
    const page = await workbench.open('/evidence?outcome=nothing+like+this');
    await page.getByText('Nothing is found').waitFor();
    await expectAccessible(page);
  });

  test('in an empty store', async () => {
    const page = await empty.open('/evidence');
    await page.getByText('No evidence is stored yet').waitFor();
    expect(await page.getByRole('link', { name: 'Paste a document' }).getAttribute('href')).toBe('/try');
  });
});

test('a phone shows the evidence without moving the page sideways', async () => {
  const page = await workbench.open('/evidence?outcome=tuberculosis&effect=RR', {
    viewport: { width: 320, height: 640 },
  });
  await plotOf(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});
