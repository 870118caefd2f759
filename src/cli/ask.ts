import { UsageError } from './usage-error.ts';

/** Whether somebody sits there to be asked. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** A secret from a prompt that does not show it, or from stdin when that is no terminal. */
export async function readSecret(question: string): Promise<string> {
  if (!isInteractive()) {
    const { readText } = await import('./read-input.ts');
    const given = (await readText('-')).trim();
    if (given === '') throw new UsageError(`${question}: nothing came from stdin.`);
    return given;
  }
  const { password } = await import('@clack/prompts');
  return answered(await password({ message: question, output: process.stderr }));
}

/** What was answered; giving up at a prompt is Ctrl-C. */
export function answered<T>(answer: T): Exclude<T, symbol> {
  if (typeof answer !== 'symbol') return answer as Exclude<T, symbol>;
  process.exit(130);
}
