import type { ResearchStudy } from 'fhir/r5.js';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { record } from '../../bench/ingest/record.ts';
import { abstractPage } from '../rest/documents.ts';
import { API_STUDY } from '../sources/clinicaltrials-gov/studies.ts';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

/** A trial's record and its abstract, which disagree about its title; another trial; one of hostile words. */
const workbench = useWorkbench({
  documents: [
    JSON.stringify(API_STUDY),
    abstractPage(),
    record(1),
    abstractPage({ number: 'NCT99999908' }).replace(
      'Velmorin for',
      'Velmorin <img src=x onerror=alert(1)><script>alert(2)</script> for',
    ),
  ],
});

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

const openJoined = async (): Promise<Page> => {
  const page = await workbench.open('/studies/NCT99999901');
  await page.getByRole('heading', { level: 1, name: 'Velmorin for Hillside Fever' }).waitFor();
  return page;
};

describe('the page of a study', () => {
  test('shows what the study is, and every number it is known by', async () => {
    const page = await openJoined();
    const glance = region(page, 'At a glance');
    for (const words of ['Terminated', 'Phase 2', 'Hillside University', 'Norway', 'Too few patients', '42'])
      expect(await glance.textContent()).toContain(words);
    expect(await page.locator('.page-title').textContent()).toMatch(/NCT99999901.*2031-004711-18/);
    expect(await page.title()).toBe('Velmorin for Hillside Fever · Trialbridge');
  });

  test('has no accessibility violation, and looks as it did', async () => {
    const page = await openJoined();
    await region(page, 'Sources').getByRole('link').first().waitFor();
    await region(page, 'Outcomes and results').getByText('Inconsistent').waitFor();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectScreenshot(page, 'study');
  });

  test('shows the arms side by side with what is given', async () => {
    const page = await openJoined();
    const arm = region(page, 'Arms').getByRole('listitem').filter({ hasText: 'high dose group' });
    expect(await arm.textContent()).toMatch(/velmorin.*Dose80 mg.*Scheduleonce/);
  });

  test('puts what is measured on the days that are stated, and no dose where none is', async () => {
    const page = await openJoined();
    const table = region(page, 'Schedule of activities').getByRole('table');
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      'Activity',
      'first dose',
      '14 days',
      '30 days',
    ]);
    const row = table.getByRole('row').filter({ hasText: 'Days of fever' });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['', '', 'at this time']);
  });

  test('lists the criteria as they are told and in the form they have', async () => {
    const page = await openJoined();
    const eligibility = region(page, 'Eligibility');
    const excluded = eligibility.locator('.panel').filter({ hasText: 'Exclusion criteria' });
    expect(await excluded.getByRole('listitem').allTextContents()).toContain('Pregnancy');
    expect(await eligibility.textContent()).toContain('Age Range: >= 18 years');
  });

  test('shows results with their verdicts, and leads to the evidence', async () => {
    const page = await openJoined();
    const outcome = region(page, 'Outcomes and results')
      .getByRole('listitem')
      .filter({ hasText: 'Mortality' });
    await outcome.getByText('Inconsistent').waitFor();
    expect(await outcome.first().textContent()).toContain('0.40 (95 % CI 0.09 to 1.70)');
    await page.getByRole('link', { name: 'All evidence of this study' }).click();
    await page.waitForURL('/evidence?study=NCT99999901');
  });

  test('says where the sources disagree, and leads to the document that says otherwise', async () => {
    const page = await openJoined();
    const row = region(page, 'Where sources disagree').locator('tbody').getByRole('row').first();
    expect(await row.textContent()).toMatch(
      /ResearchStudy.title.*Velmorin for Hillside Fever.*Velmorin for hillside fever: a randomized/,
    );
    await row.getByRole('link').click();
    await page.waitForURL(/\/source\/[0-9a-f]{64}$/);
  });

  test('shows people with their organisations, sites by country, and the documents it was read from', async () => {
    const page = await openJoined();
    expect(await region(page, 'People and organisations').first().textContent()).toContain(
      'primary investigatorAda Quill, MDHillside University',
    );
    expect(await region(page, 'Sites').textContent()).toMatch(/Norway.*2 sites.*Hillside Hospital, Lowtown/);
    const links = region(page, 'Sources').getByRole('link', { name: /NCT99999901|A source document/ });
    await links.first().waitFor();
    expect(await links.count()).toBe(2);
  });

  test('lists what is not stated', async () => {
    const page = await openJoined();
    expect(await region(page, 'Not stated').textContent()).toContain('planned enrolment, objective');
  });

  test('shows what changed from version to version', async () => {
    const page = await workbench.open('/studies/NCT90000001');
    const versions = region(page, 'Versions');
    await versions.getByText('Version 1', { exact: true }).waitFor();
    expect(await versions.getByText('Show what changed').count()).toBe(0);
    const address = `${workbench.origin()}/fhir/ResearchStudy/NCT90000001`;
    const study = (await (await fetch(address)).json()) as ResearchStudy;
    const corrected = await fetch(address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/fhir+json' },
      body: JSON.stringify({ ...study, title: 'Tablet 1 as a curator calls it', _title: undefined }),
    });
    expect(corrected.status).toBe(200);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Tablet 1 as a curator calls it' }).waitFor();
    await versions.getByText('Show what changed').click();
    await versions.getByText('Tablet 1 as a curator calls it').waitFor();
    expect(await versions.getByRole('listitem').first().textContent()).toContain('replaced');
  });

  test('is opened at one of its parts', async () => {
    const page = await workbench.open('/studies/NCT99999901#sources');
    await region(page, 'Sources').waitFor();
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  test('shows markup and script in its words as text', async () => {
    const page = await workbench.open('/studies/NCT99999908');
    await page
      .getByRole('heading', { level: 1, name: 'Velmorin <img src=x onerror=alert(1)><script>' })
      .waitFor();
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  test('says that there is no such study', async () => {
    const page = await workbench.open('/studies/nobody', { failing: [404] });
    await page.getByRole('alert').getByText('Not found').waitFor();
    await expectAccessible(page);
  });

  test('is printed without what is to be clicked', async () => {
    const page = await openJoined();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await region(page, 'Arms').isVisible()).toBe(true);
  });

  test('fits a phone', async () => {
    const page = await workbench.open('/studies/NCT99999901', { viewport: { width: 320, height: 640 } });
    await region(page, 'Versions').getByRole('link').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
