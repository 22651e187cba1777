import { admits, selector } from './package-lists.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named } from './subject.ts';

export default definePackageRule({
  id: 'allow',
  summary: 'Where the policy lists what may come in, the package is on the list.',
  why:
    'A list of what may come in turns the question round: what nobody has looked at stays out. It waives nothing: a package on the ' +
    'list is judged by every other rule. Without a list everything may come in. The packages of the repository itself are not asked about.',
  recommended: 'error',
  floor: 'none',
  defaults: { packages: [], depth: 'all' },
  options: (z) => ({
    packages: z
      .array(selector(z), { error: 'expected a list of packages, such as `["@acme/*", "left-pad@^1.2.0"]`' })
      .max(20_000, { error: 'expected at most 20000 packages' })
      .describe('The only packages that may come in; empty: all. The key `allow` of the policy is the same list.'),
    depth: z
      .enum(['direct', 'all'], { error: 'expected `direct` or `all`' })
      .describe('Whether what the direct dependencies bring in has to be on the list too.'),
  }),
  sources: 'any',
  needs: [],
  messages: {
    'not-listed': {
      severity: 'configured',
      text: (args) => `${named(args)} is not among the packages that the policy lets in.`,
      remediation: () => 'Use a package that is on the list, or propose this one for the list in a change of its own.',
    },
  },
  check({ dossier: { change }, options: { packages, depth } }) {
    const own = change.source.kind === 'workspace' || (change.source.kind === 'link' && !change.source.outside);
    if (packages.length === 0 || own || (depth === 'direct' && !change.direct)) return [];
    if (packages.some((text) => admits(text)(change.name, change.version))) return [];
    return [{ code: 'not-listed', args: identity(change) }];
  },
  examples: [
    { title: 'No list', dossier: {}, expectedCodes: [] },
    { title: 'On the list', dossier: {}, options: { packages: ['left-pad@^1.2.0'] }, expectedCodes: [] },
    { title: 'Not on the list', dossier: {}, options: { packages: ['@acme/*'] }, expectedCodes: ['not-listed'] },
    {
      title: 'A package that another one brings in, where only direct dependencies are listed',
      dossier: { change: { direct: false, via: [['express', 'left-pad']] } },
      options: { packages: ['express'], depth: 'direct' },
      expectedCodes: [],
    },
  ],
});
