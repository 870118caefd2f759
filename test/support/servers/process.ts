import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface User {
  uid?: number;
  gid?: number;
}

/** Starts a server and waits until it is ready; what it said is in the error if it never is. */
export async function startServer(
  command: string,
  args: string[],
  isReady: () => Promise<unknown>,
  user: User = {},
): Promise<ChildProcess> {
  const child = spawn(command, args, { ...user, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (text: Buffer) => {
    said = (said + text).slice(-4_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  child.on('error', (error) => hear(Buffer.from(String(error))));
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) break;
    try {
      await isReady();
      return child;
    } catch {
      await sleep(50);
    }
  }
  child.kill('SIGKILL');
  throw new Error(`${command} did not start:\n${said}`);
}

/** Ends a server and waits until it is gone. */
export async function stopServer(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
