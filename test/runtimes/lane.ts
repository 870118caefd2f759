import { spawn } from 'node:child_process';

/** One runtime, bundler or test runner, and how the consumer's script runs in it. */
export interface Lane {
  name: string;
  /** What it must print, when that is not the story that most of them play. */
  prints?: string;
  /** @returns what it printed @throws Unavailable when this machine can't have it */
  run(consumer: string): Promise<string>;
}

/** A runtime that this machine can't have; the reason is printed. */
export class Unavailable extends Error {}

/** Runs a program to its end. @throws with what it printed when it fails or takes over five minutes. */
export function output(program: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 300_000,
      killSignal: 'SIGKILL',
      env: { ...process.env, NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' },
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${program} ended with ${signal ?? code}\n${printed}`));
    });
  });
}
