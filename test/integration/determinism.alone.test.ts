import { beforeAll, describe, expect, it } from 'vitest';
import { OpenTrain } from '../../src/opentrain/index.ts';
import type { Sandbox, Snapshot } from '../../src/sandbox/index.ts';
import { TrainAR } from '../../src/trainar/index.ts';
import {
  beginning,
  deliveredEvents,
  firstLight,
  type Progress,
  type Stage,
} from '../support/first-light.ts';
import { receivingSandbox } from '../support/sandbox-receiver.ts';

const names = Object.keys(firstLight);

/** Everything that went over the wire in one step, byte for byte. */
interface Wire {
  calls: { line: string; sent: string; status: number; headers: string[]; answer: string }[];
  deliveries: { url: string; headers: string[]; body: string }[];
}

/** How far a run has come, as JSON: enough for another process to go on. */
type Saved = string;

interface Run {
  step(name: string): Promise<Wire>;
  save(): Saved;
}

describe('the same seed and the same calls', () => {
  let whole: Wire[];
  const saved = new Map<string, Saved>();

  beforeAll(async () => {
    const run = start('first light');
    whole = [];
    for (const name of names) {
      whole.push(await run.step(name));
      saved.set(name, run.save());
    }
  });

  it('give the same bytes, signatures included', async () => {
    const run = start('first light');
    for (const [i, name] of names.entries()) expect(await run.step(name)).toEqual(whole[i]);
    const deliveries = whole.flatMap((wire) => wire.deliveries);
    const signed = deliveries.filter(({ headers }) => /signature/.test(headers.join()));
    expect(signed).toHaveLength(deliveredEvents.length);
  });

  it('give other bytes for another seed', async () => {
    const run = start('second light');
    const [first] = names as [string];
    expect(await run.step(first)).not.toEqual(whole[0]);
  });

  it.each(names.slice(0, -1))('go on the same from a snapshot taken after: %s', async (name) => {
    const run = resume(saved.get(name) as Saved);
    for (const [i, next] of names.entries()) {
      if (i > names.indexOf(name)) expect(await run.step(next)).toEqual(whole[i]);
    }
  });

  it('are taken back by a restore of the same sandbox', async () => {
    const { sandbox } = receivingSandbox({ seed: 'first light' });
    const { apiKey } = sandbox.trainar.createTenant();
    const { tasks } = new TrainAR({ apiKey, fetch: sandbox.fetch });
    const before = sandbox.snapshot();
    const first = await tasks.create({ title: 'Check the pump' });
    await sandbox.clock.advance('1h');
    sandbox.restore(before);
    expect(await tasks.list().toArray()).toEqual([]);
    expect(await tasks.create({ title: 'Check the pump' })).toEqual(first);
  });
});

function start(seed: string): Run {
  const made = receivingSandbox({ seed, time: 'auto' });
  return runOn(made, beginning(made.sandbox));
}

/** Another sandbox, of another seed, that goes on where a run was saved. */
function resume(saved: Saved): Run {
  const { snapshot, progress } = JSON.parse(saved) as { snapshot: Snapshot; progress: Progress };
  const made = receivingSandbox({ seed: 'anything', time: 'auto' });
  made.sandbox.restore(snapshot);
  return runOn(made, progress);
}

function runOn(
  { sandbox, received }: ReturnType<typeof receivingSandbox>,
  progress: Progress,
): Run {
  const { fetch, calls } = recording(sandbox);
  const { clock } = sandbox;
  const stage: Stage = {
    sandbox,
    receiverUrl: (platform) => `https://hooks.example.com/${platform}`,
    openTrain: (token) => new OpenTrain({ token, fetch, clock }),
    trainar: (apiKey) => new TrainAR({ apiKey, fetch, clock }),
  };
  return {
    async step(name) {
      await firstLight[name]?.(stage, progress);
      await sandbox.settled();
      const deliveries = received.splice(0).map(({ url, headers, body }) => {
        return { url, headers: lines(headers), body };
      });
      return { calls: calls.splice(0), deliveries };
    },
    save: () => JSON.stringify({ snapshot: sandbox.snapshot(), progress }),
  };
}

function recording(sandbox: Sandbox) {
  const calls: Wire['calls'] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const sent = await request.clone().text();
    const response = await sandbox.fetch(request);
    calls.push({
      line: [request.method, request.url, ...lines(request.headers)].join('\n'),
      sent,
      status: response.status,
      headers: lines(response.headers),
      answer: await response.clone().text(),
    });
    return response;
  };
  return { fetch, calls };
}

const lines = (headers: Headers) => [...headers].map(([name, value]) => `${name}: ${value}`);
