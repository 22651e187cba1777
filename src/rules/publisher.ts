import { quoted } from '../text/visible.ts';
import type { Absent, Present, ProvenanceOutcome, Publisher } from '../model/index.ts';
import { absent, history, present, verifiedProvenance } from '../model/example.ts';
import { isAbout, isBuiltBy, isByProvenance, isInForce, isPublishedBy, listedPublishers } from './listed-publishers.ts';
import type { ListedPublisher } from './listed-publishers.ts';
import { isUnseen, pastOf, publisherKey, publisherName, namesPublishers } from './publishers.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const ask = () =>
  'Find out from its maintainers whether that publisher is one of theirs; until then keep the version that was locked before.';

const twoReleases = { '1.2.0': '2024-01-01T00:00:00.000Z', '1.3.0': '2025-06-01T08:00:00.000Z' };
const alice = { publisher: { name: 'alice' } };
const oidc = (oidcConfigId: string) => ({ name: 'GitHub Actions', trustedPublisher: { id: 'github', oidcConfigId } });

const acme: ListedPublisher = {
  packages: ['left-pad'],
  identity: { sourceRepository: 'https://github.com/acme/left-pad', workflow: '.github/workflows/release.yml' },
  start: '2026-01-01',
  end: '2026-12-31',
  waives: [],
  reason: 'Ours.',
};

/** The registry's word is asked before provenance, so that provenance which cannot be had is missed only where it counts. */
function isListed(
  entries: readonly ListedPublisher[],
  evidence: {
    readonly publisher: Present<Publisher> | Absent;
    readonly provenance: Present<ProvenanceOutcome> | Absent;
  },
): boolean {
  const { publisher } = evidence;
  if (publisher.state === 'present' && entries.some((entry) => isPublishedBy(entry, publisher.value))) return true;
  const byProvenance = entries.filter(isByProvenance);
  if (byProvenance.length === 0 || evidence.provenance.state === 'absent') return false;
  const outcome = evidence.provenance.value;
  return outcome.state === 'verified' && byProvenance.some((entry) => isBuiltBy(entry, outcome.identity));
}

export default definePackageRule({
  id: 'publisher',
  summary: 'The version was published by one who has published this package before.',
  why:
    'Who takes a package over often does it from an account of their own: event-stream in 2018, node-ipc in 2026. Of 22,479 ' +
    'releases 2.9 % had a publisher that was new, so by itself it is a warning. Whatever CI publishes by OIDC goes by one account ' +
    'name, so there the configuration of the trusted publisher is compared. A first release has nobody to be compared with.',
  incident: {
    date: '2018-09-09',
    what:
      'event-stream was handed to somebody who had asked for it. The new maintainer added flatmap-stream, a ' +
      'name of four days, to 3.3.6; its payload came later, inside the range. The malicious release was up ' +
      'for 52 days.',
  },
  recommended: 'warn',
  floor: 'none',
  defaults: { listed: [] },
  options: (z) => ({
    listed: listedPublishers(z).describe(
      'Who publishes some packages: whatever else publishes them is spoken of. The key `publishers` of the policy is the same list.',
    ),
  }),
  sources: 'registry',
  needs: ['history', 'publisher', 'provenance'],
  messages: {
    unlisted: {
      severity: 'configured',
      text: (args) => `${named(args)} was not published by anyone that the policy lists for it and that counts today.`,
      remediation: () =>
        'Find out who published it. If that is right, list the publisher in the policy, with a new start and end.',
    },
    unseen: {
      severity: 'configured',
      text: (args) =>
        `${named(args)} was published by ${quoted(args.publisher)}, who published no earlier release of it, those of the 72 h before aside.`,
      remediation: ask,
    },
    unnamed: {
      severity: 'configured',
      text: (args) => `The registry does not say who published ${named(args)}, and does of other releases.`,
      remediation: ask,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    const listed = options.listed.filter((entry) => isAbout(entry, change));
    if (listed.length > 0) {
      const counting = listed.filter((entry) => isInForce(entry, context.now));
      if (isListed(counting, evidence)) return [];
      const by = evidence.publisher.state === 'present' ? publisherKey(evidence.publisher.value) : undefined;
      return [{ code: 'unlisted', args: identity(change), stable: { publisher: by ?? '' } }];
    }
    if (evidence.history.state === 'absent') return [];
    const past = pastOf(evidence.history.value, change.version);
    if (past.earlier.length === 0) return [];
    const args = identity(change);
    if (evidence.publisher.state === 'absent') {
      return namesPublishers(evidence.history.value) ? [{ code: 'unnamed', args }] : [];
    }
    const publisher = evidence.publisher.value;
    const key = publisherKey(publisher);
    if (key === undefined) return [{ code: 'unnamed', args }];
    if (!isUnseen(publisher, past)) return [];
    return [{ code: 'unseen', args: { ...args, publisher: publisherName(publisher) }, stable: { publisher: key } }];
  },
  examples: [
    { title: 'Published by the same account as before', dossier: {}, expectedCodes: [] },
    {
      title: 'The first release of a package',
      dossier: {
        evidence: { history: history({ '1.3.0': '2025-06-01T08:00:00.000Z' }), publisher: present(oidc('a')) },
      },
      expectedCodes: [],
    },
    {
      title: 'An account that published none of it before',
      dossier: {
        evidence: { publisher: present({ name: 'mallory' }), history: history(twoReleases, { '1.2.0': alice }) },
      },
      expectedCodes: ['unseen'],
    },
    {
      title: 'Trusted publishing from another configuration under the same account name',
      dossier: {
        evidence: {
          publisher: present(oidc('b')),
          history: history(twoReleases, { '1.2.0': { publisher: oidc('a') } }),
        },
      },
      expectedCodes: ['unseen'],
    },
    {
      title: 'Built where the policy says that it is built',
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: { listed: [acme] },
      expectedCodes: [],
    },
    {
      title: 'Built elsewhere than the policy lists',
      dossier: {
        evidence: { provenance: verifiedProvenance({ sourceRepository: 'https://github.com/acme-fork/left-pad' }) },
      },
      options: { listed: [acme] },
      expectedCodes: ['unlisted'],
    },
    {
      title: 'The entry of the publisher has ended',
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: { listed: [{ ...acme, start: '2025-01-01', end: '2025-12-31' }] },
      expectedCodes: ['unlisted'],
    },
    {
      title: 'Only of this version the registry does not say who published it',
      dossier: { evidence: { publisher: absent, history: history(twoReleases, { '1.2.0': alice }) } },
      expectedCodes: ['unnamed'],
    },
  ],
});
