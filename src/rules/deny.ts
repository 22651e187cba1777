import { quoted } from '../text/visible.ts';
import { keepsOut, selector, sentence } from './package-lists.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Zod } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const entry = (z: Zod) =>
  z.strictObject({
    package: selector(z).describe('`name`, `name@version` or `name@range`; `*` and `?` stand for parts of the name.'),
    reason: sentence(z, 'expected the reason, in words').describe('Why; it is shown to whoever proposes the package.'),
    useInstead: sentence(z, 'expected the name of another package').optional().describe('What to use in its place.'),
  });

export default definePackageRule({
  id: 'deny',
  summary: 'The package is not one that the policy denies.',
  why:
    'Some packages are known and not wanted: unmaintained, replaced, of a licence or an owner that the organisation has decided ' +
    'against. A denial is the most specific thing that a policy can say, so no exception and no approval covers it: take the entry ' +
    'out, or narrow its range. It counts for a package from any source, and a range takes in prereleases too.',
  incident: {
    date: '2022-01-05',
    what:
      'The owner of faker published 6.6.6 with everything taken out. The account was the right one and no ' +
      'code was hostile, so nothing but its age speaks against such a release: who knew of it could only ' +
      'name it.',
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
          ? 'Leave it out, or ask whoever keeps the policy.'
          : `Use ${quoted(useInstead, 1000)} instead.`,
    },
  },
  check({ dossier: { change }, options }) {
    const names = [change.name, ...change.aliases];
    return options.packages
      .filter(({ package: text }) => names.some((name) => keepsOut(text)(name, change.version)))
      .map(({ package: text, reason, useInstead }) => ({
        code: 'denied',
        args: { ...identity(change), entry: text, reason, ...(useInstead === undefined ? {} : { useInstead }) },
        stable: { entry: text },
      }));
  },
  examples: [
    {
      title: 'A package that the policy denies',
      dossier: { change: { name: 'request', version: '2.88.2' } },
      options: { packages: [{ package: 'request', reason: 'Unmaintained since 2020.', useInstead: 'undici' }] },
      expectedCodes: ['denied'],
    },
    {
      title: 'A prerelease of a range that is denied',
      dossier: { change: { version: '1.3.0-rc.1' } },
      options: { packages: [{ package: 'left-pad@<1.3.0', reason: 'Loses characters.' }] },
      expectedCodes: ['denied'],
    },
    {
      title: 'A version outside the range that is denied',
      dossier: {},
      options: { packages: [{ package: 'left-pad@<1.3.0', reason: 'Loses characters.' }] },
      expectedCodes: [],
    },
  ],
});
