import { limits, quoted } from '../text/visible.ts';
import { bundling, present } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args, Violation } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const bundler = ({ by, byVersion }: Args): string =>
  quoted(`${by ?? ''}@${byVersion ?? ''}`, limits.name + limits.version + 1);

const lockAgain =
  'Remove the entry from the lockfile and lock again, so that the package manager pins what it installs.';

export default definePackageRule({
  id: 'bundled',
  summary: 'What the lockfile calls bundled comes in the tarball of another package, and is seen.',
  why:
    'A bundled package is not fetched from a registry: it lies in the tarball of another, and the lockfile pins no bytes of ' +
    'its own. Whatever the registry says of its name and version need not be true of what is installed. And the claim is a way ' +
    'to leave out a pin: where the other package does not bundle it, npm fetches it from the registry after all, and takes ' +
    'whatever bytes it gets.',
  recommended: 'warn',
  floor: 'none',
  defaults: { falseClaim: 'error' },
  options: (z) => ({
    falseClaim: z
      .enum(['warn', 'error'], { error: 'expected `warn` or `error`' })
      .describe('What it counts as that a package is called bundled and no published manifest bundles it.'),
  }),
  audit: { falseClaim: 'warn' },
  sources: 'registry',
  needs: ['bundling'],
  messages: {
    'not-bundled': {
      severity: { option: 'falseClaim' },
      text: (args) =>
        `The lockfile says that ${named(args)} comes in the tarball of ${bundler(args)}, and no published manifest of that bundles it.`,
      remediation: () => lockAgain,
    },
    'no-bundler': {
      severity: { option: 'falseClaim' },
      text: (args) =>
        `The lockfile says that ${named(args)} is bundled and pins no bytes of it, and it lies in the folder of no package that comes from a registry.`,
      remediation: () => lockAgain,
    },
    bundled: {
      severity: 'configured',
      text: (args) =>
        `${named(args)} comes in the tarball of ${bundler(args)}: what the registry holds under its name need not be what is installed.`,
      remediation: (args) => `Make sure that ${bundler(args)} is trusted with what it bundles.`,
    },
    shrinkwrap: {
      severity: 'configured',
      text: (args) =>
        `${named(args)} brings an \`npm-shrinkwrap.json\` of its own: it decides which versions are installed below it.`,
      remediation: () => 'Make sure that what is locked below it is meant; each of these packages is judged as always.',
    },
    'bundles-unseen': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} has packages of its own in its tarball: what it names was judged as the registry has it, and what it carries need not be that.`,
      remediation: () =>
        'Lock it with the package manager: the lockfile says what is bundled, and each of these packages is judged as such.',
    },
    'shrinkwrap-unseen': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} has an \`npm-shrinkwrap.json\` in its tarball: it, and not what was judged, decides which versions are installed below it.`,
      remediation: () =>
        'Lock it with the package manager, and let the lockfile be judged: it says which versions come in.',
    },
  },
  check({ dossier: { change }, evidence, context }) {
    const { hasShrinkwrap, bundles, bringsShrinkwrap } = change.claims;
    const args = identity(change);
    const claims = evidence.bundling.state === 'present' ? evidence.bundling.value.claims : [];
    const spoken: Violation[] = claims.flatMap(({ line, by, held }) => {
      if (held && context.mode === 'audit') return [];
      const code = by === undefined ? 'no-bundler' : held ? 'bundled' : 'not-bundled';
      const holder = by === undefined ? {} : { by: by.name, byVersion: by.version };
      return [{ code, args: { ...args, ...holder }, stable: holder, line }];
    });
    if (hasShrinkwrap === true && context.mode === 'check') spoken.push({ code: 'shrinkwrap', args });
    if (bundles === true) spoken.push({ code: 'bundles-unseen', args });
    if (bringsShrinkwrap === true) spoken.push({ code: 'shrinkwrap-unseen', args });
    return spoken;
  },
  examples: [
    { title: 'A package with a pin of its own', dossier: {}, expectedCodes: [] },
    {
      title: 'A bundled package in an audit',
      mode: 'audit',
      dossier: { evidence: { bundling: bundling({ held: true }) } },
      expectedCodes: [],
    },
    {
      title: 'A package that another brings along in its tarball',
      dossier: { change: { claims: { inBundle: true } }, evidence: { bundling: bundling({ held: true }) } },
      expectedCodes: ['bundled'],
    },
    {
      title: 'A package whose own shrinkwrap decides what is below it',
      dossier: { change: { claims: { hasShrinkwrap: true } } },
      expectedCodes: ['shrinkwrap'],
    },
    {
      title: 'A package that no lockfile pins, with copies of others in its tarball',
      dossier: { change: { claims: { bundles: true } } },
      expectedCodes: ['bundles-unseen'],
    },
    {
      title: 'A package that no lockfile pins, with a shrinkwrap in its tarball',
      dossier: { change: { claims: { bringsShrinkwrap: true } } },
      expectedCodes: ['shrinkwrap-unseen'],
    },
    {
      title: 'The other package bundles nothing of the name',
      dossier: { change: { claims: { inBundle: true } }, evidence: { bundling: bundling() } },
      expectedCodes: ['not-bundled'],
    },
    {
      title: 'There is no other package that could',
      dossier: {
        change: { claims: { inBundle: true } },
        evidence: { bundling: present({ claims: [{ line: 10, pinned: false, held: false }] }) },
      },
      expectedCodes: ['no-bundler'],
    },
  ],
});
