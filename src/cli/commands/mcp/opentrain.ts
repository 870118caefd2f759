import { type Command, Option } from 'commander';
import { createOpenTrainMcp } from '../../../mcp/opentrain/create-opentrain-mcp.ts';
import { toolsets } from '../../../mcp/opentrain/tool.ts';
import { addServeFlags, countFlag, type ServeFlags, serve } from './serve.ts';

interface Flags extends ServeFlags {
  unavailable?: 'hide' | 'show';
  maxAnswer?: number;
}

/** `trainyard mcp opentrain` */
export function addOpenTrain(mcp: Command): void {
  addServeFlags(mcp.command('opentrain'))
    .summary("OpenTrain's Public API: 41 tools")
    .description(
      "OpenTrain's Public API as an MCP server: the vendor's 41 tools under their names. It reads OPENTRAIN_PERSONAL_API_TOKEN and OPENTRAIN_API_BASE_URL, else the credentials file that the command line has too, and starts without either.",
    )
    .addOption(
      new Option(
        '--unavailable <how>',
        "tools that the token can't use: hide them (those that a claim unlocks are marked), or show all",
      )
        .choices(['hide', 'show'])
        .default('hide'),
    )
    .addOption(countFlag('--max-answer <characters>', 'cut longer answers, with a cursor'))
    .addHelpText('after', `\nGroups of tools: ${toolsets.join(', ')}.`)
    .action(async ({ maxAnswer, ...flags }: Flags) => {
      const options = { ...flags, ...(maxAnswer !== undefined && { maxAnswerChars: maxAnswer }) };
      await serve('opentrain', createOpenTrainMcp(options), flags);
    });
}
