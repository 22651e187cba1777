import { quoted } from '../text/visible.ts';
import type { Absent, Dependent, Present, ProvenanceOutcome, ReleaseHistory } from '../model/index.ts';
import { isSameRepository } from './builds.ts';
import { absent, buildIdentity, history, present, verifiedProvenance } from '../model/example.ts';
import { duration, milliseconds, spelled } from '../model/options.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named, plain, withCommas } from './subject.ts';
import { after, between, minute } from './time.ts';

const downloaded = ({ count }: Args) =>
  count === undefined ? 'its downloads could not be read' : `it had ${withCommas(count)} downloads last month`;

/** The package that pulls this one in and was built in the same repository, according to their certificates. */
function sibling(
  own: Present<ProvenanceOutcome> | Absent,
  dependents: Present<readonly Dependent[]> | Absent,
): Dependent | undefined {
  if (own.state === 'absent' || own.value.state !== 'verified' || dependents.state === 'absent') return undefined;
  const { identity: build } = own.value;
  const isCertified = ({ claimed }: Dependent['build']) => !claimed.includes('sourceRepository');
  return dependents.value.find(
    (each) => isCertified(build) && isCertified(each.build) && isSameRepository(build, each.build),
  );
}

const recycledWithin = milliseconds('90d');
const sameMoment = milliseconds('1d');

/**
 * The time of the oldest listed version, if the name itself is older: its former versions are gone, and the publisher may be
 * another one. Undefined if a version of 90 days or more is still listed.
 */
function recycledSince(first: string, history: Present<ReleaseHistory> | Absent, now: string): string | undefined {
  const times = history.state === 'present' ? history.value.releases.flatMap((each) => each.publishedAt ?? []) : [];
  const [oldest] = times.sort((a, b) => Date.parse(a) - Date.parse(b));
  if (oldest === undefined || between(oldest, now) >= recycledWithin) return undefined;
  return between(first, oldest) > sameMoment ? oldest : undefined;
}

export default definePackageRule({
  id: 'new-package',
  summary: 'A name that is new to the lockfile was first published some time ago.',
  why:
    'Packages made for an attack are young when they are proposed: an invented name that somebody registered, or a dependency ' +
    'that a hijacked release pulls in. flatmap-stream (event-stream, 2018) and plain-crypto-js (axios, March 2026) were new names ' +
    'in an ordinary upgrade. Such packages stay up for weeks, longer than any cooldown. An honest upgrade can add a new name too, ' +
    'for example for a new platform: if verified provenance shows that it was built in the same repository as the package that ' +
    'pulls it in, it is a warning. In an audit every name is already locked, so this rule reports nothing.',
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
    minimumPackageAge: duration(z).describe('How long ago the name must have been first published.'),
    unusedFor: duration(z).describe('The same for a name with fewer downloads than `minimumDownloads`.'),
    minimumDownloads: z
      .int({ error: 'expected a whole number, such as `1000`' })
      .min(0, { error: 'expected no less than 0' })
      .describe('Downloads of the last month that a name needs to count as used.'),
  }),
  sources: 'registry',
  needs: ['firstPublishedAt', 'history'],
  restsOn: 'publishTimes',
  optionalEvidence: ['downloads', 'provenance', 'bringers'],
  messages: {
    'young-name': {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}. The policy requires an age of ${plain(args.minimum)}.`,
      remediation: (args) =>
        `Confirm that you mean ${quoted(args.name)} and who publishes it, or wait until ${minute(args.passesAt, 'up')}; this rule then passes.`,
    },
    unused: {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}; ${downloaded(args)}. The policy requires an age of ${plain(args.minimum)}, or ${withCommas(args.least)} downloads.`,
      remediation: (args) =>
        `Confirm that you mean ${quoted(args.name)} and who publishes it, or wait until ${minute(args.passesAt, 'up')}; this rule then passes.`,
    },
    recycled: {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile. The name is older, but the registry lists no version from before ${minute(args.firstPublishedAt)}: a name that was given up can be registered by anybody. It counts as that old; the policy requires an age of ${plain(args.minimum)}.`,
      remediation: (args) =>
        `Confirm that you mean ${quoted(args.name)} and who publishes it now, or wait until ${minute(args.passesAt, 'up')}; this rule then passes.`,
    },
    sibling: {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}, but it was built in the same repository as ${quoted(args.dependent)}, which pulls it in.`,
      remediation: (args) =>
        `Check what the release notes of ${quoted(args.dependent)} say about ${quoted(args.name)}, or wait until ${minute(args.passesAt, 'up')}; this rule then passes.`,
    },
    'no-time': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} is new to this lockfile, and the registry does not say when the package was first published.`,
      remediation: (args) => `Confirm that you mean ${quoted(args.name)}, and record an exception with the reason.`,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (context.mode === 'audit' || change.baseVersions.length > 0) return [];
    if (evidence.firstPublishedAt.state === 'absent') return [{ code: 'no-time', args: identity(change) }];
    const listedSince = recycledSince(evidence.firstPublishedAt.value, evidence.history, context.now);
    const firstPublishedAt = listedSince ?? evidence.firstPublishedAt.value;
    const age = between(firstPublishedAt, context.now);
    const count = evidence.downloads.state === 'present' ? evidence.downloads.value : undefined;
    const isYoung = age < milliseconds(options.minimumPackageAge);
    const isUsed = (count ?? -1) >= options.minimumDownloads;
    if (!isYoung && (age >= milliseconds(options.unusedFor) || isUsed)) return [];
    const minimum = isYoung ? options.minimumPackageAge : options.unusedFor;
    const passesAt = after(firstPublishedAt, milliseconds(minimum));
    const args = { ...identity(change), firstPublishedAt, minimum: spelled(minimum), passesAt };
    const dependent = sibling(evidence.provenance, evidence.bringers)?.name;
    if (dependent !== undefined) {
      return [{ code: 'sibling', args: { ...args, dependent }, stable: { firstPublishedAt, bringer: dependent } }];
    }
    if (listedSince !== undefined) return [{ code: 'recycled', args, stable: { firstPublishedAt } }];
    if (isYoung) return [{ code: 'young-name', args, stable: { firstPublishedAt } }];
    const use = { least: options.minimumDownloads, ...(count === undefined ? {} : { count }) };
    return [{ code: 'unused', args: { ...args, ...use }, stable: { firstPublishedAt } }];
  },
  examples: [
    {
      title: 'A new name that was published exactly 30 days ago',
      dossier: { evidence: { firstPublishedAt: present('2026-05-16T12:00:00.000Z') } },
      expectedCodes: [],
    },
    {
      title: 'A young name that the base branch already has: an ordinary upgrade',
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
      title: 'Two months old, with few downloads',
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
      title: 'A name from last week that an upgrade pulls in',
      dossier: {
        change: { name: 'plain-crypto-js', direct: false, via: [['axios', 'plain-crypto-js']] },
        evidence: { firstPublishedAt: present('2026-06-08T07:30:00.000Z') },
      },
      expectedCodes: ['young-name'],
    },
    {
      title: 'A package from last week for a new platform, built in the same repository',
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
      title: 'The same, built in another repository',
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
      title: 'A new name without a publish time',
      dossier: { evidence: { firstPublishedAt: absent } },
      expectedCodes: ['no-time'],
    },
    {
      title: 'A name of 2015 of which only a version of last week is left',
      dossier: {
        evidence: {
          firstPublishedAt: present('2015-03-01T00:00:00.000Z'),
          history: history({ '2.0.0': '2026-06-08T07:30:00.000Z' }),
        },
      },
      expectedCodes: ['recycled'],
    },
    {
      title: 'The same, with a version of four months left',
      dossier: {
        evidence: {
          firstPublishedAt: present('2015-03-01T00:00:00.000Z'),
          history: history({ '1.9.0': '2026-02-08T07:30:00.000Z', '2.0.0': '2026-06-08T07:30:00.000Z' }),
        },
      },
      expectedCodes: [],
    },
  ],
});
