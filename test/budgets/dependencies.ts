import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

const allowed = ['openapi-fetch', 'zod'];

/** What installing the package brings with it. */
export function dependencies(directory: string): Finding[] {
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const names = Object.keys(manifest.dependencies);
  const required = Object.keys(manifest.peerDependencies ?? {}).filter(
    (name) => !manifest.peerDependenciesMeta?.[name]?.optional,
  );
  const measured = [...names, ...required].join(', ');
  return [
    {
      what: 'dependencies',
      measured,
      budget: allowed.join(', '),
      within: [...names, ...required].every((name) => allowed.includes(name)),
    },
  ];
}
