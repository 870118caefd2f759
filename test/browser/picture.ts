import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A README loads them all. */
const mostBytes = 120_000;
/** How far the brightness of a spot may be off, of 255; other fonts or a newer Chromium stay below. */
const tolerance = 24;

/**
 * Takes a picture of a page that the texts show, and sees that it is still like the committed one.
 * With `PICTURES=refresh` it takes that one's place: `npm run pictures`.
 */
export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  const file = new URL(`../../docs/pictures/${name}.png`, import.meta.url);
  const made = await page.screenshot({ animations: 'disabled', fullPage });
  if (process.env.PICTURES === 'refresh') writeFileSync(file, made);
  const kept = readFileSync(file);
  expect(kept.length).toBeLessThan(mostBytes);
  const canvas = await page.context().newPage();
  const off = await canvas.evaluate(
    compared,
    [made, kept].map((png) => png.toString('base64')),
  );
  await canvas.close();
  expect(off, `docs/pictures/${name}.png is of another page: npm run pictures`).toBeLessThan(
    tolerance,
  );
}

/** In the browser: the greatest difference in brightness among a few hundred spots of two pictures. */
async function compared(pictures: string[]): Promise<number> {
  const [width, height] = [24, 16];
  const spots = await Promise.all(
    pictures.map(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      const brightness = Array.from({ length: width * height }, (_, i) =>
        [0, 1, 2].reduce((sum, channel) => sum + (data[i * 4 + channel] as number) / 3, 0),
      );
      return [image.width, image.height, ...brightness];
    }),
  );
  const [one = [], other = []] = spots;
  return Math.max(...one.map((value, i) => Math.abs(value - (other[i] as number))));
}
