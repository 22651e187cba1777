import { quoted } from '../text/visible.ts';
import type { Absent, Dependent, Present, ProvenanceOutcome, ReleaseHistory, Upgrade } from '../model/index.ts';
import { isSameRepository } from './builds.ts';
import { absent, buildIdentity, history, present, verifiedProvenance } from '../model/example.ts';
import { unavailable } from '../model/evidence-values.ts';
import { duration, milliseconds, spelled } from '../model/options.ts';
import { fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named, plain, withCommas } from './subject.ts';
import { after, between, minute } from './time.ts';

const downloaded = ({ count }: Args) => `it had ${withCommas(count)} downloads last month`;

/** What the policy requires of the age, and of what kind of name. */
function required(args: Args): string {
  if (args.upgrade !== undefined) {
    return `The policy requires an age of ${plain(args.minimum)} of a name that only an upgrade pulls in (here ${quoted(args.upgrade)}).`;
  }
  if (args.count === undefined) return `The policy requires an age of ${plain(args.minimum)}.`;
  return `It had ${withCommas(args.count)} downloads last month: under ${withCommas(args.least)} the policy requires an age of ${plain(args.minimum)}.`;
}

/** The advisories that the upgrades fix, where each of them fixes one. */
function fixesOf(upgrades: readonly Upgrade[]): readonly string[] {
  if (upgrades.some(({ fixes }) => fixes.length === 0)) return [];
  return [...new Set(upgrades.flatMap(({ fixes }) => fixes))].sort();
}

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
  const oldest = history.state === 'present' ? oldestOf(history.value) : undefined;
  if (oldest === undefined || between(oldest, now) >= recycledWithin) return undefined;
  return between(first, oldest) > sameMoment ? oldest : undefined;
}

/** When the oldest version that the registry lists was published. */
function oldestOf({ releases }: ReleaseHistory): string | undefined {
  const times = releases.flatMap(({ publishedAt }) => publishedAt ?? []);
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
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
  defaults: { minimumPackageAge: '30d', pulledInAge: '7d', unusedFor: '90d', minimumDownloads: 1000 },
  options: (z) => ({
    minimumPackageAge: duration(z).describe('How long ago the name must have been first published.'),
    pulledInAge: duration(z).describe(
      'The same for a name that only upgrades pull in: every path to it goes through a package that the base branch has in a lower version.',
    ),
    unusedFor: duration(z).describe('The same for a name with fewer downloads than `minimumDownloads`.'),
    minimumDownloads: z
      .int({ error: 'expected a whole number, such as `1000`' })
      .min(0, { error: 'expected no less than 0' })
      .describe('Downloads of the last month that a name needs to count as used.'),
  }),
  sources: 'registry',
  needs: ['firstPublishedAt', 'history'],
  restsOn: 'publishTimes',
  optionalEvidence: ['downloads', 'provenance', 'bringers', 'upgrades', 'advisories', 'predecessorAdvisories'],
  messages: {
    'young-name': {
      severity: 'configured',
      becomes: ['unused'],
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}. ${required(args)}`,
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
        `${quoted(args.name)} is new to this lockfile. The name is older, but the registry lists no version from before ${minute(args.firstPublishedAt)}: a name that was given up can be registered by anybody. It counts as that old. ${required(args)}`,
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
    'pulled-in-fix': {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}; ${quoted(args.upgrade)} pulls it in, and fixes ${quoted(args.fixes)}, which affects the version on the base branch.`,
      remediation: (args) =>
        `Review ${quoted(args.name)} and why ${quoted(args.upgrade)} needs it, or wait until ${minute(args.passesAt, 'up')}; this rule then passes.`,
    },
    'use-unknown': {
      severity: 'note',
      isUnknown: true,
      text: (args) =>
        `${quoted(args.name)} is new to this lockfile and was first published ${minute(args.firstPublishedAt)}; how often it is downloaded could not be read, so only its age was judged.`,
      remediation: () => 'Nothing needs to be done. Run the check again if the use of the package matters here.',
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
    const upgrades = listedSince === undefined && evidence.upgrades.state === 'present' ? evidence.upgrades.value : [];
    const count = evidence.downloads.state === 'present' ? evidence.downloads.value : 0;
    // The service says 0 for a name that it does not know; absent is that nobody counts.
    const isUseKnown = evidence.downloads.state === 'present';
    const [needed, unused] = [options.minimumPackageAge, options.unusedFor].map(milliseconds) as [number, number];
    const isUnused = upgrades.length === 0 && isUseKnown && count < options.minimumDownloads && unused > needed;
    const pulledIn =
      upgrades.length > 0 && milliseconds(options.pulledInAge) < needed ? options.pulledInAge : undefined;
    const minimum = pulledIn ?? (isUnused ? options.unusedFor : options.minimumPackageAge);
    const passesAt = after(firstPublishedAt, milliseconds(minimum));
    const upgrade = upgrades[0] === undefined ? {} : { upgrade: upgrades.map(({ name }) => name).join(', ') };
    const use = isUnused ? { count, least: options.minimumDownloads } : {};
    const args = { ...identity(change), firstPublishedAt, minimum: spelled(minimum), passesAt, ...upgrade, ...use };
    const stable = { firstPublishedAt };
    const age = between(firstPublishedAt, context.now);
    if (age >= milliseconds(minimum)) {
      const mayBeUnused = upgrades.length === 0 && !isUseKnown && age < unused && options.minimumDownloads > 0;
      return mayBeUnused ? [{ code: 'use-unknown', args, stable }] : [];
    }
    const dependent = sibling(evidence.provenance, evidence.bringers)?.name;
    if (dependent !== undefined) {
      return [{ code: 'sibling', args: { ...args, dependent }, stable: { ...stable, bringer: dependent } }];
    }
    if (listedSince !== undefined) return [{ code: 'recycled', args, stable }];
    const fixes = fixesOf(upgrades);
    if (fixes.length > 0) return [{ code: 'pulled-in-fix', args: { ...args, fixes: fixes.join(', ') }, stable }];
    return [{ code: age < needed ? 'young-name' : 'unused', args, stable }];
  },
  facts: ({ evidence }) =>
    halves(
      {},
      {
        ...fact(evidence, 'firstPublishedAt', 'firstPublishedAt', (at) => at),
        ...fact(evidence, 'history', 'oldestListed', (known) => oldestOf(known) ?? null),
      },
    ),
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
      title: 'Two months old, and the service knows no such name',
      dossier: { evidence: { firstPublishedAt: present('2026-04-15T00:00:00.000Z'), downloads: present(0) } },
      expectedCodes: ['unused'],
    },
    {
      title: 'Two months old, and its downloads cannot be read: a note, because its age alone is enough',
      dossier: {
        evidence: {
          firstPublishedAt: present('2026-04-15T00:00:00.000Z'),
          downloads: unavailable('server-error', 'HTTP 503'),
        },
      },
      expectedCodes: ['use-unknown'],
    },
    {
      title: 'Ten days old, and an upgrade pulls it in',
      dossier: {
        change: { name: 'tiny', direct: false, via: [['left-pad', 'tiny']] },
        evidence: {
          firstPublishedAt: present('2026-06-05T12:00:00.000Z'),
          upgrades: present([{ name: 'left-pad', version: '1.3.0', previous: '1.2.0', fixes: [] }]),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'Five days old, and an upgrade pulls it in',
      dossier: {
        change: { name: 'tiny', direct: false, via: [['left-pad', 'tiny']] },
        evidence: {
          firstPublishedAt: present('2026-06-10T12:00:00.000Z'),
          upgrades: present([{ name: 'left-pad', version: '1.3.0', previous: '1.2.0', fixes: [] }]),
        },
      },
      expectedCodes: ['young-name'],
    },
    {
      title: 'Five days old, and an upgrade that fixes an advisory pulls it in: a warning',
      dossier: {
        change: { name: 'tiny', direct: false, via: [['left-pad', 'tiny']] },
        evidence: {
          firstPublishedAt: present('2026-06-10T12:00:00.000Z'),
          upgrades: present([
            { name: 'left-pad', version: '1.3.0', previous: '1.2.0', fixes: ['GHSA-aaaa-bbbb-cccc'] },
          ]),
        },
      },
      expectedCodes: ['pulled-in-fix'],
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
