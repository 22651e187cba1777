import semver from 'semver';
import type { Absent, Present, ProvenanceOutcome, TrustLevel, TrustRank } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { absent, present, verifiedProvenance } from '../model/example.ts';
import { isDowngrade } from '../model/trust-rank.ts';
import { isSameRepository, spelledRepository } from './builds.ts';
import { isSettled, pastOf } from './publishers.ts';
import { fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args, Known, Violation } from '../model/rule.ts';
import { identity, named } from './subject.ts';

/** How a version of this rank was published, after `was published`, and what an earlier one had, after its version. */
const words: Readonly<Partial<Record<string, { readonly now: string; readonly earlier: string }>>> = {
  none: { now: 'with a token', earlier: 'was published with a token' },
  provenance: { now: 'with a token', earlier: 'was published with a token' },
  'trusted-publisher': { now: 'by a trusted publisher', earlier: 'was published by a trusted publisher' },
  staged: { now: 'by an approved staged publish', earlier: 'was published by an approved staged publish' },
};
const wordsOf = (rank: string | number | undefined) =>
  words[String(rank)] ?? {
    now: `with the trust level ${quoted(rank)}`,
    earlier: `had the trust level ${quoted(rank)}`,
  };

const scope = ({ across }: Args) => (across === 1 ? 'a major version before' : 'the same major version');
const text = (args: Args) =>
  `${named(args)} was published ${wordsOf(args.now).now}; ${quoted(args.earlier)}, an earlier release of ${scope(args)}, ${wordsOf(args.then).earlier}.`;
const lost = (args: Args) =>
  `${named(args)} has no verified provenance; ${quoted(args.earlier)}, an earlier release of ${scope(args)}, was published with provenance.`;
const remediation = (args: Args) =>
  `Ask the maintainers why it was not published like ${quoted(args.earlier)}; until then keep the previous version.`;

const trustedNow = present({ atLeast: 'trusted-publisher', atMost: 'trusted-publisher' } as const);
const trusted = present({ version: '1.2.0', standing: trustedNow.value });
const yesterday = present('2026-06-14T12:00:00.000Z');

export default definePackageRule({
  id: 'trust-downgrade',
  summary: 'The version was published in no weaker way than earlier releases of the same major version.',
  why:
    'A stolen token can publish, but not from the workflow of the project: axios 1.14.1 and @solana/web3.js 1.95.6 lacked the ' +
    'trusted publishing or the provenance of the previous release. Two things are compared apart: the way of publishing (staged, ' +
    'trusted publisher, token) and whether there is provenance. What the registry claims of an earlier release is enough to require ' +
    'the same of this one; for this one, only verified provenance counts, and no claim makes up for provenance that is gone. From ' +
    'direct to staged publishing is not weaker. A staged publish is reported in three forms: with trusted publisher and approver, ' +
    'with the approver alone, or under the name of the approver. Which of them the public registry serves could not be seen when ' +
    'this was written; the third looks like a token, so it needs provenance from the repository of earlier releases. Known ' +
    'false alarms are maintenance releases by hand (chokidar 4.0.3, semver 5.7.2 and 6.3.1, vite 6.4.1, undici-types 6.19.3) and ' +
    'prereleases. So lost provenance is an error only where the last three releases had it; prereleases are warnings, and so are ' +
    'releases older than 30 days.',
  incident: {
    date: '2026-03-31',
    what:
      'axios was released by trusted publishing from its workflow. 1.14.1 was published with a token ' +
      'instead: the bytes were malicious, and the trust level was lower than that of the previous version.',
  },
  recommended: 'error',
  levels: { attacks: 'error' },
  floor: 'none',
  sources: 'registry',
  needs: [
    ...(['priorTrust', 'priorProvenance', 'trust', 'publishedAt', 'provenance', 'publisher'] as const),
    ...(['predecessorProvenance', 'history'] as const),
  ],
  messages: {
    weaker: { severity: 'configured', becomes: ['weaker-settled'], text, remediation },
    'weaker-settled': { severity: 'advisory', text, remediation },
    'weaker-prerelease': { severity: 'advisory', text, remediation },
    'weaker-across-majors': { severity: 'note', text, remediation },
    'lost-provenance': { severity: 'configured', becomes: ['lost-provenance-settled'], text: lost, remediation },
    'lost-provenance-settled': { severity: 'advisory', text: lost, remediation },
    'lost-provenance-across-majors': { severity: 'note', text: lost, remediation },
    unclear: {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} may have been published in a weaker way than ${quoted(args.earlier)}, an earlier release of the same major version: the registry does not say enough to tell.`,
      remediation,
    },
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const isPrerelease = (semver.parse(change.version)?.prerelease.length ?? 0) > 0;
    const isSettledNow = () =>
      isSettled(evidence.publishedAt.state === 'present' ? evidence.publishedAt.value : undefined, context.now);
    const found: Violation[] = [];
    const { priorTrust, priorProvenance: proof } = evidence;
    if (proof.state === 'present' && isLost(evidence.provenance)) {
      const { version: earlier, steady, acrossMajors } = proof.value;
      const isMild = !steady || isPrerelease || isSettledNow();
      const code = acrossMajors ? '-across-majors' : isMild ? '-settled' : '';
      found.push({
        code: `lost-provenance${code}`,
        args: { ...identity(change), earlier, ...(acrossMajors ? { across: 1 } : {}) },
        stable: { lost: 'provenance' },
      });
    }
    if (priorTrust.state === 'absent') return found;
    const { version: earlier, standing: then, acrossMajors } = priorTrust.value;
    if (!isAbovePublishing(then) || evidence.trust.state === 'absent') return found;
    const { value: now } = evidence.trust;
    const isWeaker = isDowngrade(then, now);
    if (isWeaker === 'no') return found;
    // A staged publish may be reported under the approver's name alone. With a stolen token anybody can prove a build, but
    // not one in the project's repository.
    if (now.atLeast === 'provenance' && now.atMost === 'provenance' && isBuiltAtHome(evidence, change.version)) {
      return found;
    }
    const violation = (code: string, was: TrustRank, is: TrustRank, why: Args = {}) => ({
      code,
      args: { ...identity(change), earlier, then: was, now: is, ...(acrossMajors ? { across: 1 } : {}) },
      stable: { then: was, now: is, ...why },
    });
    if (isWeaker === 'unknown') {
      if (acrossMajors) return found;
      // The reason may be unavailable evidence: then reading it here makes the finding indeterminate.
      const { provenance, publisher } = evidence;
      const read = { provenance: provenance.state, publisher: publisher.state };
      return [...found, violation('unclear', then.atLeast, now.atLeast, read)];
    }
    const code = acrossMajors
      ? 'weaker-across-majors'
      : isPrerelease
        ? 'weaker-prerelease'
        : isSettledNow()
          ? 'weaker-settled'
          : 'weaker';
    return [...found, violation(code, then.atLeast, now.atMost)];
  },
  facts: ({ evidence }) =>
    halves(
      {
        ...fact(evidence, 'priorTrust', 'trust', ({ version, standing }) => [
          version,
          standing.atLeast,
          standing.atMost,
        ]),
        ...fact(evidence, 'priorProvenance', 'provenance', ({ version, steady }) => [version, steady]),
      },
      {
        ...fact(evidence, 'trust', 'trust', ({ atLeast, atMost }) => [atLeast, atMost]),
      },
    ),
  examples: [
    { title: 'No trust level before, and none now', dossier: {}, expectedCodes: [] },
    {
      title: 'The first release of its major version',
      dossier: { evidence: { priorTrust: absent } },
      expectedCodes: [],
    },
    {
      title: 'The same trust level as before',
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          trust: present({ atLeast: 'provenance', atMost: 'provenance' }),
          priorTrust: present({ version: '1.2.0', standing: { atLeast: 'provenance', atMost: 'provenance' } }),
          priorProvenance: present({ version: '1.2.0', steady: true }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'A release of yesterday by a token, where the one before was by a trusted publisher',
      dossier: { evidence: { publishedAt: yesterday, priorTrust: trusted } },
      expectedCodes: ['weaker'],
    },
    {
      title: 'The same a year ago: a warning',
      dossier: { evidence: { publishedAt: present('2025-06-14T12:00:00.000Z'), priorTrust: trusted } },
      expectedCodes: ['weaker-settled'],
    },
    {
      title: 'A prerelease: a warning',
      dossier: { change: { version: '1.3.0-rc.1' }, evidence: { publishedAt: yesterday, priorTrust: trusted } },
      expectedCodes: ['weaker-prerelease'],
    },
    {
      title: 'The first release of a new major by a token: a note',
      dossier: {
        evidence: { publishedAt: yesterday, priorTrust: present({ ...trusted.value, acrossMajors: true }) },
      },
      expectedCodes: ['weaker-across-majors'],
    },
    {
      title:
        'A trusted publisher without the provenance that the last three releases had: a claim makes up for no proof',
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: absent,
          trust: trustedNow,
          priorTrust: trusted,
          priorProvenance: present({ version: '1.2.0', steady: true }),
        },
      },
      expectedCodes: ['lost-provenance'],
    },
    {
      title: 'No provenance, where one of the last three releases had none either: a warning',
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: absent,
          priorProvenance: present({ version: '1.1.0', steady: false }),
        },
      },
      expectedCodes: ['lost-provenance-settled'],
    },
    {
      title: 'No provenance in a new major: a note',
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: absent,
          priorProvenance: present({ version: '0.9.0', steady: true, acrossMajors: true }),
        },
      },
      expectedCodes: ['lost-provenance-across-majors'],
    },
    {
      title: 'A staged publish under the name of the account that approved it, with provenance',
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: verifiedProvenance(),
          predecessorProvenance: verifiedProvenance(),
          trust: present({ atLeast: 'provenance', atMost: 'provenance' }),
          priorTrust: trusted,
          priorProvenance: present({ version: '1.2.0', steady: true }),
        },
      },
      expectedCodes: [],
    },
    {
      title: "The same, but built in a stranger's repository: a token is enough for that",
      dossier: {
        evidence: {
          publishedAt: yesterday,
          provenance: verifiedProvenance({
            sourceRepository: 'https://github.com/mallory/pad',
            sourceRepositoryId: '2',
          }),
          predecessorProvenance: verifiedProvenance(),
          trust: present({ atLeast: 'provenance', atMost: 'provenance' }),
          priorTrust: trusted,
        },
      },
      expectedCodes: ['weaker'],
    },
    {
      title: 'The registry does not say who published the version: a warning',
      dossier: {
        evidence: { publisher: absent, trust: present({ atLeast: 'none', atMost: 'staged' }), priorTrust: trusted },
      },
      expectedCodes: ['unclear'],
    },
  ],
});

const isAbovePublishing = ({ atMost }: TrustLevel): boolean => atMost === 'trusted-publisher' || atMost === 'staged';

/** Whether it was built where the version on the base branch was built, or in a repository that an earlier release declares. */
function isBuiltAtHome(evidence: Known<'provenance' | 'predecessorProvenance' | 'history'>, version: string): boolean {
  const [build, before] = [evidence.provenance, evidence.predecessorProvenance].map((one) =>
    one.state === 'present' && one.value.state === 'verified' ? one.value.identity : undefined,
  );
  if (build === undefined) return false;
  if (before !== undefined) return isSameRepository(build, before);
  const past = evidence.history.state === 'present' ? pastOf(evidence.history.value, version).earlier : [];
  const built = spelledRepository(build.sourceRepository);
  return past.some(({ repository }) => repository !== undefined && spelledRepository(repository) === built);
}

function isLost(provenance: Present<ProvenanceOutcome> | Absent): boolean {
  return (
    provenance.state === 'absent' ||
    (provenance.value.state !== 'verified' && provenance.value.state !== 'not-applicable')
  );
}
