import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations as opentrain } from '../../generated/opentrain/operations.ts';
import { operations as platform } from '../../generated/platform/operations.ts';
import { operations as trainar } from '../../generated/trainar/operations.ts';
import { build } from '../../src/cli/run.ts';
import type { Operation } from '../../src/core/operation.ts';
import { OpenTrain, OpenTrainPlatform, TrainAR } from '../../src/index.ts';
import { createOpenTrainMcp, createTrainARMcp, type McpServing } from '../../src/mcp/index.ts';
import { createSandbox } from '../../src/sandbox/index.ts';
import { overStdio } from '../support/mcp/eras.ts';

const page = readFileSync(new URL('../../docs/reference/operations.md', import.meta.url), 'utf8');
const sandbox = createSandbox();
const { apiKey } = sandbox.trainar.createTenant();
const { fetch } = sandbox;

const nothing = '—';
const keys = [
  'calls',
  'what',
  'request',
  'needs',
  'cosigned',
  'command',
  'tools',
  'evidence',
] as const;
type Row = Record<(typeof keys)[number], string>;

/** The lines of the table under a heading, cell by cell. */
function cellsUnder(heading: string): string[][] {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const lines =
    section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('| ')) ?? [];
  return lines.slice(2).map((line) => line.slice(2, -2).split(' | '));
}

const rowsUnder = (heading: string) =>
  cellsUnder(heading).map(
    (cells) => Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? ''])) as Row,
  );

/** What stands in code, one by one. */
const inCode = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

async function toolsOf(serving: McpServing): Promise<string[]> {
  await using connection = await overStdio(serving, 'handshake');
  const { tools } = await connection.client.listTools();
  return tools.map(({ name }) => name);
}

describe.each([
  {
    heading: 'OpenTrain, Public API',
    product: 'opentrain',
    operations: opentrain as Record<string, Operation>,
    client: new OpenTrain({ fetch }),
    serving: () => createOpenTrainMcp({ fetch, unavailable: 'show' }),
  },
  {
    heading: 'TrainAR',
    product: 'trainar',
    operations: trainar as Record<string, Operation>,
    client: new TrainAR({ apiKey, fetch }),
    serving: () => createTrainARMcp({ apiKey, fetch, restOnly: true }),
  },
  {
    heading: 'OpenTrain, Platform API',
    product: 'platform',
    operations: platform as Record<string, Operation>,
    client: new OpenTrainPlatform({ token: 'ot_ptk_none', fetch }),
    serving: undefined,
  },
])('the table of $heading', ({ heading, product, operations, client, serving }) => {
  const rows = rowsUnder(heading);
  let program: Command;
  let listed: string[];
  beforeAll(async () => {
    program = await build([product]);
    listed = serving ? await toolsOf(serving()) : [];
  });

  it('has a row for each operation, and no other', () => {
    const requests = Object.values(operations).map(({ method, path }) => `${method} ${path}`);
    expect(rows.flatMap(({ request }) => inCode(request))).toEqual(requests);
  });

  it('names calls that the client has', () => {
    const resources = client as unknown as Record<string, Record<string, unknown>>;
    for (const call of rows.flatMap(({ calls }) => inCode(calls))) {
      const [resource = '', method = ''] = call.split('.');
      expect(typeof resources[resource]?.[method], call).toBe('function');
    }
    expect(rows.every(({ calls }) => inCode(calls).length > 0)).toBe(true);
  });

  it('names commands that the program has', () => {
    for (const { command } of rows) {
      const words = inCode(command).flatMap((text) => text.split(' '));
      const found = [product, ...words].reduce<Command | undefined>(
        (group, word) => group?.commands.find((one) => one.name() === word),
        program,
      );
      expect(found?.commands, command).toEqual([]);
    }
  });

  it('names every tool that the server lists, and no other', () => {
    const named = rows.flatMap(({ tools }) => inCode(tools));
    expect([...named].sort()).toEqual([...listed].sort());
    for (const { tools } of rows) if (inCode(tools).length === 0) expect(tools).toBe(nothing);
  });

  it('says what a caller needs, and how the operation is known', () => {
    rows.forEach((row, i) => {
      const operation = Object.values(operations)[i] as Operation;
      const { scope = [], scopeAny = [], feature, cosigned } = operation;
      expect(inCode(row.needs)).toEqual([...scope, ...scopeAny, ...(feature ? [feature] : [])]);
      expect(row.needs.includes('claimed')).toBe(operation.claimed === true);
      expect(row.needs.includes('no token')).toBe(operation.tokenless === true);
      expect(row.cosigned).toBe(cosigned ? `\`${cosigned}\`` : nothing);
      expect(row.evidence).toBe(operation.evidence ?? 'documented');
    });
  });
});

it('names the tools of TrainAR’s own server that no operation stands behind', async () => {
  const listed = await toolsOf(createTrainARMcp({ apiKey, fetch }));
  const others = rowsUnder('TrainAR').flatMap(({ tools }) => inCode(tools));
  const named = cellsUnder('Tools without an operation').flatMap(([name = '']) => inCode(name));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !listed.includes(name))).toEqual([]);
  expect(listed.filter((name) => !others.includes(name) && !named.includes(name))).toEqual([]);
});
