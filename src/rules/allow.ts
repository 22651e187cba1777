import { admits, selector } from './package-lists.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named } from './subject.ts';

export default definePackageRule({
  id: 'allow',
  summary: 'Where the policy lists the allowed packages, the package is on the list.',
  why:
    'With a list of allowed packages, a package that nobody has reviewed is refused. The list waives no other rule: every other rule ' +
    'still judges a listed package. Without a list every package is allowed. The packages of the repository itself need no entry.',
  recommended: 'error',
  floor: 'none',
  defaults: { packages: [], depth: 'all' },
  options: (z) => ({
    packages: z
      .array(selector(z), { error: 'expected a list of packages, such as `["@acme/*", "left-pad@^1.2.0"]`' })
      .max(20_000, { error: 'expected at most 20000 packages' })
      .describe(
        'The only allowed packages; if empty, all are allowed. The key `allow` of the policy is the same list.',
      ),
    depth: z
      .enum(['direct', 'all'], { error: 'expected `direct` or `all`' })
      .describe('Whether the packages that direct dependencies pull in must be on the list too.'),
  }),
  sources: 'any',
  needs: [],
  messages: {
    'not-listed': {
      severity: 'configured',
      text: (args) => `${named(args)} is not on the policy's list of allowed packages.`,
      remediation: () =>
        'Use a package that is on the list, or propose this one for the list in a separate pull request.',
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
      title: 'A package that another one pulls in, where only direct dependencies must be listed',
      dossier: { change: { direct: false, via: [['express', 'left-pad']] } },
      options: { packages: ['express'], depth: 'direct' },
      expectedCodes: [],
    },
  ],
});
