import { join } from 'node:path';
import type { TypeDocOptions } from 'typedoc';
import { readableTables } from './tables.ts';

/** What TypeDoc is told. */
export function optionsOf(root: string, entryPoints: string[]): TypeDocOptions {
  return {
    name: 'Trainyard',
    entryPoints,
    tsconfig: join(root, 'docs/site/tsconfig.json'),
    // `npm run types` checks.
    skipErrorChecking: true,
    readme: 'none',
    router: 'site',
    // The repository has no public address.
    disableSources: true,
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    markdownItLoader: readableTables,
    customCss: join(root, 'docs/site/site.css'),
    headings: { readme: false, document: false },
    groupOrder: [
      'Start',
      'Guides',
      'Concepts',
      'Reference',
      'API',
      'Measured',
      'Decisions',
      'Project',
    ],
    navigation: { includeGroups: true },
    searchInComments: true,
    searchInDocuments: true,
    searchGroupBoosts: { Start: 2, Guides: 2, Concepts: 2 },
    // Parts of types that are documented, and nothing by themselves.
    intentionallyNotExported: [
      'src/sandbox/kernel/clock.ts:ClockSnapshot',
      'src/sandbox/kernel/kernel-part.ts:KernelPart',
      'src/webhooks/events.ts:UnknownName.unknown',
      'src/webhooks/fixtures/overrides.ts:Part',
      'src/webhooks/receiver/handlers.ts:NameOf',
    ],
    validation: {
      notExported: true,
      invalidLink: true,
      invalidPath: true,
      rewrittenLink: true,
      unusedMergeModuleWith: true,
    },
    locales: { en: { kind_plural_module: 'API' } },
  };
}
