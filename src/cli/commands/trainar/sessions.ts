import type { SessionListArguments } from '../../../../generated/trainar/types.ts';
import type { CommonFlags } from '../../common-flags.ts';
import { readValue } from '../../derive/read-value.ts';
import { Output } from '../../output/output.ts';
import { table } from '../../output/table.ts';
import { trainarClient } from './client.ts';

export interface SessionFlags extends CommonFlags {
  status?: string;
  role?: string;
  limit?: string;
}

/** Lists sessions by the vendor's MCP tool; REST has no call for it. */
export async function listSessions(flags: SessionFlags): Promise<void> {
  const output = await Output.of(flags);
  const { status, role, limit } = flags;
  const args = {
    ...(status !== undefined && { status }),
    ...(role !== undefined && { role }),
    ...(limit !== undefined && {
      limit: readValue('limit', limit, { type: 'integer', minimum: 1 }),
    }),
  } as SessionListArguments;
  if (flags.dryRun) {
    output.note(`On the stream that this opens: tools/call list_sessions ${JSON.stringify(args)}`);
  }
  const list = trainarClient(flags).sessions.list(args);
  if (flags.all) {
    for await (const session of list) await output.line(session);
    return;
  }
  const page = await list;
  await output.answer(page.body, () => table(page.items));
}
