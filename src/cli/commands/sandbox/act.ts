import { checkBaseUrl } from '../../../core/arguments.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import type { Deed } from './deeds.ts';

/** The sandbox said no, or is not there. */
class SandboxError extends Error {}

/** Does it through the sandbox's HTTP controls. */
export async function act(
  deed: Deed,
  given: readonly unknown[],
  flags: Readonly<Record<string, string>>,
): Promise<void> {
  const output = await Output.of(flags as unknown as CommonFlags);
  const url = flags.url ?? process.env.TRAINYARD_SANDBOX ?? 'http://127.0.0.1:4010';
  const args = given.flat().filter((one): one is string => typeof one === 'string');
  const control = deed.control || (args[0] ?? '');
  const target = `${checkBaseUrl(url)}/_sandbox/${control}`;
  const init = deed.reads ? {} : { method: 'POST', body: JSON.stringify(deed.body?.(args, flags)) };
  const answer = await send(target, init);
  await output.answer(answer, () => (answer === null ? 'Done.' : panel(answer)));
}

async function send(target: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(target, init);
  } catch {
    throw new SandboxError(
      `no sandbox answers at ${new URL(target).origin}: start one with trainyard sandbox, or pass --url.`,
    );
  }
  const answer = (await response.json().catch(() => null)) as { error?: string } | null;
  if (response.ok) return answer;
  throw new SandboxError(answer?.error ?? `the sandbox answered ${response.status}.`);
}
