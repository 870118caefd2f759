import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program of the example, as a user starts it. */
export class Program {
  /** Its processes that are ready, in the order in which they were. */
  readonly pids: number[] = [];
  said = '';
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown[]>;

  constructor(path: string, env: Record<string, string>, args: string[] = []) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#gone = once(this.#child, 'exit');
    let line = '';
    this.#child.stdout?.on('data', (text: Buffer) => {
      const lines = (line + text).split('\n');
      line = lines.pop() ?? '';
      for (const said of lines) {
        const ready = /^\w+ (\d+) is ready$/.exec(said);
        if (ready) this.pids.push(Number(ready[1]));
      }
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.said = (this.said + text).slice(-20_000);
      });
    }
  }

  get isGone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Asks it to drain. @returns its exit code, once it has ended */
  async end(signal: NodeJS.Signals | 'none' = 'SIGTERM'): Promise<number | null> {
    if (signal !== 'none' && !this.isGone) this.#child.kill(signal);
    await this.#gone;
    return this.#child.exitCode;
  }
}
