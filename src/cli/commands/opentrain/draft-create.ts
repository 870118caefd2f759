import type { JobDraftInput } from '../../../opentrain/job-drafts.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { draftText } from '../../output/draft.ts';
import { Output } from '../../output/output.ts';
import { readInput, readText } from '../../read-input.ts';
import { UsageError } from '../../usage-error.ts';
import { openTrainClient } from './client.ts';

export interface CreateFlags extends CommonFlags {
  description?: string;
  descriptionFile?: string;
  text?: string;
  externalId?: string;
  idempotencyKey?: string;
  input?: string;
}

/** Makes a draft; the client sends an idempotency key also where none is given. */
export async function createDraft(flags: CreateFlags): Promise<void> {
  const output = await Output.of(flags);
  const { externalId, idempotencyKey } = flags;
  const input = { ...(await jobOf(flags)), ...defined({ externalId, idempotencyKey }) };
  const client = await openTrainClient(flags);
  const draft = await client.jobDrafts.create(input as JobDraftInput);
  await output.answer(draft, () => draftText(draft));
}

async function jobOf(flags: CreateFlags): Promise<Record<string, unknown>> {
  const { description, text, descriptionFile, input } = flags;
  const given = [description, text, descriptionFile, input].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new UsageError('One of --description, --description-file, --text and --input is needed.');
  }
  if (input !== undefined) return readInput(input);
  const words =
    descriptionFile === undefined ? (description ?? text) : await readText(descriptionFile);
  if (!words?.trim()) throw new UsageError('The description is empty.');
  return { text: words };
}

function defined(values: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
