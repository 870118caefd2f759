#!/usr/bin/env node
import { version } from '../../package.json';

const args = process.argv.slice(2);

// Answered before anything is loaded: scripts ask for it often.
if (/^(--version|-V|version)$/.test(args[0] ?? '')) {
  process.stdout.write(`${version}\n`);
} else {
  const { run } = await import('./run.ts');
  await run(args);
}
