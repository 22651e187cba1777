import { quoted } from '../text/visible.ts';
import { exampleRegistry } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named, pinsOf, registryOf } from './subject.ts';

const scopeOf = (name: string): string => (name.startsWith('@') ? name.slice(0, name.indexOf('/')) : '');

export default definePackageRule({
  id: 'dependency-confusion',
  summary:
    'Nothing takes a name that belongs to this repository, or a scope that one registry holds alone, from elsewhere.',
  why:
    'In 2021 packages under the names of internal ones were published to the public registry and were installed inside ' +
    'thirty-five companies: where a name can come from two places, whoever publishes the higher version wins. A private ' +
    'workspace is never published, so its name from a registry is somebody else. A scope that `registries` marks ' +
    '`exclusive: true` comes from that registry and from no other.',
  recommended: 'error',
  floor: 'whole',
  defaults: { exclusive: [] },
  options: (z) => ({
    exclusive: z
      .array(z.strictObject({ scope: z.string(), registry: z.string() }))
      .describe('Always what `registries` with `exclusive: true` says.'),
  }),
  sources: 'registry',
  needs: [],
  messages: {
    workspace: {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} comes from a registry under the name of a private workspace of this repository, ${quoted(args.workspace)}.`,
      remediation: (args) =>
        `Depend on the workspace itself (\`workspace:*\`, or a range that its version meets), and lock again; if another package is meant, rename the workspace in ${quoted(args.workspace)} first.`,
    },
    scope: {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} does not come from ${quoted(args.holder)}, which by the policy holds the scope ${quoted(args.scope)} alone.`,
      remediation: (args) =>
        `Lock again with ${quoted(args.scope)} mapped to ${quoted(args.holder)}, and find out how it came from elsewhere.`,
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
      title: 'The name of a private workspace comes from a registry',
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
