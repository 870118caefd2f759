import { checkBaseUrl } from '../../../core/arguments.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { table } from '../../output/table.ts';
import type { Deed, DeedFlags } from './deeds.ts';

/** The sandbox said no, or is not there. */
class SandboxError extends Error {}

/** Does it through the sandbox's HTTP controls. */
export async function act(
  deed: Deed,
  args: readonly string[],
  common: CommonFlags,
  flags: DeedFlags,
): Promise<void> {
  const output = await Output.of(common);
  const url = flags.url ?? process.env.TRAINYARD_SANDBOX ?? 'http://127.0.0.1:4010';
  const control = deed.control || (args[0] ?? '');
  const target = `${checkBaseUrl(url)}/_sandbox/${control}`;
  const init = deed.reads ? {} : { method: 'POST', body: JSON.stringify(deed.body?.(args, flags)) };
  const answer = await send(target, init);
  await output.answer(answer, () => told(answer, deed));
}

function told(answer: unknown, { shows }: Deed): string {
  if (answer === null) return 'Done.';
  if (Array.isArray(answer)) return table(answer, shows);
  if (!shows) return panel(answer);
  return panel(Object.fromEntries(shows.map((key) => [key, Object(answer)[key]])));
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
