import semver from 'semver';
import { quoted } from '../text/visible.ts';
import { history, present } from '../model/example.ts';
import { haveSameHooks } from '../model/install-hooks.ts';
import { isSettled, isUnseen, namesPublishers, pastOf, publisherKey, publisherName } from './publishers.ts';
import type { Past } from './publishers.ts';
import { fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named, plain } from './subject.ts';
import type { ReleaseHistory, ReleaseSummary } from '../model/index.ts';
import { between, length } from './time.ts';

const day = 86_400_000;
const dormancy = 365 * day;

/** A release line is a major; below 1.0.0, where a minor may break, it is a minor. Prereleases belong to none. */
function lineOf(version: string): string | undefined {
  const parsed = semver.parse(version);
  if (parsed === null || parsed.prerelease.length > 0) return undefined;
  return parsed.major === 0 ? `0.${parsed.minor}` : String(parsed.major);
}

/** How many release lines, including its own, have a release within a day of this one. */
function linesAround({ releases }: ReleaseHistory, at: string): number {
  const near = releases.filter(
    ({ publishedAt }) => publishedAt !== undefined && Math.abs(between(publishedAt, at)) <= day,
  );
  return new Set(near.flatMap(({ version }) => lineOf(version) ?? [])).size;
}

/** The release to compare with: the highest earlier one below this version, else the latest. */
function formerOf({ earlier }: Past, version: string): ReleaseSummary | undefined {
  const own = semver.parse(version);
  let former: { readonly release: ReleaseSummary; readonly version: semver.SemVer } | undefined;
  for (const release of earlier) {
    const other = semver.parse(release.version);
    if (own === null || other === null || other.compare(own) >= 0) continue;
    if (former === undefined || other.compare(former.version) > 0) former = { release, version: other };
  }
  return former?.release ?? earlier.at(-1);
}

/** The signs of a takeover besides an unseen publisher; an empty object where there are none. */
function signsOf(past: Past, releases: ReleaseHistory): Args {
  const { release, earlier } = past;
  if (release === undefined || earlier.length === 0) return {};
  const at = release.publishedAt;
  const latest = earlier.at(-1)?.publishedAt;
  const quiet = at === undefined || latest === undefined ? 0 : between(latest, at);
  const lines = at === undefined ? 0 : linesAround(releases, at);
  const former = formerOf(past, release.version);
  const was = former?.repository;
  const moved = was !== undefined && release.repository !== was;
  const hook = release.hooksDigest !== undefined && !haveSameHooks(release, former);
  return {
    ...(quiet >= dormancy ? { dormant: length(quiet) } : {}),
    ...(lines > 1 ? { lines } : {}),
    ...(moved ? { was, ...(release.repository === undefined ? {} : { repository: release.repository }) } : {}),
    ...(hook ? { hook: 1 } : {}),
  };
}

function inWords({ dormant, lines, was, repository, hook }: Args): string {
  const signs = [
    ...(dormant === undefined ? [] : [`there was no release for ${plain(dormant)} before it`]),
    ...(lines === undefined ? [] : [`${plain(lines)} release lines were published within a day of it`]),
    ...(was === undefined
      ? []
      : [
          repository === undefined
            ? `it no longer declares the repository ${quoted(was)}`
            : `it declares the repository ${quoted(repository)} instead of ${quoted(was)}`,
        ]),
    ...(hook === undefined ? [] : ['it has an install script that the previous release did not have']),
  ];
  return signs.join(', and ');
}

const text = (args: Args) => {
  const who =
    args.publisher === undefined
      ? 'by a publisher that the registry does not name'
      : `by ${quoted(args.publisher)}, who had published no earlier release (releases from the preceding 72 h are ignored)`;
  return `${named(args)} was published ${who}, and ${inWords(args)}.`;
};
const remediation = () =>
  'Treat the package as taken over until its maintainers say otherwise: keep the previous version, and review the changes.';

const yearsApart = { '1.2.0': '2019-01-01T00:00:00.000Z', '1.3.0': '2026-06-14T00:00:00.000Z' };
const alice = { publisher: { name: 'alice' } };
const mallory = present({ name: 'mallory' });

export default definePackageRule({
  id: 'takeover',
  summary: 'No new publisher of the package coincides with another sign of a takeover.',
  why:
    'A new publisher alone is common. Most takeovers combined it with another sign: a year or more without releases (event-stream, ' +
    'node-ipc), several release lines within a day (ua-parser-js published three), another repository, or a new install script. ' +
    'Only 0.36 % of 22,479 releases were dormant with a new publisher. After 30 days the finding is a warning.',
  incident: {
    date: '2026-05-14',
    what:
      'The e-mail domain of a dormant maintainer of node-ipc had expired; whoever registered it could reset ' +
      'the password. 9.1.6, 9.2.3 and 12.0.1 were published on three lines at once, without a script, and ' +
      'were up for three hours.',
  },
  recommended: 'error',
  levels: { attacks: 'error' },
  floor: 'none',
  sources: 'registry',
  needs: ['history', 'publisher'],
  messages: {
    recent: { severity: 'configured', becomes: ['settled'], text, remediation },
    settled: { severity: 'advisory', text, remediation },
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    if (evidence.history.state === 'absent') return [];
    const past = pastOf(evidence.history.value, change.version);
    const signs = signsOf(past, evidence.history.value);
    if (Object.keys(signs).length === 0) return [];
    if (evidence.publisher.state === 'absent' && !namesPublishers(evidence.history.value)) return [];
    const publisher = evidence.publisher.state === 'present' ? evidence.publisher.value : undefined;
    if (!isUnseen(publisher, past)) return [];
    const key = publisherKey(publisher);
    const who = publisher === undefined || key === undefined ? {} : { publisher: publisherName(publisher) };
    return [
      {
        code: isSettled(past.release?.publishedAt, context.now) ? 'settled' : 'recent',
        args: { ...identity(change), ...who, ...signs },
        stable: { publisher: key ?? '', signs: Object.keys(signs).sort().join(' ') },
      },
    ];
  },
  // Signs count only beside a publisher who was not seen before: of others, a release on another line is no news.
  facts: ({ dossier: { change }, evidence }) =>
    halves(
      {},
      fact(evidence, 'history', 'signs', (history) => {
        const past = pastOf(history, change.version);
        const publisher = evidence.publisher.state === 'present' ? evidence.publisher.value : undefined;
        return isUnseen(publisher, past) ? Object.keys(signsOf(past, history)).sort() : [];
      }),
    ),
  examples: [
    { title: 'A known publisher', dossier: {}, expectedCodes: [] },
    {
      title: 'A new publisher, and nothing else',
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            { '1.2.0': '2026-05-01T00:00:00.000Z', '1.3.0': '2026-06-14T00:00:00.000Z' },
            { '1.2.0': alice },
          ),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'A new publisher after seven years without a release',
      dossier: { evidence: { publisher: mallory, history: history(yearsApart, { '1.2.0': alice }) } },
      expectedCodes: ['recent'],
    },
    {
      title: 'A new publisher on two release lines within an hour',
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            {
              '0.8.0': '2026-06-14T00:30:00.000Z',
              '1.2.0': '2026-05-01T00:00:00.000Z',
              '1.3.0': '2026-06-14T00:00:00.000Z',
            },
            { '1.2.0': alice },
          ),
        },
      },
      expectedCodes: ['recent'],
    },
    {
      title:
        'A new publisher whose first release came minutes before: one release of a burst does not vouch for the next',
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            { ...yearsApart, '1.2.1': '2026-06-13T23:50:00.000Z' },
            { '1.2.0': alice, '1.2.1': { publisher: { name: 'mallory' } } },
          ),
        },
      },
      expectedCodes: ['recent'],
    },
    {
      title: 'A new publisher, another repository and a new install script, half a year ago: a warning',
      dossier: {
        evidence: {
          publisher: mallory,
          history: history(
            { '1.2.0': '2025-11-01T00:00:00.000Z', '1.3.0': '2025-12-14T00:00:00.000Z' },
            {
              '1.2.0': { ...alice, repository: 'github.com/acme/left-pad' },
              '1.3.0': { repository: 'github.com/mallory/left-pad', hooksDigest: 'a' },
            },
          ),
        },
      },
      expectedCodes: ['settled'],
    },
  ],
});
