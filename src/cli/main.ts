#!/usr/bin/env node
import { version } from '../../package.json';

const args = process.argv.slice(2);

// Answered before anything is loaded: scripts ask for it often. The vendor's command has it too.
if (/^(opentrain )?(--version|-[vV])$|^version$/.test(args.join(' '))) {
  process.stdout.write(`${version}\n`);
} else {
  const { run } = await import('./run.ts');
  await run(args);
}
