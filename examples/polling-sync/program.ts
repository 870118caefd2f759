import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const longestWaitMs = 60_000;

/** The sync as a process of its own. */
export class Program {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(file: string, env: Record<string, string>) {
    const sync = fileURLToPath(new URL('./sync.ts', import.meta.url));
    this.#child = spawn(process.execPath, [...process.execArgv, sync, file], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout } = this.#child;
    if (!stdout) throw new Error('no output');
    this.#lines = createInterface(stdout)[Symbol.asyncIterator]();
  }

  /** Resolves once it has reported so many events more. */
  async reported(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) await this.#line();
  }

  /** Resolves once it has reported this event. */
  async reportedEvent(id: string): Promise<void> {
    while ((await this.#line()) !== id);
  }

  /** Ends it as the power going out would. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  async #line(): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('the sync stands still')), longestWaitMs);
    });
    const { value, done } = await Promise.race([this.#lines.next(), tooLate]);
    clearTimeout(timer);
    if (done) throw new Error('the sync ended by itself');
    return value;
  }
}
