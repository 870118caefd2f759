import { existsSync } from 'node:fs';
import { type BrowserServer, chromium } from 'playwright-core';

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
  // The first: else it asks its vendor about every form that a page has. The others are what Playwright
  // itself turns off for such reasons, and would not any more where a flag of ours names one.
  `--disable-features=${[
    'AutofillServerCommunication',
    'AimEnabled',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
  ].join()}`,
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
export async function serveChromium(): Promise<BrowserServer> {
  if (executablePath === undefined) throw new Error(`No Chromium at ${places.join(', ')}`);
  return chromium.launchServer({ executablePath, headless: true, args });
}
