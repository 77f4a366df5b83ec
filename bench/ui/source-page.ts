import type { Browser } from 'playwright-core';
import { openWindow } from './window.ts';

/** Milliseconds of processor time until a document stands in the window, and until all of it and of its values is drawn. */
interface Drawn {
  readonly first: number;
  readonly all: number;
}

/** Opens a document, which has so many characters, beside its values in a new window. */
export const drawingOf = async (browser: Browser, address: string, characters: number): Promise<Drawn> => {
  const { page, work, close } = await openWindow(browser);
  await page.goto(address);
  await page.locator('.source-text .mark').first().waitFor();
  const first = await work();
  await page.waitForFunction(
    (many) => (document.querySelector('.source-text')?.textContent?.length ?? 0) >= many,
    characters,
  );
  const drawn = { first, all: await work() };
  await close();
  return drawn;
};
