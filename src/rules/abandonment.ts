import type { Absent, Instant, Present } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { history, present, release } from '../model/example.ts';
import { duration, milliseconds } from '../model/options.ts';
import { latestPublish, proposeInstead } from './releases.ts';
import { fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args, Violation } from '../model/rule.ts';
import { identity, named, plain } from './subject.ts';
import { between, length, minute } from './time.ts';

const orReplace = (args: Args) =>
  args.instead === undefined
    ? `Replace ${quoted(args.name)}: every release of it is deprecated.`
    : `Use ${quoted(args.instead)}, the newest release that is not deprecated, or replace ${quoted(args.name)}.`;

/** The fallback where no release has a publish time. It is unavailable for a registry that gives no times at all; the engine reports that. */
const ownTime = ({ publishedAt }: { readonly publishedAt: Present<Instant> | Absent }) =>
  publishedAt.state === 'present' ? publishedAt.value : undefined;

export default definePackageRule({
  id: 'abandonment',
  summary: 'The package is maintained: it is not deprecated, and it had a release within two years.',
  why:
    'Nobody fixes a vulnerability in an abandoned package, and attackers take over its dormant accounts: coa (2021), is (2025) and ' +
    'node-ipc (2026, through an expired e-mail domain) had had no release for years. The deprecation text of the author is not ' +
    'repeated here: it is third-party text, and agents read these reports.',
  incident: {
    date: '2021-11-04',
    what:
      'coa had not had a release since 2018 when its account was hijacked. Six versions came within little ' +
      'more than an hour, with a preinstall script. Nobody watches the account of a package that nobody ' +
      'maintains.',
  },
  recommended: 'warn',
  floor: 'none',
  defaults: { dormantAfter: '730d', depth: 'direct' },
  options: (z) => ({
    depth: z
      .enum(['direct', 'all'], { error: 'expected `direct` or `all`' })
      .describe('Whether only direct dependencies are reported that had no release for so long, or all packages.'),
    dormantAfter: duration(z).describe('How long a package may go without a release.'),
  }),
  sources: 'registry',
  needs: ['release', 'history', 'publishedAt'],
  messages: {
    deprecated: {
      severity: 'configured',
      text: (args) => `${named(args)} is deprecated by its authors.`,
      remediation: orReplace,
    },
    dormant: {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.name)} has had no release for ${plain(args.dormant)}; the last one was published ${minute(args.latest)}.`,
      remediation: (args) => `Check that ${quoted(args.name)} is still maintained, or choose a maintained package.`,
    },
    'no-times': {
      severity: 'configured',
      text: (args) =>
        `The registry gives no publish time for any release of ${quoted(args.name)}, so it is unknown whether the package is maintained.`,
      remediation: (args) =>
        `Check the repository of ${quoted(args.name)}, or ask the operator of the registry for publish times.`,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (evidence.release.state === 'absent' || evidence.history.state === 'absent') return [];
    const releases = evidence.history.value;
    const found: Violation[] = [];
    if (evidence.release.value.deprecated) {
      const instead = proposeInstead(releases, change.version, () => true);
      const args = { ...identity(change), ...(instead === undefined ? {} : { instead: instead.version }) };
      found.push({ code: 'deprecated', args });
    }
    if (options.depth === 'direct' && !change.direct) return found;
    const latest = latestPublish(releases) ?? ownTime(evidence);
    if (latest === undefined) return [...found, { code: 'no-times', args: identity(change) }];
    const silence = between(latest, context.now);
    if (silence > milliseconds(options.dormantAfter)) {
      found.push({
        code: 'dormant',
        args: { ...identity(change), latest, dormant: length(silence) },
        stable: { latest },
      });
    }
    return found;
  },
  facts: ({ evidence }) =>
    halves(
      {},
      fact(evidence, 'release', 'deprecated', ({ deprecated }) => deprecated),
    ),
  examples: [
    {
      title: 'An old version of a package that had a release last year',
      dossier: {
        evidence: { history: history({ '1.3.0': '2019-01-01T00:00:00.000Z', '2.0.0': '2025-06-01T00:00:00.000Z' }) },
      },
      expectedCodes: [],
    },
    {
      title: 'A deprecated version, with a newer release that is not deprecated',
      dossier: {
        evidence: {
          release: release({ deprecated: true }),
          history: history(
            { '1.3.0': '2025-01-01T00:00:00.000Z', '1.3.1': '2025-06-01T00:00:00.000Z' },
            { '1.3.0': { deprecated: true } },
          ),
        },
      },
      expectedCodes: ['deprecated'],
    },
    {
      title: 'The last release was eight years ago, and it is deprecated',
      dossier: {
        evidence: {
          release: release({ deprecated: true }),
          history: history({ '1.3.0': '2018-04-09T00:00:00.000Z' }, { '1.3.0': { deprecated: true } }),
        },
      },
      expectedCodes: ['deprecated', 'dormant'],
    },
    {
      title: 'A transitive dependency without a release for eight years',
      dossier: { change: { direct: false }, evidence: { history: history({ '1.3.0': '2018-04-09T00:00:00.000Z' }) } },
      expectedCodes: [],
    },
    {
      title: 'The same, where all packages count',
      dossier: { change: { direct: false }, evidence: { history: history({ '1.3.0': '2018-04-09T00:00:00.000Z' }) } },
      options: { depth: 'all' },
      expectedCodes: ['dormant'],
    },
    {
      title: "A registry that gives the package's times, but none for a release",
      dossier: { evidence: { history: history({ '1.3.0': '' }), publishedAt: { state: 'absent' } } },
      expectedCodes: ['no-times'],
    },
    {
      title: 'A policy that allows ten years without a release',
      dossier: {
        evidence: {
          publishedAt: present('2018-04-09T00:00:00.000Z'),
          history: history({ '1.3.0': '2018-04-09T00:00:00.000Z' }),
        },
      },
      options: { dormantAfter: '3650d' },
      expectedCodes: [],
    },
  ],
});
