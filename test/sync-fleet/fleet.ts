import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Told } from './terms.ts';

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
  #armed: ((worker: Worker) => void) | undefined;
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
        else this.#armed?.(worker);
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

  /** Kills the worker that leads, in the middle of its next event; its place is taken by a new one. */
  async killLeader(): Promise<void> {
    const worker = await new Promise<Worker>((resolve) => {
      this.#armed = (worker) => {
        this.#armed = undefined;
        this.#workers.splice(this.#workers.indexOf(worker), 1);
        worker.child.kill('SIGKILL');
        resolve(worker);
      };
    });
    if (worker.child.signalCode === null) await once(worker.child, 'exit');
    if (worker.child.signalCode !== 'SIGKILL') throw new Error('the leader was not killed');
    await this.start();
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
