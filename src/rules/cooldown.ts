import semver from 'semver';
import { fixedBy } from '../model/fixed-advisories.ts';
import type { Change, ReleaseHistory } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { absent, history, present } from '../model/example.ts';
import { duration, milliseconds, spelled } from '../model/options.ts';
import { proposeInstead } from './releases.ts';
import { defined, fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named, plain } from './subject.ts';
import { after, between, length, minute } from './time.ts';

/**
 * How much later than the stated publish time a signed time may be. The registry's attestation is logged seconds after it
 * (nuxt 3.13.0: 1.6 s), provenance is signed seconds before it.
 */
const tolerance = 15 * 60_000;

/** Arguments that name a release to use in the meantime: the version on the base branch, where no newer one is old enough. */
function meanwhile(change: Change, releases: ReleaseHistory, publishedBefore: string): Args {
  const instead = proposeInstead(
    releases,
    change.version,
    ({ publishedAt }) => publishedAt !== undefined && between(publishedAt, publishedBefore) >= 0,
  );
  const { previousVersion } = change;
  const previous =
    previousVersion === undefined || previousVersion === change.version ? null : semver.parse(previousVersion);
  if (previous !== null && (instead === undefined || previous.compare(instead.version) >= 0)) {
    return { keep: previous.version };
  }
  return instead?.publishedAt === undefined ? {} : { instead: instead.version, insteadAt: instead.publishedAt };
}

function orUse(args: Args): string {
  if (args.keep !== undefined) return `, or keep ${quoted(args.keep)} until then`;
  if (args.instead === undefined) return '; no other release is old enough';
  return `, or use ${quoted(args.instead)} (published ${minute(args.insteadAt)}), the newest release that is old enough`;
}

export default definePackageRule({
  id: 'cooldown',
  summary: 'The version was published some time ago, so others had the chance to notice an attack.',
  why:
    'Of 41 catalogued takeovers of npm packages, 38 were live for at most 24 hours and all 41 for at most 72; the median was 6. ' +
    'Waiting until a release is three days old would have kept out every one of them. No other sign would have caught four of ' +
    'them, among them @solana/web3.js in 2024.',
  incident: {
    date: '2024-12-02',
    what:
      'The publisher of @solana/web3.js was phished; 1.95.6 and 1.95.7 sent off private keys when they were ' +
      'used. They were up for five hours. No public record showed a script, a new name or a change of ' +
      'publisher: their age was the only sign.',
  },
  recommended: 'error',
  floor: 'none',
  defaults: { minimumReleaseAge: '72h', securityFixBypass: true },
  options: (z) => ({
    minimumReleaseAge: duration(z).describe(
      'How long ago a version must have been published. `0h` only requires a publish time that is not in the future.',
    ),
    securityFixBypass: z
      .boolean({ error: 'expected `true` or `false`' })
      .describe('Whether a version that fixes an advisory about the version on the base branch is only a warning.'),
  }),
  strict: { minimumReleaseAge: '7d' },
  sources: 'registry',
  needs: ['publishedAt', 'history', 'signedAt'],
  restsOn: 'publishTimes',
  optionalEvidence: ['advisories', 'predecessorAdvisories'],
  messages: {
    future: {
      severity: 'configured',
      becomes: ['too-young', 'young-fix'],
      text: (args) => `The registry gives ${named(args)} a publish time in the future: ${minute(args.publishedAt)}.`,
      remediation: (args) =>
        `Wait until ${minute(args.passesAt, 'up')}${orUse(args)}. A publish time in the future is an error of the registry or its mirror.`,
    },
    'too-young': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} was published ${minute(args.publishedAt)}, ${plain(args.age)} ago: less than the ${plain(args.minimum)} that the policy requires.`,
      remediation: (args) => `Wait until ${minute(args.passesAt, 'up')} (this rule then passes)${orUse(args)}.`,
    },
    'young-fix': {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} was published ${minute(args.publishedAt)}, ${plain(args.age)} ago; it fixes ${quoted(args.fixes)}, which affects the version on the base branch.`,
      remediation: (args) =>
        `Review what else ${named(args)} changes, or wait until ${minute(args.passesAt, 'up')} (this rule then passes)${orUse(args)}.`,
    },
    'contradicted-time': {
      severity: 'advisory',
      text: (args) =>
        `The registry says that ${named(args)} was published ${minute(args.stated)}, but ${args.by === 'publish' ? 'its publish was approved and logged' : 'its provenance was signed'} ${minute(args.signed)}; the age counts from then.`,
      remediation: () =>
        'Ask the operator of the registry why its times contradict signed ones; a mirror may have made them up.',
    },
    'unwitnessed-approval': {
      severity: 'note',
      text: (args) =>
        `${named(args)} is a staged release that ${quoted(args.approver)} approved, and nothing but the registry's own word says when: its age counts from ${minute(args.publishedAt)}, and it may have become installable later.`,
      remediation: () => 'Nothing needs to be done. If it matters here, wait until its approval is old enough as well.',
    },
    'no-time': {
      severity: 'configured',
      text: (args) => `The registry gives publish times, but none for ${named(args)}, so its age is unknown.`,
      remediation: (args) =>
        `Use a version of ${quoted(args.name)} that has a publish time, or ask the operator of the registry for it.`,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (evidence.publishedAt.state === 'absent') return [{ code: 'no-time', args: identity(change) }];
    const stated = evidence.publishedAt.value;
    const minimum = milliseconds(options.minimumReleaseAge);
    const isOldEnough = (at: string) => between(at, context.now) >= Math.max(minimum, 0);
    // A time that a signature covers can only move the age, so it is not asked for where the stated one is too young.
    const times = isOldEnough(stated) && evidence.signedAt.state === 'present' ? evidence.signedAt.value : {};
    const { time: signed, unwitnessedApprover: approver } = times;
    const isContradicted = signed !== undefined && between(stated, signed.at) > tolerance;
    const contradiction = isContradicted
      ? [{ code: 'contradicted-time', args: { ...identity(change), stated, signed: signed.at, by: signed.by } }]
      : [];
    const publishedAt = isContradicted ? signed.at : stated;
    const age = between(publishedAt, context.now);
    if (isOldEnough(publishedAt)) {
      if (approver === undefined) return contradiction;
      const note = { ...identity(change), approver, publishedAt };
      return [...contradiction, { code: 'unwitnessed-approval', args: note, stable: { publishedAt } }];
    }
    const oldEnough = after(context.now, -minimum);
    const releases = evidence.history.state === 'present' ? evidence.history.value : { distTags: {}, releases: [] };
    const args = {
      ...identity(change),
      publishedAt,
      passesAt: after(publishedAt, minimum),
      age: length(age),
      minimum: spelled(options.minimumReleaseAge),
      ...meanwhile(change, releases, oldEnough),
    };
    if (age < 0) return [{ code: 'future', args, stable: { publishedAt } }, ...contradiction];
    const fixes = options.securityFixBypass ? fixedBy(evidence.predecessorAdvisories, evidence.advisories) : [];
    if (fixes.length === 0) return [{ code: 'too-young', args, stable: { publishedAt } }, ...contradiction];
    return [
      { code: 'young-fix', args: { ...args, fixes: fixes.join(', ') }, stable: { publishedAt } },
      ...contradiction,
    ];
  },
  facts: ({ evidence }) =>
    halves(
      {},
      {
        ...fact(evidence, 'publishedAt', 'publishedAt', (at) => at),
        ...fact(evidence, 'signedAt', 'signedAt', ({ time, unwitnessedApprover: approver }) =>
          defined({ at: time?.at, by: time?.by, approver }),
        ),
      },
    ),
  examples: [
    {
      title: 'Exactly 72 hours old',
      dossier: { evidence: { publishedAt: present('2026-06-12T12:00:00.000Z') } },
      expectedCodes: [],
    },
    {
      title: 'Two hours old, with an older release of the same major version',
      dossier: {
        change: { version: '1.3.1' },
        evidence: {
          publishedAt: present('2026-06-15T10:00:30.000Z'),
          history: history({
            '1.3.0': '2024-03-01T09:00:00.000Z',
            '1.3.1': '2026-06-15T10:00:30.000Z',
            '2.0.0': '2025-01-01T00:00:00.000Z',
          }),
        },
      },
      expectedCodes: ['too-young'],
    },
    {
      title: 'An upgrade to a release of yesterday: the version on the base branch can stay',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.9', baseVersions: ['1.2.9'] },
        evidence: {
          publishedAt: present('2026-06-14T12:00:00.000Z'),
          history: history({ '1.2.9': '2024-03-01T09:00:00.000Z', '1.3.0': '2026-06-14T12:00:00.000Z' }),
        },
      },
      expectedCodes: ['too-young'],
    },
    {
      title: 'A fix of yesterday for an advisory about the version on the base branch: a warning',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.9', baseVersions: ['1.2.9'] },
        evidence: {
          publishedAt: present('2026-06-14T12:00:00.000Z'),
          predecessorAdvisories: present({
            state: 'known',
            records: [{ id: 'GHSA-aaaa-bbbb-cccc', severity: 'high', malware: false, exact: false, fixedIn: '1.3.0' }],
          }),
        },
      },
      expectedCodes: ['young-fix'],
    },
    {
      title: 'Four days old, where the policy requires seven',
      dossier: { evidence: { publishedAt: present('2026-06-11T12:00:00.000Z') } },
      options: { minimumReleaseAge: '7d' },
      expectedCodes: ['too-young'],
    },
    {
      title: 'A publish time in the future',
      dossier: { evidence: { publishedAt: present('2026-06-16T12:00:00.000Z') } },
      expectedCodes: ['future'],
    },
    {
      title: 'A publish time of last year, and a provenance that was signed yesterday',
      dossier: {
        evidence: {
          publishedAt: present('2025-06-15T12:00:00.000Z'),
          signedAt: present({ time: { at: '2026-06-14T12:00:00.000Z', by: 'provenance' } }),
        },
      },
      expectedCodes: ['too-young', 'contradicted-time'],
    },
    {
      title: 'A provenance that was signed two seconds before the publish time, as honest ones are',
      dossier: {
        evidence: {
          publishedAt: present('2026-06-12T12:00:00.000Z'),
          signedAt: present({ time: { at: '2026-06-12T11:59:58.000Z', by: 'provenance' } }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'A staged release of last year, and nothing that is signed says when it was approved: a note',
      dossier: { evidence: { signedAt: present({ unwitnessedApprover: 'ann' }) } },
      expectedCodes: ['unwitnessed-approval'],
    },
    {
      title: 'No publish time for this version',
      dossier: { evidence: { publishedAt: absent } },
      expectedCodes: ['no-time'],
    },
  ],
});
