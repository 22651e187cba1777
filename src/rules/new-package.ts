import { quoted } from '../text/visible.ts';
import type { Absent, Bringer, Present, ProvenanceOutcome } from '../model/index.ts';
import { isSameRepository } from './builds.ts';
import { absent, buildIdentity, present, verifiedProvenance } from '../model/example.ts';
import { duration, milliseconds, spelled } from '../model/options.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named, plain } from './subject.ts';
import { after, between, minute } from './time.ts';

const downloaded = ({ count }: Args) =>
  count === undefined
    ? 'how often it is downloaded could not be read'
    : `it was downloaded ${plain(count)} times in the last month`;

/** Of the packages that bring it in, the one that was built in the same repository, by what certificates say. */
function sibling(
  own: Present<ProvenanceOutcome> | Absent,
  bringers: Present<readonly Bringer[]> | Absent,
): Bringer | undefined {
  if (own.state === 'absent' || own.value.state !== 'verified' || bringers.state === 'absent') return undefined;
  const { identity: build } = own.value;
  const isCertified = ({ claimed }: Bringer['build']) => !claimed.includes('sourceRepository');
  return bringers.value.find(
    (each) => isCertified(build) && isCertified(each.build) && isSameRepository(build, each.build),
  );
}

export default definePackageRule({
  id: 'new-package',
  summary: 'A name that the lockfile did not have before was first published some time ago.',
  why:
    'Packages made for an attack are young when they are proposed: an invented name that somebody registered, or a dependency ' +
    'that a hijacked release brings in. flatmap-stream (event-stream, 2018) and plain-crypto-js (axios, March 2026) were new names ' +
    'inside an ordinary upgrade. Such packages stay up for weeks, longer than any cooldown. What an honest upgrade splits off ' +
    'is a new name too, a platform that it builds for since then among them: built in the same repository as the package that ' +
    'brings it in, by provenance that verifies, it is a warning. In an audit every name is already there, and this rule has ' +
    'nothing to say.',
  incident: {
    date: '2026-03-31',
    what:
      'axios 1.14.1 and 0.30.4, published from the machine of a maintainer, differed from the releases ' +
      'before by one dependency: plain-crypto-js, a name that was hours old and had a postinstall script. ' +
      'They were up for three hours.',
  },
  recommended: 'error',
  floor: 'none',
  defaults: { minimumPackageAge: '30d', unusedFor: '90d', minimumDownloads: 1000 },
  options: (z) => ({
    minimumPackageAge: duration(z).describe('How long ago the name must have been published for the first time.'),
    unusedFor: duration(z).describe('The same for a name that is downloaded less than `minimumDownloads`.'),
    minimumDownloads: z
      .int({ error: 'expected a whole number, such as `1000`' })
      .min(0, { error: 'expected no less than 0' })
      .describe('Downloads of the last month from which a name counts as used.'),
  }),
  sources: 'registry',
  needs: ['firstPublishedAt'],
  optionalEvidence: ['downloads', 'provenance', 'bringers'],
  messages: {
    'young-name': {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile, and its name was first published ${minute(args.firstPublishedAt)}: less than the ${plain(args.minimum)} that the policy asks for.`,
      remediation: (args) =>
        `Make sure that ${quoted(args.name)} is the package that is meant and who is behind it, or wait until ${minute(args.passesAt, 'up')}, when it passes.`,
    },
    unused: {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile; its name was first published ${minute(args.firstPublishedAt)}, and ${downloaded(args)}, where the policy asks for ${plain(args.minimum)} or ${plain(args.least)} downloads.`,
      remediation: (args) =>
        `Make sure that ${quoted(args.name)} is the package that is meant and who is behind it, or wait until ${minute(args.passesAt, 'up')}, when it passes.`,
    },
    sibling: {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile, and its name was first published ${minute(args.firstPublishedAt)}; it was built in the same repository as ${quoted(args.bringer)}, which brings it in.`,
      remediation: (args) =>
        `See what the release of ${quoted(args.bringer)} says of ${quoted(args.name)}; from ${minute(args.passesAt, 'up')} on it is not new any more.`,
    },
    'no-time': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} is new to this lockfile, and the registry does not say when the name was first published.`,
      remediation: (args) =>
        `Make sure that ${quoted(args.name)} is the package that is meant, and record an exception with the reason.`,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === 'audit' || change.baseVersions.length > 0) return [];
    if (evidence.firstPublishedAt.state === 'absent') return [{ code: 'no-time', args: identity(change) }];
    const firstPublishedAt = evidence.firstPublishedAt.value;
    const age = between(firstPublishedAt, context.now);
    const count = evidence.downloads.state === 'present' ? evidence.downloads.value : undefined;
    const isYoung = age < milliseconds(options.minimumPackageAge);
    const isUsed = (count ?? -1) >= options.minimumDownloads;
    if (!isYoung && (age >= milliseconds(options.unusedFor) || isUsed)) return [];
    const minimum = isYoung ? options.minimumPackageAge : options.unusedFor;
    const passesAt = after(firstPublishedAt, milliseconds(minimum));
    const args = { ...identity(change), firstPublishedAt, minimum: spelled(minimum), passesAt };
    const bringer = sibling(evidence.provenance, evidence.bringers)?.name;
    if (bringer !== undefined) {
      return [{ code: 'sibling', args: { ...args, bringer }, stable: { firstPublishedAt, bringer } }];
    }
    if (isYoung) return [{ code: 'young-name', args, stable: { firstPublishedAt } }];
    const use = { least: options.minimumDownloads, ...(count === undefined ? {} : { count }) };
    return [{ code: 'unused', args: { ...args, ...use }, stable: { firstPublishedAt } }];
  },
  examples: [
    {
      title: 'A new name that has been there for exactly 30 days',
      dossier: { evidence: { firstPublishedAt: present('2026-05-16T12:00:00.000Z') } },
      expectedCodes: [],
    },
    {
      title: 'A young name that the base already has: an ordinary upgrade',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: { firstPublishedAt: present('2026-06-10T00:00:00.000Z') },
      },
      expectedCodes: [],
    },
    {
      title: 'Two months old and used',
      dossier: { evidence: { firstPublishedAt: present('2026-04-15T00:00:00.000Z'), downloads: present(1000) } },
      expectedCodes: [],
    },
    {
      title: 'Two months old, and hardly anybody uses it',
      dossier: { evidence: { firstPublishedAt: present('2026-04-15T00:00:00.000Z'), downloads: present(999) } },
      expectedCodes: ['unused'],
    },
    {
      title: 'Two months old, and its downloads cannot be read',
      dossier: { evidence: { firstPublishedAt: present('2026-04-15T00:00:00.000Z'), downloads: absent } },
      expectedCodes: ['unused'],
    },
    {
      title: 'A young name in an audit',
      mode: 'audit',
      dossier: { evidence: { firstPublishedAt: present('2026-06-10T00:00:00.000Z') } },
      expectedCodes: [],
    },
    {
      title: 'A name of last week that an upgrade brings in',
      dossier: {
        change: { name: 'plain-crypto-js', direct: false, via: [['axios', 'plain-crypto-js']] },
        evidence: { firstPublishedAt: present('2026-06-08T07:30:00.000Z') },
      },
      expectedCodes: ['young-name'],
    },
    {
      title: 'A platform that an upgrade builds for since last week, built in the same repository',
      dossier: {
        change: { name: 'left-pad-linux', direct: false, via: [['left-pad', 'left-pad-linux']] },
        evidence: {
          firstPublishedAt: present('2026-06-08T07:30:00.000Z'),
          provenance: verifiedProvenance(),
          bringers: present([{ name: 'left-pad', version: '1.3.0', build: buildIdentity }]),
        },
      },
      expectedCodes: ['sibling'],
    },
    {
      title: 'The same, built in a repository of its own',
      dossier: {
        change: { name: 'left-pad-linux', direct: false, via: [['left-pad', 'left-pad-linux']] },
        evidence: {
          firstPublishedAt: present('2026-06-08T07:30:00.000Z'),
          provenance: verifiedProvenance({
            sourceRepository: 'https://github.com/zeta/linux',
            sourceRepositoryId: '2002',
          }),
          bringers: present([{ name: 'left-pad', version: '1.3.0', build: buildIdentity }]),
        },
      },
      expectedCodes: ['young-name'],
    },
    {
      title: 'A new name without any time',
      dossier: { evidence: { firstPublishedAt: absent } },
      expectedCodes: ['no-time'],
    },
  ],
});
