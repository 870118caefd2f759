import { existsSync } from 'node:fs';
import { toolAt } from '../package/packed.ts';
import { type Lane, output, Unavailable } from './lane.ts';

const { arch, platform } = process;
const arm = arch === 'arm64';

/** Node's lines, Bun and Deno: each runs the consumer's files as they are. */
export const runtimes: Lane[] = [
  ...node(process.versions.node.split('.')[0] as string, () => process.execPath),
  ...['22', '24', '26'].flatMap((major) =>
    node(major, () => binary(`Node ${major}`, `node-${major}-${arch}/bin/node`)),
  ),
  ...both('Bun', () => [bun()]),
  ...both('Deno', () => [deno(), 'run', '--allow-all', '--node-modules-dir=manual']),
];

function node(major: string, program: () => string): Lane[] {
  return both(`Node ${major}`, () => [program()]);
}

/** The script as an ES module and as CommonJS. */
function both(name: string, command: () => [string, ...string[]]): Lane[] {
  return [
    { name: `${name} ESM`, file: 'esm.js' },
    { name: `${name} CommonJS`, file: 'cjs.cjs' },
  ].map(({ name, file }) => ({
    name,
    run: async (consumer) => {
      const [program, ...args] = command();
      return output(program, [...args, file], consumer);
    },
  }));
}

function bun(): string {
  return binary('Bun', `@oven/bun-${platform}-${arm ? 'aarch64' : 'x64'}/bin/bun`);
}

function deno(): string {
  const libc = platform === 'linux' ? '-glibc' : '';
  return binary('Deno', `@deno/${platform}-${arch}${libc}/deno`);
}

/** A binary that came as an npm package of its own. */
export function binary(name: string, path: string): string {
  const file = toolAt(path);
  if (existsSync(file)) return file;
  throw new Unavailable(`npm has no ${name} for ${platform} on ${arch} (${path})`);
}
