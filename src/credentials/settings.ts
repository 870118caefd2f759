import { wire } from '../opentrain/product.ts';
import { CredentialsFile, credentialsPath, type Environment } from './credentials-file.ts';

/** Where a setting came from: a flag, an environment variable by its name, the file, or nowhere. */
export type Source = string;

/** What a program speaks to OpenTrain with. */
export interface Settings {
  token: string | undefined;
  tokenFrom: Source | undefined;
  baseUrl: string;
  baseUrlFrom: Source;
}

/** Which variables a program reads, the first that is set wins. */
interface Variables {
  token: readonly string[];
  baseUrl: readonly string[];
}

/** Source: documented; that the `OT_` names come first is inferred from the order of the page. */
const cli: Variables = {
  token: ['OT_API_TOKEN', 'OPENTRAIN_API_TOKEN'],
  baseUrl: ['OT_API_BASE_URL', 'OPENTRAIN_API_BASE_URL'],
};

/** Source: documented. */
const mcp: Variables = {
  token: ['OPENTRAIN_PERSONAL_API_TOKEN'],
  baseUrl: ['OPENTRAIN_API_BASE_URL'],
};

/** Variables that hold a token, the one that goes first first: of the command line, and of the MCP server. */
export const tokenVariables = (of: 'cli' | 'mcp'): readonly string[] => ({ cli, mcp })[of].token;

/**
 * What the command line uses: a flag, then the environment, then the credentials file.
 *
 * @throws CredentialsError when the file is needed and can't be read
 */
export function cliSettings(
  flags: { baseUrl?: string | undefined } = {},
  env: Environment = process.env,
  file: CredentialsFile = new CredentialsFile(credentialsPath(env)),
): Promise<Settings> {
  return settings(cli, env, file, flags.baseUrl);
}

/**
 * What the MCP server uses: the environment, then the credentials file. With a token in the
 * environment the file's token is never used, not even one that was just registered.
 *
 * @throws CredentialsError when the file is needed and can't be read
 */
export function mcpSettings(
  env: Environment = process.env,
  file: CredentialsFile = new CredentialsFile(credentialsPath(env)),
): Promise<Settings> {
  return settings(mcp, env, file);
}

async function settings(
  variables: Variables,
  env: Environment,
  file: CredentialsFile,
  baseUrlFlag?: string,
): Promise<Settings> {
  const tokenFrom = variables.token.find((name) => env[name]);
  const baseUrlFrom =
    baseUrlFlag === undefined ? variables.baseUrl.find((name) => env[name]) : '--base-url';
  const given = {
    token: tokenFrom && env[tokenFrom],
    tokenFrom,
    baseUrl: baseUrlFlag ?? (baseUrlFrom && env[baseUrlFrom]),
    baseUrlFrom,
  };
  // What is said elsewhere is not looked for in the file, which may then be broken.
  const saved = given.token && given.baseUrl ? {} : await file.read();
  const savedUrl = saved.baseUrl && { baseUrl: saved.baseUrl, baseUrlFrom: file.path };
  return {
    token: given.token ?? saved.apiToken,
    tokenFrom: tokenFrom ?? (saved.apiToken && file.path),
    ...(given.baseUrl && given.baseUrlFrom
      ? { baseUrl: given.baseUrl, baseUrlFrom: given.baseUrlFrom }
      : savedUrl || { baseUrl: wire.baseUrl, baseUrlFrom: 'default' }),
  };
}
