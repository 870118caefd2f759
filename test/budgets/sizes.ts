import { fileURLToPath } from 'node:url';
import { weigh } from './bundle.ts';
import { atMost, type Finding } from './finding.ts';

const source = fileURLToPath(new URL('../../src', import.meta.url));
/** What src/core/write-request.ts takes from it. */
const fromOpenapiFetch =
  'createFinalURL, createQuerySerializer, defaultPathSerializer, mergeHeaders';
const keep = (names: string) => `globalThis.kept = [${names}];`;

/**
 * Programs and the bytes that each may make a browser load before it runs. The limits hold what was reached; those of
 * OpenTrain, of the Platform and of the root are above what was set out: docs/decisions/0006-budgets.md.
 */
const programs: { what: string; program: string; limit?: number }[] = [
  {
    what: 'verifyWebhook alone',
    program: `import { verifyWebhook } from 'trainyard/webhooks'; ${keep('verifyWebhook')}`,
    limit: 2_500,
  },
  {
    what: 'TrainAR',
    program: `import { TrainAR } from 'trainyard/trainar'; ${keep('TrainAR')}`,
    limit: 8_760,
  },
  {
    what: 'OpenTrain',
    program: `import { OpenTrain } from 'trainyard/opentrain'; ${keep('OpenTrain')}`,
    limit: 12_460,
  },
  {
    what: 'OpenTrainPlatform',
    program: `import { OpenTrainPlatform } from 'trainyard/platform'; ${keep('OpenTrainPlatform')}`,
    limit: 10_080,
  },
  {
    what: 'all three, each from its own subpath',
    program: `import { TrainAR } from 'trainyard/trainar'; import { OpenTrain } from 'trainyard/opentrain';
      import { OpenTrainPlatform } from 'trainyard/platform'; ${keep('TrainAR, OpenTrain, OpenTrainPlatform')}`,
    limit: 15_410,
  },
  {
    what: 'all three, from the root',
    program: `import { TrainAR, OpenTrain, OpenTrainPlatform } from 'trainyard'; ${keep('TrainAR, OpenTrain, OpenTrainPlatform')}`,
    limit: 17_840,
  },
  {
    what: 'of which openapi-fetch',
    program: `import { ${fromOpenapiFetch} } from 'openapi-fetch'; ${keep(fromOpenapiFetch)}`,
  },
];

/** The bytes that a program of this name may make a browser load. */
export function budgetOf(name: string): number {
  const limit = programs.find(({ what }) => what === name)?.limit;
  if (limit === undefined) throw new Error(`There is no budget for ${name}`);
  return limit;
}

/** The calls of one resource with all that carries them: where a client's bytes go. */
const resources = [
  ['opentrain/auth.ts', 'Auth'],
  ['opentrain/jobs.ts', 'Jobs'],
  ['opentrain/proposals.ts', 'Proposals'],
  ['opentrain/updates.ts', 'Updates'],
  ['trainar/tasks.ts', 'Tasks'],
] as const;

export async function sizes(directory: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { what, program, limit } of programs) {
    const { atOnce, files, single, inputs } = await weigh(program, directory);
    const note = `${files} ${files === 1 ? 'file' : 'files'}; as a single file ${single.toLocaleString('en')} B`;
    findings.push(atMost(`size: ${what}`, atOnce, limit, 'B', note));
    const foreign = inputs.filter((path) => /node_modules\/(?!openapi-fetch\/)/.test(path));
    if (foreign.length > 0) {
      const measured = foreign.join(', ');
      findings.push({ what: `bundled into ${what}`, measured, budget: 'nothing', within: false });
    }
  }
  const transport = `import { Transport } from '${source}/core/transport.ts';`;
  const bare = await weigh(`${transport} ${keep('Transport')}`, source);
  findings.push(atMost('size: the transport alone', bare.atOnce, undefined, 'B'));
  for (const [file, name] of resources) {
    const program = `${transport} import { ${name} } from '${source}/${file}'; ${keep(`Transport, ${name}`)}`;
    const { atOnce } = await weigh(program, source);
    findings.push(atMost(`size: the transport and ${name}`, atOnce, undefined, 'B'));
  }
  return findings;
}
