/** The tarball before publint and arethetypeswrong, and its size: `npm run test:package`. */
import { output } from '../runtimes/lane.ts';
import { pack, root, toolAt } from './packed.ts';

const packed = await pack();
try {
  const { tarball, size } = packed;
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  console.log(
    `${size.files} files, ${kilobytes(size.packed)} packed, ${kilobytes(size.unpacked)} unpacked`,
  );
  await check('publint', [toolAt('publint/src/cli.js'), 'run', tarball, '--strict']);
  // Resolution of Node 10 and older knows no `exports`.
  const attw = toolAt('@arethetypeswrong/cli/dist/index.js');
  await check('attw', [attw, tarball, '--profile', 'node16', '--format', 'ascii']);
} finally {
  await packed.remove();
}

async function check(name: string, args: readonly string[]): Promise<void> {
  try {
    await output(process.execPath, args, root);
    console.log(`passed   ${name}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAILED   ${name}\n${error instanceof Error ? error.message : error}`);
  }
}
