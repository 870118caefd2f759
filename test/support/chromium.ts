import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = places.find((path) => path !== undefined && existsSync(path));

// Nothing it does on its own account may leave the machine.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Whether tests that need a browser can be left out: it is missing, and this is somebody's own machine.
 * Said aloud, so that nobody takes them for passed.
 */
export function withoutChromium(): boolean {
  if (executablePath !== undefined || process.env.CI) return false;
  console.warn('SKIPPED, there is no Chromium: apt-get install chromium, or set CHROMIUM.');
  return true;
}

/** @throws Error when there is no Chromium. */
export async function launchChromium(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(`No Chromium at ${places.join(', ')}`);
  return chromium.launch({ executablePath, headless: true, args });
}
