import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../', import.meta.url);

/** What belongs to a process, so that a test which touches it disturbs those that run after it there. */
const ofTheProcess = [
  // Undone by vitest after a file at best, and not at all for what was loaded meanwhile.
  /\bvi\.(?:mock|doMock|stub\w+|resetModules|useFakeTimers|setSystemTime|spyOn)\b/,
  /\bprocess\.(?:env|on|memoryUsage|getActiveResourcesInfo|chdir|exitCode =)/,
  /\bglobalThis\.\w+ = /,
  // They count what a process has, others' included.
  /\bstrayRejections\b|'node:v8'|\bgc\(/,
];

it('a test that changes or measures its process is named alone', () => {
  const shared = ['unit', 'contract', 'integration', 'docs'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((name) => /(?<!\.alone)\.test\.ts$/.test(name))
      .filter((name) => !/^integration\/faults\/|^unit\/test-names/.test(name)),
  );
  expect(shared.length).toBeGreaterThan(100);
  const misnamed = shared.filter((name) => {
    const text = readFileSync(new URL(name, root), 'utf8');
    return ofTheProcess.some((use) => use.test(text));
  });
  expect(misnamed, 'call them *.alone.test.ts').toEqual([]);
});
