/** Imports point down only, and a room has one door. */
const room = '^(packages/[^/]+|apps/[^/]+)/src/([^/]+)/';
module.exports = {
  forbidden: [
    {
      name: 'domain-stands-alone',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { path: '^(packages/(database|schema)|apps)/|^node:' },
    },
    {
      name: 'database-knows-domain-only',
      severity: 'error',
      from: { path: '^packages/database/' },
      to: { path: '^(packages/schema|apps)/' },
    },
    {
      name: 'schema-knows-no-app',
      severity: 'error',
      from: { path: '^packages/schema/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^(packages/(database|schema)|apps/api)/' },
    },
    {
      name: 'one-door-a-room',
      comment: 'Another room is entered by its index.ts.',
      severity: 'error',
      from: { path: room, pathNot: '\\.test\\.tsx?$' },
      to: { path: room, pathNot: ['^$1/src/$2/', '/index\\.ts$', '\\.fixture\\.ts$', '\\.(css|svg|json)$', '^apps/web/src/(paraglide|gql)/'] },
    },
    {
      name: 'no-cycles',
      comment: 'Entities refer to each other; a rule holds rules, and so does its editor.',
      severity: 'error',
      from: { path: '/src/', pathNot: ['\\.(entity|type)\\.ts$', '^apps/web/src/rules/editor/'] },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '\\.gen\\.ts$', '/paraglide/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'types', 'default'], extensions: ['.ts', '.tsx', '.js'] },
  },
};
