import { checkBaseUrl, fromEnvironment } from '../../core/arguments.ts';
import { InvalidArgumentError } from '../../core/invalid-argument-error.ts';

/**
 * Where the MCP server is: as told, or beside the REST API. A key for one place must not go to another, so
 * an address that says nothing about its neighbour makes the user say it.
 *
 * @param baseUrl the REST API's
 */
export function mcpUrl(given: string | undefined, baseUrl: string): string {
  const told = given ?? fromEnvironment('TRAINAR_MCP_URL');
  if (told !== undefined) {
    checkBaseUrl(told, 'mcpUrl');
    return told;
  }
  const url = new URL(baseUrl);
  // `api.trainar.ai`, and `staging.api.trainar.ai` for partners.
  const beside = url.hostname.replace(/(^|\.)api\.trainar\.ai$/, '$1mcp.trainar.ai');
  if (beside !== url.hostname) return `https://${beside}/sse`;
  if (/(^|\.)localhost$|^127\.|^\[::1\]$/.test(url.hostname)) return `${url.origin}/sse`;
  throw new InvalidArgumentError(
    'mcpUrl',
    `where the MCP server of ${url.hostname} is, is not known; pass { mcpUrl }, or set TRAINAR_MCP_URL.`,
  );
}
