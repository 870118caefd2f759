/** The official inspector's command line lists and calls tools of the bin, over stdio. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSandbox } from '../../src/sandbox/index.ts';
import { listen } from '../../src/sandbox/node.ts';
import { bin } from './bin.ts';
import { runTool } from './suite-tools.ts';

/** @returns whether it got what it should */
export async function inspector(): Promise<boolean> {
  const sandbox = createSandbox();
  const { token, accountId } = sandbox.opentrain.createAccount();
  await using server = await listen(sandbox);
  const config = await mkdtemp(join(tmpdir(), 'inspector-'));
  const ask = async (...args: string[]) => {
    const { code, stdout, stderr } = await runTool(
      '@modelcontextprotocol/inspector/clients/launcher/build/index.js',
      [
        ...['--cli', '-e', `OPENTRAIN_PERSONAL_API_TOKEN=${token}`],
        ...['-e', `OPENTRAIN_API_BASE_URL=${server.url}`, '-e', `XDG_CONFIG_HOME=${config}`],
        ...[process.execPath, bin, 'mcp', 'opentrain', ...args],
      ],
      config,
    );
    if (code !== 0) throw new Error(`inspector ${args.join(' ')}: ${code}\n${stdout}${stderr}`);
    return JSON.parse(stdout);
  };
  try {
    const { tools } = await ask('--method', 'tools/list');
    const { resourceTemplates } = await ask('--method', 'resources/templates/list');
    const { prompts } = await ask('--method', 'prompts/list');
    const called = await ask('--method', 'tools/call', '--tool-name', 'opentrain_auth_status');
    const { ownerUserId } = called.structuredContent.account;
    const right = ownerUserId === called.structuredContent.actor.userId && accountId !== '';
    console.log(
      `inspector: ${tools.length} tools, ${resourceTemplates.length} resource templates, ${prompts.length} prompts, opentrain_auth_status ${right ? 'called' : 'answered something else'}`,
    );
    return tools.length === 41 && resourceTemplates.length === 3 && prompts.length === 3 && right;
  } finally {
    await rm(config, { recursive: true });
  }
}
