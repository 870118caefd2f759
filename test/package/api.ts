/**
 * The public surface in review form, one report for each import, kept in `docs/api-report`:
 * `npm run api` writes them from what is packed, `npm run api -- --check` fails when they differ.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { link, pack, root, tools } from './packed.ts';

const reports = join(root, 'docs/api-report');
const command = 'npm run build && npm run api';

/** Generated zod code, fifty times as long as the rest; its diff under `generated` is the review. */
const leftOut = ['./schemas'];

interface Manifest {
  exports: Record<string, string | { import: { types: string } }>;
}

/** What is used of API Extractor, which is installed among the tools. */
interface ApiExtractor {
  ExtractorConfig: { prepare(options: object): unknown };
  Extractor: { invoke(config: unknown, options: object): { succeeded: boolean } };
}

const packed = await pack();
try {
  // What lies under node_modules counts as foreign, and is left out of a report.
  const surface = join(packed.consumer, 'surface');
  await cp(join(packed.consumer, 'node_modules/trainyard'), surface, { recursive: true });
  await link(packed.consumer, ['msw']);
  const made = await extractAll(surface);
  await (process.argv.includes('--check') ? compare(made) : write(made));
} finally {
  await packed.remove();
}

async function extractAll(surface: string): Promise<Map<string, string>> {
  const { exports } = JSON.parse(await readFile(join(surface, 'package.json'), 'utf8')) as Manifest;
  const made = new Map<string, string>();
  for (const [subpath, target] of Object.entries(exports)) {
    if (typeof target === 'string' || leftOut.includes(subpath)) continue;
    const name = subpath === '.' ? 'trainyard' : subpath.slice(2).replaceAll('/', '-');
    made.set(`${name}.api.md`, await extract(surface, name, target.import.types));
  }
  return made;
}

function load(): ApiExtractor {
  return createRequire(join(tools, 'package.json'))('@microsoft/api-extractor');
}

async function extract(surface: string, name: string, types: string): Promise<string> {
  const { Extractor, ExtractorConfig } = load();
  const entry = join(surface, types);
  const silent = { default: { logLevel: 'none' } };
  const configObject = {
    projectFolder: surface,
    mainEntryPointFilePath: entry,
    newlineKind: 'lf',
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          target: 'es2022',
          module: 'esnext',
          moduleResolution: 'bundler',
          lib: ['ES2022', 'ESNext.Disposable', 'DOM', 'DOM.Iterable'],
          types: [],
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: true,
        },
        files: [entry],
      },
    },
    apiReport: {
      enabled: true,
      reportFolder: surface,
      reportTempFolder: join(surface, 'temp'),
      reportFileName: name,
      // Most controls of the sandbox are types of functions that are not exported themselves.
      includeForgottenExports: name === 'sandbox',
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: { extractorMessageReporting: silent, tsdocMessageReporting: silent },
  };
  const prepared = ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: join(surface, 'package.json'),
  });
  const quiet = (message: { logLevel: string }) => {
    message.logLevel = 'none';
  };
  const { succeeded } = Extractor.invoke(prepared, { localBuild: true, messageCallback: quiet });
  if (!succeeded) throw new Error(`API Extractor could not read ${types}.`);
  return readFile(join(surface, `${name}.api.md`), 'utf8');
}

async function write(made: Map<string, string>): Promise<void> {
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  for (const [name, text] of made) await writeFile(join(reports, name), text);
  console.log(`${made.size} reports in docs/api-report`);
}

async function compare(made: Map<string, string>): Promise<void> {
  const kept = await readdir(reports).catch(() => [] as string[]);
  for (const name of new Set([...kept, ...made.keys()])) {
    const before = kept.includes(name) ? await readFile(join(reports, name), 'utf8') : '';
    const after = made.get(name) ?? '';
    if (before === after) continue;
    process.exitCode = 1;
    const [was, is] = [before.split('\n'), after.split('\n')];
    const at = is.findIndex((line, i) => line !== was[i]);
    console.log(`docs/api-report/${name} is not current, from line ${at + 1} on:`);
    console.log(`- ${was[at] ?? ''}\n+ ${is[at] ?? ''}`);
  }
  if (process.exitCode) console.log(`If that is meant: ${command}, and commit the reports.`);
  else console.log(`${made.size} reports are current`);
}
