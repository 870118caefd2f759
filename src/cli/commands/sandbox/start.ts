import { existsSync } from 'node:fs';
import { OpenTrain } from '../../../opentrain/client.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/index.ts';
import { listen } from '../../../sandbox/node.ts';
import { readValue } from '../../derive/read-value.ts';
import { openPort } from '../../open-port.ts';
import { paint } from '../../output/paint.ts';
import { writeLine } from '../../output/write.ts';
import { untilStopped } from '../../until-stopped.ts';
import { UsageError } from '../../usage-error.ts';
import { openInBrowser } from './open-in-browser.ts';
import { type Seeded, seed } from './seed.ts';

interface Flags {
  port: string;
  seed: string;
  time: string;
  file?: string;
  empty?: boolean;
  timeScale?: string;
  open?: boolean;
  json?: boolean;
}

/** Serves a sandbox until it is told to stop; its state is saved then. */
export async function start(flags: Flags): Promise<void> {
  const port = readValue('port', flags.port, { type: 'integer', minimum: 0, maximum: 65_535 });
  const sandbox = createSandbox(optionsOf(flags));
  const kept = flags.file !== undefined && existsSync(flags.file);
  // The same seed gives the same keys: those of a state that was kept are known again without being kept.
  const seeded = flags.empty ? undefined : await seed(sandbox);
  const { file } = flags;
  const server = await openPort('port', port as number, () =>
    listen(sandbox, { port: port as number, ...(file && { file }) }),
  );
  untilStopped(async () => {
    try {
      await server.close();
      if (file) process.stderr.write(`Its state is in ${file}.\n`);
    } catch (error) {
      process.stderr.write(`Error: the state could not be saved: ${String(error)}\n`);
      process.exitCode = 1;
    }
  });
  const keys = seeded && (await areValid(sandbox, seeded)) ? seeded : undefined;
  if (flags.json) await writeLine(JSON.stringify({ url: server.url, kept, ...keys }, null, 2));
  else await writeLine(told(server.url, sandbox, keys, kept ? file : undefined));
  if (flags.open) openInBrowser(`${server.url}/_sandbox/`);
}

function optionsOf({ seed, time, timeScale }: Flags) {
  if (time !== 'real' && time !== 'virtual' && time !== 'auto') {
    throw new UsageError(`--time: "${time}" is not one of real, virtual, auto.`);
  }
  if (timeScale === undefined) return { seed, time } as const;
  const scale = readValue('time-scale', timeScale, { type: 'number', exclusiveMinimum: 0 });
  return { seed, time, timeScale: scale as number } as const;
}

/** Whether the keys open what is there: a state may be of another seed. */
async function areValid({ fetch, clock }: Sandbox, { token }: Seeded): Promise<boolean> {
  const { auth } = new OpenTrain({ token, fetch, clock });
  return auth.me().then(
    () => true,
    () => false,
  );
}

function told(url: string, sandbox: Sandbox, keys: Seeded | undefined, kept: string | undefined) {
  const exports = [
    `export TRAINYARD_SANDBOX=${url}`,
    `export TRAINAR_BASE_URL=${url}/v1`,
    ...(keys ? [`export TRAINAR_API_KEY=${keys.apiKey}`] : []),
    `export OT_API_BASE_URL=${url}`,
    ...(keys
      ? [`export OT_API_TOKEN=${keys.token}`, `export OT_PARTNER_TOKEN=${keys.partnerToken}`]
      : []),
  ];
  const { ids } = keys ?? {};
  return [
    `${paint('bold', 'TrainAR and OpenTrain at')} ${url}${kept ? `, as ${kept} has them` : ''}`,
    `It is ${sandbox.clock.iso()} there. Ctrl-C ends it.`,
    '',
    paint('dim', '# paste into another terminal'),
    ...exports,
    ...(ids
      ? [
          '',
          paint('dim', '# to try'),
          'trainyard opentrain jobs list',
          `trainyard opentrain proposals list ${ids.jobId}`,
        ]
      : []),
  ].join('\n');
}
