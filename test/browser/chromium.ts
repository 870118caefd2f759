import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { serveChromium, withoutChromium } from '../support/chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: string;
  }
}

/** Starts the one Chromium that all files share, each in contexts of its own. */
export default async function setup({
  provide,
}: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (withoutChromium()) return undefined;
  const server = await serveChromium();
  provide('chromium', server.wsEndpoint());
  return () => server.close();
}

/** The shared Chromium. Closing this leaves it running for others. */
export function sharedChromium(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}
