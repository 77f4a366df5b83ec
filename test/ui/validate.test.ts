import { expect, test } from 'vitest';
import { abstractPage } from '../rest/documents.ts';
import { expectAccessible } from './axe.ts';
import { expectScreenshot } from './screenshot.ts';
import { useWorkbench } from './workbench.ts';

const workbench = useWorkbench({ documents: [abstractPage()] });

const validate = 'Validate';

test('errors stand at their lines, lead there and back, and can be left out by severity', async () => {
  const page = await workbench.open('/validate');
  await page.getByRole('button', { name: 'Fill in an example' }).click();
  await page.getByRole('button', { name: validate, exact: true }).click();
  await page.getByText('The resource is not valid.').waitFor();
  await page.getByRole('button', { name: /^Line 6: .*colour/ }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Line 6');
  await page.keyboard.press('Enter');
  const selected = await page
    .getByRole('textbox', { name: 'Resource', exact: true })
    .evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));
  expect(selected).toContain('"colour": "blue"');
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectScreenshot(page, 'validate');

  const findings = page.getByRole('region', { name: 'What was found' }).getByRole('listitem');
  const all = await findings.count();
  await page.getByRole('checkbox', { name: /Error/ }).uncheck();
  expect(await findings.count()).toBeLessThan(all);
  expect(page.url()).toContain('hide=error');
  await page.getByRole('checkbox', { name: /Warning/ }).uncheck();
  await page.getByText('Nothing of what is chosen was found.').waitFor();

  await page.getByRole('textbox', { name: 'Resource', exact: true }).press('End');
  await page.keyboard.type(' ');
  await page.getByText('The text was changed since').waitFor();
});

test.each([
  ['JSON that breaks off', '{"resourceType":"Evidence",\n"status":', /Not JSON/],
  ['XML', '<Evidence xmlns="http://hl7.org/fhir">\n<colour value="blue"/></Evidence>', /colour/],
  ['text that is neither', 'no resource', /Not JSON/],
])('%s is told of at its line', async (_, text, words) => {
  const page = await workbench.open('/validate', { failing: [400, 422] });
  await page.getByRole('textbox', { name: 'Resource', exact: true }).fill(text);
  await page.getByRole('button', { name: validate, exact: true }).click();
  await page.getByText('The resource is not valid.').waitFor();
  await page.getByText(words).first().waitFor();
  await page
    .getByRole('button', { name: /^Go to line/ })
    .first()
    .waitFor();
});

test('a resource of the server is valid against its profile, and not against another', async () => {
  const page = await workbench.open('/validate?resource=ResearchStudy/NCT99999901');
  const field = page.getByRole('textbox', { name: 'Resource', exact: true });
  await expect.poll(() => field.inputValue()).toContain('"resourceType": "ResearchStudy"');
  await page.getByRole('button', { name: validate, exact: true }).click();
  await page.getByText('The resource is valid.').waitFor();
  await page.getByLabel('Profile').selectOption({ label: 'Trial citation (Citation)' });
  await page.getByText('The text was changed since').waitFor();
  await page.getByRole('button', { name: validate, exact: true }).click();
  await page.getByText('The resource is not valid.').waitFor();
  expect(page.url()).toContain('profile=');
});

test('a resource that is not there is told of', async () => {
  const page = await workbench.open('/validate', { failing: [404] });
  await page.getByLabel('Resource of the server').fill('Evidence/none');
  await page.getByRole('button', { name: 'Load' }).click();
  await page.getByRole('alert').getByText('Not found').waitFor();
});

test('resources with markup in them stay text', async () => {
  const page = await workbench.open('/validate');
  const text = '{"resourceType":"Organization","<img src=x onerror=alert(1)>":1}';
  await page.getByRole('textbox', { name: 'Resource', exact: true }).fill(text);
  await page.getByRole('button', { name: validate, exact: true }).click();
  await page
    .getByText(/onerror/)
    .first()
    .waitFor();
  expect(await page.locator('main img').count()).toBe(0);
});
