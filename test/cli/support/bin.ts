import {
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
  fork,
  spawn,
} from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { record } from './runs.ts';

/** What a command left behind. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the unpacked bin is. */
export const bin = (): string => process.env.TRAINYARD_BIN ?? '';

/** An environment in which nothing of this machine's counts. */
export function environment(own: Record<string, string>): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    XDG_CONFIG_HOME: '/nonexistent',
    ...own,
  };
}

/** Runs the bin to its end, as a process. */
export function run(
  args: readonly string[],
  own: Record<string, string> = {},
  stdin = '',
): Promise<Ran> {
  const running = start(args, own);
  running.child.stdin.on('error', () => {});
  running.child.stdin.end(stdin);
  return running.ended;
}

/** A command that goes on until it is told to end. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ran & { signal: NodeJS.Signals | null }>;
  /** Waits until it has written something. */
  says(stream: 'stdout' | 'stderr', what: RegExp): Promise<string>;
}

/** Starts the bin, as a process. */
export function start(args: readonly string[], own: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [bin(), ...args], { env: environment(own) });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => {
    const ran = { code, signal, ...written } as Ran & { signal: NodeJS.Signals | null };
    record(args, ran);
    return ran;
  });
  const says = async (stream: 'stdout' | 'stderr', what: RegExp) => {
    while (!what.test(written[stream])) {
      const more = await Promise.race([once(child[stream], 'data'), ended]);
      if ('code' in more) throw new Error(`It ended before it said ${what}:\n${more.stderr}`);
    }
    return written[stream];
  };
  return { child, ended, says };
}

let host: ChildProcess | undefined;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs the bin to its end in a process that it shares with others, one after the other: the same packed files, many times
 * as fast. For what a process of its own adds nothing to.
 */
export function runShared(args: readonly string[], own: Record<string, string> = {}): Promise<Ran> {
  const next = turn.then(async () => {
    host ??= fork(fileURLToPath(new URL('./many-runs.mjs', import.meta.url)), { stdio: 'ignore' });
    const ran = await answer(host, { args, env: environment(own) });
    record(args, ran);
    return ran;
  });
  turn = next.catch(() => {});
  return next;
}

function answer(child: ChildProcess, question: object): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error(`${JSON.stringify(question)} ended the process.`));
    child.once('exit', gone);
    child.once('message', (ran) => {
      child.off('exit', gone);
      resolve(ran as Ran);
    });
    child.send(question);
  });
}
