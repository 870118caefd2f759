/**
 * The documentation as a static site, into `site/`: texts and API in one, searchable, without a server.
 *
 *     npm run docs
 */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Application } from 'typedoc';
import { addDocuments } from './documents.ts';
import { entryPointsOf } from './entry-points.ts';
import { markEvidence } from './evidence.ts';
import { shortenGenerated } from './generated.ts';
import { writeForModels } from './llms.ts';
import { showOperations } from './operations.ts';
import { optionsOf } from './options.ts';
import { nameOptions } from './parameters.ts';
import { addRouter } from './router.ts';

const root = resolve(import.meta.dirname, '../..');
const out = resolve(root, 'site');

async function build(): Promise<void> {
  const entryPoints = entryPointsOf(root);
  const app = await Application.bootstrap(optionsOf(root, [...entryPoints.values()]));
  addRouter(app);
  addDocuments(app, root);
  shortenGenerated(app);
  nameOptions(app);
  showOperations(app);
  markEvidence(app);
  const found = app.getEntryPoints() ?? [];
  const names = new Map([...entryPoints].map(([name, source]) => [source, name]));
  const project = app.converter.convert(
    found.map((entry) => ({
      ...entry,
      displayName: names.get(entry.sourceFile.fileName) ?? entry.displayName,
    })),
  );
  app.validate(project);
  await rm(out, { recursive: true, force: true });
  await app.generateDocs(project, out);
  await writeForModels(root, out, [...entryPoints.keys()]);
  const { errorCount, warningCount, validationWarningCount } = app.logger;
  if (errorCount + warningCount + validationWarningCount > 0) {
    throw new Error(
      'The documentation has warnings: nothing that is said may be wrong or missing.',
    );
  }
}

await build();
