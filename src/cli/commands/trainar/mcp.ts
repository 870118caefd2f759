import type { CommonFlags } from '../../common-flags.ts';
import { readValue } from '../../derive/read-value.ts';
import { Output } from '../../output/output.ts';
import { panel } from '../../output/panel.ts';
import { plain } from '../../output/plain.ts';
import { table } from '../../output/table.ts';
import { trainarClient } from './client.ts';

/** Lists what the tenant's MCP server offers. */
export async function listTools(flags: CommonFlags): Promise<void> {
  const output = await Output.of(flags);
  const tools = await trainarClient(flags).mcp.listTools();
  await output.answer({ tools }, () => table(tools, ['name', 'title', 'description']));
}

export interface CallToolFlags extends CommonFlags {
  name: string;
  arguments?: string;
}

/** Calls one of its tools; exit code 1 when the tool says that it failed. */
export async function callTool(flags: CallToolFlags): Promise<void> {
  const output = await Output.of(flags);
  const given = flags.arguments ?? '{}';
  const args = readValue('arguments', given, { type: 'object' }) as Record<string, unknown>;
  if (flags.dryRun) output.note(`On the stream that this opens: tools/call ${flags.name}`);
  const result = await trainarClient(flags).mcp.callTool(flags.name, args);
  if (result.isError) process.exitCode = 1;
  await output.answer(result, () => {
    if (result.structuredContent) return panel(result.structuredContent);
    const texts = result.content.map((block) =>
      typeof block.text === 'string' ? block.text : `(${block.type})`,
    );
    return texts.map((text) => plain(text)).join('\n');
  });
}
