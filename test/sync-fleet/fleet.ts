import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Order, Told } from './terms.ts';

const script = fileURLToPath(new URL('./worker.ts', import.meta.url));

interface Worker {
  child: ChildProcess;
  port: number;
}

/** Worker processes, and the balancer before them. */
export class Fleet {
  readonly #env: Record<string, string>;
  readonly #workers: Worker[] = [];
  #turn = 0;
  #hung: (worker: Worker) => void = () => {};
  readonly #begun = new Set<string>();
  #noted: () => void = () => {};
  readonly troubles: string[] = [];

  constructor(env: Record<string, string>) {
    this.#env = env;
  }

  /** Resolves when it listens. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [...process.execArgv, script], {
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const worker: Worker = { child, port: 0 };
    const listening = new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error('a worker ended by itself')));
      child.on('message', (told: Told) => {
        if ('port' in told) {
          worker.port = told.port;
          this.#workers.push(worker);
          resolve();
        } else if ('trouble' in told) this.troubles.push(told.trouble);
        else if (told.hangs) this.#hung(worker);
        else {
          this.#begun.add(told.began);
          this.#noted();
        }
      });
    });
    await listening;
  }

  /** Posts a delivery to the next of the living. */
  readonly deliver: typeof globalThis.fetch = (input, init) => {
    const worker = this.#workers[this.#turn++ % this.#workers.length];
    if (!worker) throw new TypeError('fetch failed');
    return fetch(`http://127.0.0.1:${worker.port}${new URL(String(input)).pathname}`, init);
  };

  /** Resolves when so many events were begun by workers that go on with them. */
  begin(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#noted = () => this.#begun.size >= count && resolve();
      this.#noted();
    });
  }

  /** Kills the worker that leads, in the middle of its next event; its place is taken by a new one. */
  async killLeader(): Promise<void> {
    const worker = await new Promise<Worker>((resolve) => {
      this.#hung = resolve;
      this.#order('hang');
    });
    this.#workers.splice(this.#workers.indexOf(worker), 1);
    worker.child.kill('SIGKILL');
    this.#order('go on');
    if (worker.child.signalCode === null) await once(worker.child, 'exit');
    if (worker.child.signalCode !== 'SIGKILL') throw new Error('the leader was not killed');
    await this.start();
  }

  #order(order: Order): void {
    for (const { child } of this.#workers) child.send(order);
  }

  async stop(): Promise<void> {
    for (const { child } of this.#workers.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
  }
}
