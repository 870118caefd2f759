import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.ts';
import { type ListeningSandbox, listen } from '../../../src/sandbox/node.ts';
import { Service } from './service.ts';

const usagePath = /^\/api\/partner\/v1\/contracts\/[^/]+\/usage$/;

/** What may happen to a usage report on its way. */
export interface Interference {
  /** Answers in OpenTrain's place. */
  instead?: () => Response;
  /** Runs once a batch is stored and before its answer is on its way. */
  afterStored?: (entries: number) => Promise<void>;
}

/** OpenTrain on a port, the service on another, both on one clock. */
export interface Stage extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly openTrainUrl: string;
  readonly service: Service;
  readonly interference: Interference;
  /** Sizes of the usage batches that were stored so far. */
  readonly batches: number[];
  /** What the service answered to each delivery of an event. */
  readonly receipts: string[];
  /** How many usage reports were answered in OpenTrain's place. */
  readonly refused: () => number;
  /** Moves time on for both. */
  advance(ms: number): Promise<void>;
}

export async function openStage(appSlug: string): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'annotation-platform-'));
  const nowFile = join(folder, 'now');
  const receipts: string[] = [];
  const sandbox = createSandbox({
    seed: appSlug,
    // A retry comes at a time that lies on the way of `advance`.
    deliver: async (url, init) => {
      tellTime();
      const response = await fetch(url, init);
      const event = new Headers(init?.headers).get('x-opentrain-event');
      receipts.push(`${event} ${await response.clone().text()}`);
      return response;
    },
  });
  const tellTime = () => writeFileSync(nowFile, `${sandbox.clock.now()}`);
  tellTime();

  const interference: Interference = {};
  const batches: number[] = [];
  let refused = 0;
  const server: ListeningSandbox = await listen({
    get revision() {
      return sandbox.revision;
    },
    snapshot: () => sandbox.snapshot(),
    restore: (snapshot) => sandbox.restore(snapshot),
    async handle(request, from) {
      if (!usagePath.test(new URL(request.url).pathname)) return sandbox.handle(request, from);
      if (interference.instead) {
        refused += 1;
        return interference.instead();
      }
      const { entries } = (await request.clone().json()) as { entries: unknown[] };
      const response = await sandbox.handle(request, from);
      if (response.ok) {
        batches.push(entries.length);
        await interference.afterStored?.(entries.length);
      }
      return response;
    },
  });

  const database = join(folder, 'service.sqlite');
  const service = await Service.on({ openTrainUrl: server.url, database, appSlug, nowFile });
  return {
    sandbox,
    openTrainUrl: server.url,
    service,
    interference,
    batches,
    receipts,
    refused: () => refused,
    async advance(ms) {
      await sandbox.clock.advance(ms);
      tellTime();
    },
    async [Symbol.asyncDispose]() {
      await service.kill();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
