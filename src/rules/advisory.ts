import type { Advisories, Advisory, Present, Severity } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { advisoryArgs, advisoryIds, unreadableRange } from './advisory-words.ts';
import { present } from '../model/example.ts';
import { fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named, plain } from './subject.ts';

const severities = ['low', 'moderate', 'high', 'critical'] as const satisfies readonly Severity[];

const known = (...records: readonly Partial<Advisory>[]): Present<Advisories> =>
  present({
    state: 'known',
    records: records.map((one) => ({
      ...{ id: 'GHSA-aaaa-bbbb-cccc', severity: 'high', malware: false, exact: false },
      ...one,
    })),
  });

const affected = (args: Args) =>
  `${named(args)} has a known vulnerability of severity ${plain(args.severity)}: ${advisoryIds(args)}${unreadableRange(args)}.`;

const upgrade = (args: Args) =>
  args.fixedIn === undefined
    ? `Check ${quoted(args.advisory)} for a version that is not affected, or replace ${quoted(args.name)}.`
    : `Use ${quoted(args.fixedIn)} or a later version of ${quoted(args.name)}.`;

export default definePackageRule({
  id: 'advisory',
  summary: 'The change pulls in no version with a known vulnerability.',
  why:
    'A version that is known to be vulnerable when it is proposed should not be merged. Only advisories that the change introduces ' +
    'count: one that also affects a version of this package on the base branch is not caused by this pull request, and an audit ' +
    'reports it. Each record counts once, by its id.',
  recommended: 'error',
  floor: 'none',
  defaults: { minimumSeverity: 'high', belowMinimum: 'warn' },
  options: (z) => ({
    minimumSeverity: z
      .enum(severities, { error: 'expected `low`, `moderate`, `high` or `critical`' })
      .describe("The lowest severity at which an advisory has the rule's level."),
    belowMinimum: z
      .enum(['off', 'warn'], { error: 'expected `off` or `warn`' })
      .describe('The level of an advisory with a lower severity.'),
  }),
  strict: { minimumSeverity: 'moderate' },
  sources: 'registry',
  needs: ['advisories', 'predecessorAdvisories'],
  messages: {
    vulnerable: { severity: 'configured', text: affected, remediation: upgrade },
    minor: { severity: 'advisory', text: affected, remediation: upgrade },
  },
  check({ dossier, evidence, options, context }) {
    if (evidence.advisories.state === 'absent' || evidence.advisories.value.state !== 'known') return [];
    const records = evidence.advisories.value.records.filter(({ malware }) => !malware);
    if (records.length === 0) return [];
    const before = context.mode === 'audit' ? new Set<string>() : idsOf(evidence.predecessorAdvisories);
    return records.flatMap((record) => {
      const { id, aliases = [], severity, fixedIn } = record;
      if (before.has(id)) return [];
      const counts = severities.indexOf(severity) >= severities.indexOf(options.minimumSeverity);
      if (!counts && options.belowMinimum === 'off') return [];
      const args = {
        ...{ ...identity(dossier.change), ...advisoryArgs(record), severity },
        ...(fixedIn === undefined ? {} : { fixedIn }),
      };
      return [
        {
          code: counts ? 'vulnerable' : 'minor',
          args,
          stable: { advisory: id, severity },
          about: [id],
          aliases: { [id]: aliases },
        },
      ];
    });
  },
  facts: ({ evidence }) =>
    halves(
      // Of the version before only what it shares: an advisory about that one alone says nothing of this one.
      fact(evidence, 'predecessorAdvisories', 'shared', (before) => {
        const own = evidence.advisories.state === 'present' ? recordsOf(evidence.advisories.value) : [];
        const had = new Set(recordsOf(before).map(({ id }) => id));
        return own.flatMap(({ id }) => (had.has(id) ? id : [])).sort();
      }),
      fact(evidence, 'advisories', 'advisories', (advisories) =>
        advisories.state === 'known'
          ? recordsOf(advisories)
              .map(({ id, severity }) => `${id} ${severity}`)
              .sort()
          : advisories.state,
      ),
    ),
  examples: [
    { title: 'No advisory', dossier: {}, expectedCodes: [] },
    {
      title: 'A registry that has no advisories',
      dossier: { evidence: { advisories: present({ state: 'not-applicable' }) } },
      expectedCodes: [],
    },
    {
      title: 'A new package with an advisory of high severity and one of low severity',
      dossier: {
        evidence: {
          advisories: known({ fixedIn: '1.3.1' }, { id: 'GHSA-dddd-eeee-ffff', severity: 'low' }),
        },
      },
      expectedCodes: ['vulnerable', 'minor'],
    },
    {
      title: 'An advisory that affects the base branch too',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: { advisories: known({}), predecessorAdvisories: known({}) },
      },
      expectedCodes: [],
    },
    {
      title: 'The same advisory in an audit',
      mode: 'audit',
      dossier: { evidence: { advisories: known({}) } },
      expectedCodes: ['vulnerable'],
    },
    {
      title: 'An advisory of lower severity, where the policy turns those off',
      dossier: { evidence: { advisories: known({ severity: 'moderate' }) } },
      options: { belowMinimum: 'off' },
      expectedCodes: [],
    },
  ],
});

const recordsOf = (advisories: Advisories): readonly Advisory[] =>
  advisories.state === 'known' ? advisories.records.filter(({ malware }) => !malware) : [];

function idsOf(evidence: Present<Advisories> | { readonly state: 'absent' }): ReadonlySet<string> {
  if (evidence.state === 'absent' || evidence.value.state !== 'known') return new Set();
  return new Set(evidence.value.records.map(({ id }) => id));
}
