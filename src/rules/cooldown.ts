import semver from 'semver';
import type { Absent, Advisories, Change, Present, ReleaseHistory } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { absent, history, present } from '../model/example.ts';
import { duration, milliseconds, spelled } from '../model/options.ts';
import { proposeInstead } from './releases.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named, plain } from './subject.ts';
import { after, between, length, minute } from './time.ts';

/** Arguments that name a release to use meanwhile: the version that is locked already, where no newer one is old enough. */
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
  if (args.instead === undefined) return '; no other release of it is old enough';
  return `, or use ${quoted(args.instead)} (published ${minute(args.insteadAt)}), the newest release that is old enough`;
}

/** Ids of what the base has and this version has not; none where it has anything that the base has not. */
function fixedBy(before: Present<Advisories> | Absent, now: Present<Advisories> | Absent): readonly string[] {
  if (before.state === 'absent' || now.state === 'absent') return [];
  if (before.value.state !== 'known' || now.value.state !== 'known') return [];
  const [had, has] = [before.value.records, now.value.records].map((records) => records.map(({ id }) => id));
  if (had === undefined || has === undefined || has.some((id) => !had.includes(id))) return [];
  return had.filter((id) => !has.includes(id));
}

export default definePackageRule({
  id: 'cooldown',
  summary: 'The version has been published for some time, so that others had the chance to notice an attack.',
  why:
    'Of 41 takeovers of npm packages that were catalogued, 38 were live for at most 24 hours and all 41 for at most 72, the ' +
    'median 6: a release that is three days old would have kept every one of them out. Four of them, among them ' +
    '@solana/web3.js in 2024, no other sign would have caught.',
  incident: {
    date: '2024-12-02',
    what:
      'The publisher of @solana/web3.js was phished; 1.95.6 and 1.95.7 sent off private keys when they were ' +
      'used. They were up for five hours. No script, no new name, no change of publisher could be seen in ' +
      'any public record: their age was the only thing that told them apart.',
  },
  recommended: 'error',
  floor: 'none',
  defaults: { minimumReleaseAge: '72h', securityFixBypass: true },
  options: (z) => ({
    minimumReleaseAge: duration(z).describe(
      'How long a version must have been published. `0h` asks only for a publish time that is not in the future.',
    ),
    securityFixBypass: z
      .boolean({ error: 'expected `true` or `false`' })
      .describe('Whether a version that fixes an advisory of the base version counts as a warning only.'),
  }),
  strict: { minimumReleaseAge: '7d' },
  sources: 'registry',
  needs: ['publishedAt', 'history'],
  optionalEvidence: ['advisories', 'predecessorAdvisories'],
  messages: {
    future: {
      severity: 'configured',
      text: (args) => `${named(args)} is said to be published ${minute(args.publishedAt)}, which is still to come.`,
      remediation: (args) =>
        `Wait until ${minute(args.passesAt, 'up')}${orUse(args)}; a time in the future is the registry's or its mirror's error.`,
    },
    'too-young': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} was published ${minute(args.publishedAt)}, ${plain(args.age)} ago: less than the ${plain(args.minimum)} that the policy asks for.`,
      remediation: (args) => `Wait until ${minute(args.passesAt, 'up')}, when it passes${orUse(args)}.`,
    },
    'young-fix': {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} was published ${minute(args.publishedAt)}, ${plain(args.age)} ago; it fixes ${quoted(args.fixes)}, which what the base locks has.`,
      remediation: (args) =>
        `Look at what else ${named(args)} changes, or wait until ${minute(args.passesAt, 'up')}, when it passes${orUse(args)}.`,
    },
    'no-time': {
      severity: 'configured',
      text: (args) => `The registry gives publish times and none for ${named(args)}: how old it is cannot be told.`,
      remediation: (args) =>
        `Use a version of ${quoted(args.name)} that has a publish time, or ask those who run the registry for it.`,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (evidence.publishedAt.state === 'absent') return [{ code: 'no-time', args: identity(change) }];
    const publishedAt = evidence.publishedAt.value;
    const minimum = milliseconds(options.minimumReleaseAge);
    const age = between(publishedAt, context.now);
    if (age >= Math.max(minimum, 0)) return [];
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
    if (age < 0) return [{ code: 'future', args, stable: { publishedAt } }];
    const fixes = options.securityFixBypass ? fixedBy(evidence.predecessorAdvisories, evidence.advisories) : [];
    if (fixes.length === 0) return [{ code: 'too-young', args, stable: { publishedAt } }];
    return [{ code: 'young-fix', args: { ...args, fixes: fixes.join(', ') }, stable: { publishedAt } }];
  },
  examples: [
    {
      title: 'Exactly 72 hours old',
      dossier: { evidence: { publishedAt: present('2026-06-12T12:00:00.000Z') } },
      expectedCodes: [],
    },
    {
      title: 'Two hours old, while an older release of the same major is there',
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
      title: 'An upgrade to a version of yesterday: what is locked may stay',
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
      title: 'A fix of yesterday for an advisory about what the base locks: a warning',
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
      title: 'Four days old, where the policy asks for seven',
      dossier: { evidence: { publishedAt: present('2026-06-11T12:00:00.000Z') } },
      options: { minimumReleaseAge: '7d' },
      expectedCodes: ['too-young'],
    },
    {
      title: 'A publish time that is still to come',
      dossier: { evidence: { publishedAt: present('2026-06-16T12:00:00.000Z') } },
      expectedCodes: ['future'],
    },
    {
      title: 'No publish time for this version',
      dossier: { evidence: { publishedAt: absent } },
      expectedCodes: ['no-time'],
    },
  ],
});
