/* Who may import whom (docs/decisions/0001-the-house.md). Type-only imports count. */
const foundations =
  '^server/(auth|database|vault|tiktok|audit|backup|csv|metrics|jobs|credentials|budget|outages|reach|checks|mail)/|^server/[^/]+\\.ts$';
/* These bind the API, the queues and the start of the process to the nouns' verbs. */
const bindings = '^server/(api|workers|boot)\\.ts$';
const nouns =
  'account advertisers apps authorizations connections coverage health invitations keys members sweeps tags teams views'.split(
    ' ',
  );
const outside = '^(contract|lib|components|app|server|i18n|messages|simulator|test|e2e|scripts|bench)/';
const spec = '\\.test\\.tsx?$';

/** `from` may reach nothing of ours but `to`. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: spec },
  to: { path: outside, pathNot: to },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^server-only$' } },
    only(
      'contract-alone',
      '^contract/',
      '^contract/',
      'The contract is paper: it knows zod and the oRPC contract only.',
    ),
    {
      name: 'contract-libraries',
      severity: 'error',
      from: { path: '^contract/', pathNot: spec },
      to: { path: 'node_modules', pathNot: 'node_modules/(zod|@orpc/contract)/' },
    },
    only('lib-down', '^lib/', '^(lib|contract)/', 'The toolbox looks down to the contract.'),
    only('ui-knows-no-noun', '^components/(ui|layout)/', '^(components/(ui|layout)|lib|contract|messages)/'),
    only('components-down', '^components/([^/]+)/', '^(components/($1|ui|layout)|lib|contract|messages)/'),
    {
      name: 'foundations-never-up',
      comment: 'Foundations never look up at nouns.',
      severity: 'error',
      from: { path: foundations, pathNot: [spec, bindings] },
      // What mails say stands with everything else that is said.
      to: { path: outside, pathNot: `${foundations}|^contract/|^messages/\\w+/mail\\.json$` },
    },
    ...nouns.map((noun) =>
      only(
        `${noun}-alone`,
        `^server/${noun}/`,
        `${foundations}|^contract/|^server/${noun}/`,
        'A noun reaches another through the database.',
      ),
    ),
    only('app-has-doors', '^app/', '^(app|components|lib|contract|server|i18n|messages)/'),
    {
      name: 'app-not-into-the-cellar',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: 'server/database/(generated|client)|node_modules/(@prisma|\\.prisma|undici|pg|pg-boss)/' },
    },
    only(
      'simulator-alone',
      '^simulator/',
      '^simulator/',
      'The stand-in TikTok is written from the fact sheet, not from us.',
    ),
    {
      name: 'product-without-simulator',
      severity: 'error',
      from: { path: '^(contract|lib|components|app|server)/', pathNot: spec },
      to: { path: '^(simulator|test|e2e|scripts|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: [
        'server/database/generated',
        '\\.next',
        'node_modules/(?!(@prisma|\\.prisma|undici|pg|pg-boss|zod|@orpc)/)',
      ],
    },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
