import { quoted } from '../text/visible.ts';
import { keepsOut, selector, sentence } from './package-lists.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Zod } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const entry = (z: Zod) =>
  z.strictObject({
    package: selector(z).describe('`name`, `name@version` or `name@range`; `*` and `?` match parts of the name.'),
    reason: sentence(z, 'expected the reason, in words').describe(
      'Why the package is denied; shown to whoever proposes it.',
    ),
    useInstead: sentence(z, 'expected the name of another package').optional().describe('What to use instead.'),
  });

export default definePackageRule({
  id: 'deny',
  summary: 'The policy does not deny the package.',
  why:
    'Some packages are known and unwanted: unmaintained, replaced, or with a license or an owner that the organisation has decided ' +
    'against. A denial is the most specific statement in a policy, so no exception and no approval covers it: remove the entry, or ' +
    'narrow its range. It applies to a package from any source, and a range matches prereleases too. What ' +
    'an approver denied in a comment is an error too, whatever the level of this rule.',
  incident: {
    date: '2022-01-05',
    what:
      'The owner of faker published 6.6.6 with all code removed. The account was the right one and no code ' +
      'was hostile, so only its age counted against the release: whoever knew about it could only ' +
      'deny it by name.',
  },
  recommended: 'error',
  floor: 'none',
  defaults: { packages: [] },
  options: (z) => ({
    packages: z
      .array(entry(z), { error: 'expected a list of packages with a reason each' })
      .max(5000, { error: 'expected at most 5000 packages' })
      .describe('The packages that are denied. The key `deny` of the policy is the same list.'),
  }),
  sources: 'any',
  needs: [],
  messages: {
    denied: {
      severity: 'configured',
      text: (args) => `${named(args)} is denied by the policy (${quoted(args.entry)}): ${quoted(args.reason, 1000)}.`,
      remediation: ({ useInstead }) =>
        useInstead === undefined
          ? 'Remove the package, or ask the owner of the policy.'
          : `Use ${quoted(useInstead, 1000)} instead.`,
    },
    'denied-by-decision': {
      severity: 'configured',
      text: (args) => `${named(args)} was denied by ${quoted(args.who)}: ${quoted(args.reason, 1000)}.`,
      remediation: (args) =>
        `Remove the package, or use another version. No approval lets it in while the denial by ${quoted(args.who)} stands.`,
    },
  },
  check({ dossier: { change }, options, context: { denials = [] } }) {
    const names = [change.name, ...change.aliases];
    const byPeople = denials
      .filter(({ name, version }) => name === change.name && version === change.version)
      .map(({ by, reason, id }) => ({
        code: 'denied-by-decision',
        args: { ...identity(change), who: by, reason },
        stable: { denial: id },
        standsFor: { level: 'error', floor: false } as const,
      }));
    const byPolicy = options.packages
      .filter(({ package: text }) => names.some((name) => keepsOut(text)(name, change.version)))
      .map(({ package: text, reason, useInstead }) => ({
        code: 'denied',
        args: { ...identity(change), entry: text, reason, ...(useInstead === undefined ? {} : { useInstead }) },
        stable: { entry: text },
      }));
    return [...byPolicy, ...byPeople];
  },
  examples: [
    {
      title: 'A package that the policy denies',
      dossier: { change: { name: 'request', version: '2.88.2' } },
      options: { packages: [{ package: 'request', reason: 'Unmaintained since 2020.', useInstead: 'undici' }] },
      expectedCodes: ['denied'],
    },
    {
      title: 'A prerelease within a denied range',
      dossier: { change: { version: '1.3.0-rc.1' } },
      options: { packages: [{ package: 'left-pad@<1.3.0', reason: 'Loses characters.' }] },
      expectedCodes: ['denied'],
    },
    {
      title: 'A version that an approver denied in a comment',
      dossier: {},
      denials: [{ name: 'left-pad', version: '1.3.0', by: 'ann', reason: 'Loses characters.', id: '1' }],
      expectedCodes: ['denied-by-decision'],
    },
    {
      title: 'A version outside the denied range',
      dossier: {},
      options: { packages: [{ package: 'left-pad@<1.3.0', reason: 'Loses characters.' }] },
      expectedCodes: [],
    },
  ],
});
