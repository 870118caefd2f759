/**
 * What the MCP servers promise, checked from outside: `npm run test:mcp`, after a build. Installs the suites on first use.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('suites', import.meta.url));
if (!existsSync(`${home}/node_modules/@modelcontextprotocol/conformance`)) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home, stdio: 'inherit' });
}

const { conformance } = await import('./conformance.ts');
const { inspector } = await import('./inspector.ts');
const { cost } = await import('./cost.ts');
const results = [await conformance(), await inspector(), await cost()];
process.exit(results.every(Boolean) ? 0 : 1);
