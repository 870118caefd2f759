import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Finding } from './finding.ts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const files = {
  bare: 'export {};',
  TrainAR: `import { TrainAR } from 'trainyard/trainar';
    export const tasks = new TrainAR().tasks.list();`,
  OpenTrain: `import { OpenTrain } from 'trainyard/opentrain';
    export const hire = new OpenTrain().proposals.hire('id', { milestone: { name: 'First', amount: 300 } });`,
  OpenTrainPlatform: `import { OpenTrainPlatform } from 'trainyard/platform';
    export const contracts = new OpenTrainPlatform().contracts.list();`,
};

/** How many types `tsc --strict` makes for a file that uses a client, over one that is empty. */
export function typesPaid(directory: string): Finding[] {
  const project = mkdtempSync(join(tmpdir(), 'trainyard-types-'));
  try {
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(directory, join(project, 'node_modules', 'trainyard'));
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    const bare = countTypes(project, files.bare);
    return (['TrainAR', 'OpenTrain', 'OpenTrainPlatform'] as const).map((name) =>
      atMost(
        `types: a file that uses ${name}`,
        countTypes(project, files[name]) - bare,
        15_000,
        'types',
      ),
    );
  } finally {
    rmSync(project, { recursive: true });
  }
}

function countTypes(project: string, text: string): number {
  writeFileSync(join(project, 'file.ts'), text);
  const flags = '--strict --noEmit --extendedDiagnostics --module nodenext --target es2022'.split(
    ' ',
  );
  const told = execFileSync(
    process.execPath,
    [tsc, ...flags, '--lib', 'es2022,dom,dom.iterable', 'file.ts'],
    { cwd: project, encoding: 'utf8' },
  );
  const count = /^Types:\s+(\d+)$/m.exec(told)?.[1];
  if (count === undefined) throw new Error(`tsc told no number of types:\n${told}`);
  return Number(count);
}
