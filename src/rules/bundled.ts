import { limits, quoted } from '../text/visible.ts';
import { bundling, present } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Change } from '../model/index.ts';
import type { Args, Violation } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const bundler = ({ by, byVersion }: Args): string =>
  quoted(`${by ?? ''}@${byVersion ?? ''}`, limits.name + limits.version + 1);

const lockAgain =
  'Remove the entry from the lockfile and lock again, so that the package manager pins what it installs.';

/** Whether the base branch did not have it, or not with a shrinkwrap. */
const bringsIn = ({ version, baseVersions, changed }: Change): boolean =>
  !baseVersions.includes(version) || changed.includes('has-shrinkwrap');

export default definePackageRule({
  id: 'bundled',
  summary: 'A package that the lockfile calls bundled is in the tarball of another package, and is reported.',
  why:
    'A bundled package is not fetched from a registry: it is in the tarball of another package, and the lockfile pins no bytes of ' +
    'its own. What the registry says about its name and version need not be true of what is installed. The claim is also a way ' +
    'to omit a pin: if the other package does not bundle it, npm fetches it from the registry and accepts any bytes.',
  recommended: 'warn',
  floor: 'none',
  defaults: { falseClaim: 'error' },
  options: (z) => ({
    falseClaim: z
      .enum(['warn', 'error'], { error: 'expected `warn` or `error`' })
      .describe('The level where the lockfile calls a package bundled and no published manifest bundles it.'),
  }),
  audit: { falseClaim: 'warn' },
  sources: 'registry',
  needs: ['bundling'],
  messages: {
    'not-bundled': {
      severity: { option: 'falseClaim' },
      text: (args) =>
        `The lockfile says that ${named(args)} is bundled in the tarball of ${bundler(args)}, but the published manifest of that package does not bundle it.`,
      remediation: () => lockAgain,
    },
    'no-bundler': {
      severity: { option: 'falseClaim' },
      text: (args) =>
        `The lockfile says that ${named(args)} is bundled and pins no bytes for it, but it is not in the folder of any package from a registry.`,
      remediation: () => lockAgain,
    },
    bundled: {
      severity: 'configured',
      text: (args) =>
        `${named(args)} is bundled in the tarball of ${bundler(args)}: the installed code may differ from what the registry has under this name.`,
      remediation: (args) => `Confirm that you trust ${bundler(args)} with what it bundles.`,
    },
    shrinkwrap: {
      severity: 'configured',
      text: (args) =>
        `${named(args)} has its own \`npm-shrinkwrap.json\`, which decides which versions are installed below it.`,
      remediation: () => 'Confirm the versions that are locked below it; every rule judges these packages too.',
    },
    'shrinkwrap-unlisted': {
      severity: { option: 'falseClaim' },
      text: (args) =>
        `The lockfile says that ${named(args)} has an \`npm-shrinkwrap.json\`, and lists nothing below it: npm installs what that file names, from wherever it says, and none of it was checked.`,
      remediation: () =>
        'Remove the entry from the lockfile and lock again: npm then lists below it what the shrinkwrap names.',
    },
    'bundles-unseen': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} bundles packages in its tarball. lockgate judged the registry's versions of its dependencies; the bundled code may differ.`,
      remediation: () =>
        'Lock it with the package manager: the lockfile lists what is bundled, and lockgate judges each of these packages as bundled.',
    },
    'shrinkwrap-unseen': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} has an \`npm-shrinkwrap.json\` in its tarball, which decides which versions are installed below it; they may differ from the versions that were judged.`,
      remediation: () =>
        'Lock it with the package manager and run the check on the lockfile, which lists the versions that are installed.',
    },
  },
  check({ dossier: { change }, evidence, context }) {
    const { hasShrinkwrap, shrinkwrapUnlisted, bundles, bringsShrinkwrap } = change.claims;
    const args = identity(change);
    const claims = evidence.bundling.state === 'present' ? evidence.bundling.value.claims : [];
    const found: Violation[] = claims.flatMap(({ line, by, held }) => {
      if (held && context.mode === 'audit') return [];
      const code = by === undefined ? 'no-bundler' : held ? 'bundled' : 'not-bundled';
      const holder = by === undefined ? {} : { by: by.name, byVersion: by.version };
      return [{ code, args: { ...args, ...holder }, stable: holder, line }];
    });
    if (shrinkwrapUnlisted === true && bringsIn(change)) found.push({ code: 'shrinkwrap-unlisted', args });
    else if (hasShrinkwrap === true && context.mode === 'check') found.push({ code: 'shrinkwrap', args });
    if (bundles === true) found.push({ code: 'bundles-unseen', args });
    if (bringsShrinkwrap === true) found.push({ code: 'shrinkwrap-unseen', args });
    return found;
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
      title: 'A package in the tarball of another package',
      dossier: { change: { claims: { inBundle: true } }, evidence: { bundling: bundling({ held: true }) } },
      expectedCodes: ['bundled'],
    },
    {
      title: 'A package whose own shrinkwrap decides what is below it',
      dossier: { change: { claims: { hasShrinkwrap: true } } },
      expectedCodes: ['shrinkwrap'],
    },
    {
      title: 'A package with a shrinkwrap of which the lockfile lists nothing',
      dossier: { change: { claims: { hasShrinkwrap: true, shrinkwrapUnlisted: true } } },
      expectedCodes: ['shrinkwrap-unlisted'],
    },
    {
      title: 'A known package that gains the flag alone',
      dossier: {
        change: {
          ...{ kind: 'updated', previousVersion: '1.3.0', baseVersions: ['1.3.0'], changed: ['has-shrinkwrap'] },
          claims: { hasShrinkwrap: true, shrinkwrapUnlisted: true },
        },
      },
      expectedCodes: ['shrinkwrap-unlisted'],
    },
    {
      title: 'One whose shrinkwrap is listed nowhere, as in the base',
      dossier: {
        change: {
          ...{ kind: 'updated', previousVersion: '1.3.0', baseVersions: ['1.3.0'], changed: ['dependency-types'] },
          claims: { hasShrinkwrap: true, shrinkwrapUnlisted: true },
        },
      },
      expectedCodes: ['shrinkwrap'],
    },
    {
      title: 'A package that is not in a lockfile, with copies of others in its tarball',
      dossier: { change: { claims: { bundles: true } } },
      expectedCodes: ['bundles-unseen'],
    },
    {
      title: 'A package that is not in a lockfile, with a shrinkwrap in its tarball',
      dossier: { change: { claims: { bringsShrinkwrap: true } } },
      expectedCodes: ['shrinkwrap-unseen'],
    },
    {
      title: 'The other package does not bundle it',
      dossier: { change: { claims: { inBundle: true } }, evidence: { bundling: bundling() } },
      expectedCodes: ['not-bundled'],
    },
    {
      title: 'There is no other package that could bundle it',
      dossier: {
        change: { claims: { inBundle: true } },
        evidence: { bundling: present({ claims: [{ line: 10, pinned: false, held: false }] }) },
      },
      expectedCodes: ['no-bundler'],
    },
  ],
});
