import semver from 'semver';
import type { TrustRank } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { absent, present, verifiedProvenance } from '../model/example.ts';
import { isDowngrade } from '../model/trust-rank.ts';
import { isSettled } from './publishers.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named } from './subject.ts';

/** How a version of this rank was published, after `was published`, and what an earlier one had, after its version. */
const words: Readonly<Partial<Record<string, { readonly now: string; readonly earlier: string }>>> = {
  none: { now: 'without provenance or a trusted publisher', earlier: 'had neither' },
  provenance: { now: 'with provenance', earlier: 'had provenance' },
  'trusted-publisher': { now: 'by a trusted publisher', earlier: 'was published by a trusted publisher' },
  staged: { now: 'by an approved staged publish', earlier: 'was published by an approved staged publish' },
};
const wordsOf = (rank: string | number | undefined) =>
  words[String(rank)] ?? {
    now: `with the trust level ${quoted(rank)}`,
    earlier: `had the trust level ${quoted(rank)}`,
  };

const text = (args: Args) =>
  `${named(args)} was published ${wordsOf(args.now).now}; ${quoted(args.earlier)}, an earlier release of the same major version, ${wordsOf(args.then).earlier}.`;
const remediation = (args: Args) =>
  `Ask the maintainers why it was not published like ${quoted(args.earlier)}; until then keep the previous version.`;

export default definePackageRule({
  id: 'trust-downgrade',
  summary: 'The version was published with at least the trust level of earlier releases of the same major version.',
  why:
    'A stolen token can publish, but not from the workflow of the project: axios 1.14.1 and @solana/web3.js 1.95.6 lacked the ' +
    'trusted publishing or the provenance of the previous release. The order is staged publish, trusted publisher, provenance, ' +
    "none. The registry's claim about an earlier release is enough to require the same of this one; for this one, only what could " +
    'be verified counts. Known false alarms are maintenance releases by hand (chokidar 4.0.3, semver 5.7.2 and 6.3.1, vite 6.4.1) ' +
    'and prereleases. So prereleases are warnings, and so are releases older than 30 days.',
  incident: {
    date: '2026-03-31',
    what:
      'axios was released by trusted publishing from its workflow. 1.14.1 was published with a token ' +
      'instead: the bytes were malicious, and the trust level was lower than that of the previous version.',
  },
  recommended: 'error',
  floor: 'none',
  sources: 'registry',
  needs: ['priorTrust', 'trust', 'publishedAt', 'provenance', 'publisher'],
  messages: {
    weaker: { severity: 'configured', text, remediation },
    'weaker-settled': { severity: 'advisory', text, remediation },
    'weaker-prerelease': { severity: 'advisory', text, remediation },
    unclear: {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} may have a lower trust level than ${quoted(args.earlier)}, an earlier release of the same major version: the registry does not say enough to tell.`,
      remediation,
    },
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    if (evidence.priorTrust.state === 'absent') return [];
    const { version: earlier, standing: then } = evidence.priorTrust.value;
    if (then.atMost === 'none' || evidence.trust.state === 'absent') return [];
    const { value: now } = evidence.trust;
    const isWeaker = isDowngrade(then, now);
    if (isWeaker === 'no') return [];
    const violation = (code: string, was: TrustRank, is: TrustRank, why: Args = {}) => [
      { code, args: { ...identity(change), earlier, then: was, now: is }, stable: { then: was, now: is, ...why } },
    ];
    if (isWeaker === 'unknown') {
      // The reason may be unavailable evidence: then reading it here makes the finding indeterminate.
      const { provenance, publisher } = evidence;
      const read = { provenance: provenance.state, publisher: publisher.state };
      return violation('unclear', then.atLeast, now.atLeast, read);
    }
    if ((semver.parse(change.version)?.prerelease.length ?? 0) > 0) {
      return violation('weaker-prerelease', then.atLeast, now.atMost);
    }
    const publishedAt = evidence.publishedAt.state === 'present' ? evidence.publishedAt.value : undefined;
    return violation(isSettled(publishedAt, context.now) ? 'weaker-settled' : 'weaker', then.atLeast, now.atMost);
  },
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
        },
      },
      expectedCodes: [],
    },
    {
      title: 'A release of yesterday by a token, where the one before was by a trusted publisher',
      dossier: {
        evidence: {
          publishedAt: present('2026-06-14T12:00:00.000Z'),
          priorTrust: present({
            version: '1.2.0',
            standing: { atLeast: 'trusted-publisher', atMost: 'trusted-publisher' },
          }),
        },
      },
      expectedCodes: ['weaker'],
    },
    {
      title: 'The same a year ago: a warning',
      dossier: {
        evidence: {
          publishedAt: present('2025-06-14T12:00:00.000Z'),
          priorTrust: present({ version: '1.2.0', standing: { atLeast: 'provenance', atMost: 'provenance' } }),
        },
      },
      expectedCodes: ['weaker-settled'],
    },
    {
      title: 'A prerelease: a warning',
      dossier: {
        change: { version: '1.3.0-rc.1' },
        evidence: {
          publishedAt: present('2026-06-14T12:00:00.000Z'),
          priorTrust: present({ version: '1.2.0', standing: { atLeast: 'provenance', atMost: 'provenance' } }),
        },
      },
      expectedCodes: ['weaker-prerelease'],
    },
    {
      title: 'The registry does not say who published the version: a warning',
      dossier: {
        evidence: {
          publisher: absent,
          trust: present({ atLeast: 'none', atMost: 'staged' }),
          priorTrust: present({ version: '1.2.0', standing: { atLeast: 'provenance', atMost: 'provenance' } }),
        },
      },
      expectedCodes: ['unclear'],
    },
  ],
});
