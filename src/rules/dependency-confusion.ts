import { quoted } from '../text/visible.ts';
import { exampleRegistry } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named, pinsOf, registryOf } from './subject.ts';

const scopeOf = (name: string): string => (name.startsWith('@') ? name.slice(0, name.indexOf('/')) : '');

export default definePackageRule({
  id: 'dependency-confusion',
  summary:
    'No package from elsewhere has a name that belongs to this repository, or a scope that is exclusive to one registry.',
  why:
    'In 2021 packages with the names of internal packages were published to the public registry and installed inside ' +
    'thirty-five companies: where a name can come from two registries, the higher version wins. A private workspace is never ' +
    'published, so a package with its name in a registry belongs to somebody else. A scope that `registries` marks ' +
    '`exclusive: true` must come from that registry and from no other.',
  recommended: 'error',
  floor: 'whole',
  defaults: { exclusive: [] },
  options: (z) => ({
    exclusive: z
      .array(z.strictObject({ scope: z.string(), registry: z.string() }))
      .describe('Always the scopes that `registries` marks with `exclusive: true`.'),
  }),
  sources: 'registry',
  needs: [],
  messages: {
    workspace: {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} comes from a registry but has the name of a private workspace of this repository, ${quoted(args.workspace)}.`,
      remediation: (args) =>
        `Depend on the workspace itself (\`workspace:*\`, or a range that its version satisfies), and lock again. If you mean another package, rename the workspace in ${quoted(args.workspace)} first.`,
    },
    scope: {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} does not come from ${quoted(args.holder)}, which the policy makes the only registry for the scope ${quoted(args.scope)}.`,
      remediation: (args) =>
        `Lock again with ${quoted(args.scope)} mapped to ${quoted(args.holder)}, and find out why it came from elsewhere.`,
    },
  },
  check({ dossier, options }) {
    const { change } = dossier;
    const about = identity(change);
    const { workspace } = change;
    const own =
      workspace === undefined ? [] : [{ code: 'workspace', args: { ...about, workspace }, stable: { workspace } }];
    const held = options.exclusive.find(({ scope }) => scope === scopeOf(change.name));
    if (held === undefined) return own;
    const { scope, registry: holder } = held;
    const strays = pinsOf(dossier).filter(({ address }) => !['trusted', 'omitted'].includes(address.verdict));
    if (registryOf(dossier) === holder && strays.length === 0) return own;
    return [...own, { code: 'scope', args: { ...about, scope, holder }, stable: { scope, holder } }];
  },
  examples: [
    { title: 'A name that no workspace has', dossier: {}, expectedCodes: [] },
    {
      title: 'A package of an exclusive scope, from its registry',
      dossier: { change: { name: '@acme/tool' } },
      options: { exclusive: [{ scope: '@acme', registry: exampleRegistry }] },
      expectedCodes: [],
    },
    {
      title: 'A package from a registry with the name of a private workspace',
      dossier: { change: { workspace: 'packages/left-pad/package.json' } },
      expectedCodes: ['workspace'],
    },
    {
      title: 'An exclusive scope, assigned to another registry',
      dossier: { change: { name: '@acme/tool' } },
      options: { exclusive: [{ scope: '@acme', registry: 'https://registry.acme.example/' }] },
      expectedCodes: ['scope'],
    },
    {
      title: 'An exclusive scope, downloaded from another registry',
      dossier: {
        change: { name: '@acme/tool' },
        addresses: [{ verdict: 'elsewhere', shown: 'https://packages.test/' }],
      },
      options: { exclusive: [{ scope: '@acme', registry: exampleRegistry }] },
      expectedCodes: ['scope'],
    },
  ],
});
