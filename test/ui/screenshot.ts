import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const FOLDER = join(import.meta.dirname, 'screenshots');

/** So much of a page may look different: other machines have other fonts. */
const TOLERATED = 0.05;

/** So different may the brightness of a pixel be, of 255. */
const PIXEL = 48;

const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;

/** The share of pixels that differ; all of them where the sizes do. The browser compares: it reads PNG. */
const difference = async (page: Page, before: Buffer, now: Buffer): Promise<number> => {
  const blank = await page.context().newPage();
  const share = await blank.evaluate(
    async ({ urls, pixel }) => {
      const read = async (url: string) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [a, b] = (await Promise.all(urls.map(read))) as [ImageData, ImageData];
      if (a.width !== b.width || a.height !== b.height) return 1;
      let different = 0;
      for (let at = 0; at < a.data.length; at += 4) {
        const channels = [0, 1, 2].map((channel) => Math.abs(a.data[at + channel]! - b.data[at + channel]!));
        if (Math.max(...channels) > pixel) different += 1;
      }
      return different / (a.data.length / 4);
    },
    { urls: [dataUrl(before), dataUrl(now)], pixel: PIXEL },
  );
  await blank.close();
  return share;
};

/**
 * Expects that the window looks as it did in `screenshots/NAME.png`. SCREENSHOTS=renew keeps it as it looks now; of what
 * differs, the new picture is left in the system's folder for temporary files.
 */
export const expectScreenshot = async (page: Page, name: string): Promise<void> => {
  const now = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const path = join(FOLDER, `${name}.png`);
  if (process.env.SCREENSHOTS === 'renew') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, now);
    return;
  }
  expect(existsSync(path), `${name}.png is not there; SCREENSHOTS=renew makes it`).toBe(true);
  const share = await difference(page, readFileSync(path), now);
  const kept = join(tmpdir(), `${name}.png`);
  if (share > TOLERATED) writeFileSync(kept, now);
  expect(share, `${name} looks different: see ${kept}`).toBeLessThanOrEqual(TOLERATED);
};
