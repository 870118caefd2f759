/** Rooms and the directions between them: a lower room never imports an upper one. */
const lowestFirst = [
  'node',
  'core',
  'webhooks',
  '(trainar|opentrain|platform)',
  'sandbox',
  'credentials',
  'mcp',
  'cli',
];

const upward = lowestFirst.slice(0, -1).map((room, height) => ({
  name: `${room.replace(/\W+/g, '-')}-imports-upward`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${lowestFirst.slice(height + 1).join('|')})/` },
}));

const nodeRooms =
  '^src/(cli/|credentials/|mcp/|node/|sandbox/node|webhooks/(node|redis|postgres|bullmq))';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'product-imports-product',
      severity: 'error',
      from: { path: '^src/(trainar|opentrain|platform)/' },
      to: { path: '^src/(trainar|opentrain|platform)/', pathNot: '^src/$1/' },
    },
    {
      name: 'sandbox-imports-client',
      comment: 'The sandbox judges the clients, so it shares nothing with them but the spec.',
      severity: 'error',
      from: { path: '^src/sandbox/' },
      to: { path: '^src/(trainar|opentrain|platform)/' },
    },
    {
      name: 'client-imports-zod',
      comment: 'A browser bundle of a client never pulls zod; schemas come by #schemas.',
      severity: 'error',
      from: { path: '^src/(core|webhooks|trainar|opentrain|platform)/' },
      to: {
        path: '(node_modules/zod|^generated/[^/]+/schemas)',
        dependencyTypesNot: ['type-only'],
        dynamic: false,
      },
    },
    {
      name: 'node-in-portable-room',
      severity: 'error',
      from: { path: '^src/', pathNot: nodeRooms },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'node-room-in-portable-room',
      severity: 'error',
      from: { path: '^src/', pathNot: nodeRooms },
      to: { path: '^src/node/' },
    },
    {
      name: 'circular',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
