import { type Command, Option } from 'commander';

/** Flags that commands share. */
export interface CommonFlags {
  json?: boolean;
  jq?: string;
  all?: boolean;
  baseUrl?: string;
  dryRun?: boolean;
}

/** `--json` and `--jq`, which every command that answers has. */
export function addOutputFlags(command: Command): Command {
  return command
    .option('--json', 'print the raw answer as JSON and nothing else')
    .option('--jq <filter>', 'print what a jq filter makes of the answer');
}

/** The flags of a command that calls a platform. */
export function addCallFlags(command: Command, { list = false } = {}): Command {
  addOutputFlags(command);
  if (list) command.option('--all', 'walk all pages, and print each item as a line of JSON');
  return command
    .option('--base-url <url>', 'origin of the platform')
    .addOption(new Option('--dry-run', 'print the HTTP request, the key masked, and send nothing'));
}
