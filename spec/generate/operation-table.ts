import { tools as trainarTools } from '../../generated/trainar/tools.ts';
import { opentrainProduct } from '../../src/cli/commands/opentrain/product.ts';
import { platformProduct } from '../../src/cli/commands/platform/product.ts';
import { trainarProduct } from '../../src/cli/commands/trainar/product.ts';
import { commandOf } from '../../src/cli/derive/names.ts';
import type { CliProduct } from '../../src/cli/product.ts';
import type { ToolFacts } from '../../src/core/operation.ts';
import { openTrainTools } from '../../src/mcp/opentrain/tools.ts';
import { needsOf } from './needs.ts';

const trainarToolList: readonly ToolFacts[] = Object.values(trainarTools);

const vendorsOwn = trainarToolList.filter(({ ours }) => !ours).map(({ name }) => name);

/** An API, and the tools of its MCP server by the operation that they make. */
interface Api {
  readonly title: string;
  readonly client: string;
  readonly product: CliProduct;
  readonly tools: readonly { readonly name: string; readonly operation: string | undefined }[];
}

const apis: readonly Api[] = [
  {
    title: 'OpenTrain, Public API',
    client: 'OpenTrain',
    product: opentrainProduct,
    tools: openTrainTools,
  },
  {
    title: 'TrainAR',
    client: 'TrainAR',
    product: trainarProduct,
    tools: trainarToolList.map(({ name, operationId: operation }) => ({ name, operation })),
  },
  {
    title: 'OpenTrain, Platform API',
    client: 'OpenTrainPlatform',
    product: platformProduct,
    tools: [],
  },
];

const nothing = '—';

/** `docs/reference/operations.md`: each operation, and the ways to make it. */
export function renderOperationTable(): string {
  return `<!-- Written by npm run generate. Do not edit. -->

# Operations

Every operation of the three APIs, in the order of the spec, and the ways to make it. It is drawn from the tables that the clients, the command line
and the MCP servers themselves read. A dash says that there is none on purpose.

- **Needs**: scopes of the token; \`public_api_…\`, a feature that the account must have; *claimed*, an account that a human has claimed;
  *no token*, none at all. **Co-signed** says what kind of approval the call asks a human for, before anything happens.
- **Command** goes after \`trainyard opentrain\`, \`trainyard trainar\` or \`trainyard platform\`; see [the command line](cli.md).
- **MCP tool** is offered by \`trainyard mcp opentrain\` and \`trainyard mcp trainar\`; see [OpenTrain's](mcp.md) and [TrainAR's](mcp-trainar.md). Of TrainAR's tools the vendor names
  ${vendorsOwn.map(code).join(' and ')}; the other names are inferred.
- **Evidence** says how the operation itself is known: *documented* by the vendor, *client* (seen in the vendor's own client), or
  *inferred* (deduced). Its parameters and answers may be known otherwise; their types say so.
${apis.map(section).join('')}
## Tools without an operation

TrainAR's MCP server also has tools that do what no operation of its API does. Call them by \`trainar.mcp.callTool\`; \`trainar.sessions.list\` and
\`trainyard trainar sessions list\` are the first of them. Where the vendor names no such tool, the name is inferred.

${table(
  ['Tool', 'What it does', 'Needs', 'Name'],
  trainarToolList
    .filter(({ operationId }) => operationId === undefined)
    .map(({ name, title, scope, ours }) => [
      code(name),
      title,
      scope.map(code).join(', '),
      ours ? 'inferred' : 'documented',
    ]),
)}`;
}

function section({ title, client, product, tools }: Api): string {
  const rows = Object.values(product.operations).map((operation) => {
    const own = tools.filter(({ operation: id }) => id === operation.id);
    return [
      (operation.clientMethods ?? [operation.id]).map(code).join(', '),
      sentence(product.summaries[operation.id] ?? ''),
      code(`${operation.method} ${operation.path}`),
      needsOf(operation),
      operation.cosigned === undefined ? nothing : code(operation.cosigned),
      code(commandOf(operation.id, product.names[operation.id])),
      own.length === 0 ? nothing : own.map(({ name }) => code(name)).join(', '),
      operation.evidence ?? 'documented',
    ];
  });
  const columns = ['What it does', 'Request', 'Needs', 'Co-signed', 'Command', 'MCP tool'];
  return `
## ${title}

Calls on \`new ${client}()\`.

${table(['Call', ...columns, 'Evidence'], rows)}`;
}

const code = (text: string) => `\`${text}\``;
const sentence = (text: string) => text.replace(/\.$/, '');

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |\n`;
  return [columns, columns.map(() => '---'), ...rows].map(line).join('');
}
