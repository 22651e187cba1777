import { quoted } from '../text/visible.ts';
import type { Absent, Present, ProvenanceOutcome, Publisher } from '../model/index.ts';
import { absent, history, present, verifiedProvenance } from '../model/example.ts';
import { isAbout, isBuiltBy, isByProvenance, isInForce, isPublishedBy, listedPublishers } from './listed-publishers.ts';
import type { ListedPublisher } from './listed-publishers.ts';
import { isUnseen, pastOf, publisherKey, publisherName, namesPublishers } from './publishers.ts';
import { defined, fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const ask = () => 'Ask the maintainers whether that publisher is one of them; until then keep the previous version.';

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

/** Checks the registry's publisher before provenance, so that unavailable provenance matters only where it decides. */
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
  summary: 'The publisher of the version has published this package before.',
  why:
    'An attacker who takes over a package often publishes from another account: event-stream in 2018, node-ipc in 2026. Of 22,479 ' +
    'releases 2.9 % had a new publisher, so by itself that is a warning. All releases that CI publishes by OIDC have the same ' +
    'account name, so there the configuration of the trusted publisher is compared. A first release has nothing to compare with.',
  incident: {
    date: '2018-09-09',
    what:
      'The owner of event-stream handed it to somebody who had asked for it. The new maintainer added ' +
      'flatmap-stream, a four-day-old name, to 3.3.6; its payload came later, inside the range. The ' +
      'malicious release was up for 52 days.',
  },
  recommended: 'warn',
  floor: 'none',
  defaults: { listed: [] },
  options: (z) => ({
    listed: listedPublishers(z).describe(
      'Who may publish some packages: any other publisher is reported. The key `publishers` of the policy is the same list.',
    ),
  }),
  sources: 'registry',
  needs: ['history', 'publisher', 'provenance'],
  messages: {
    unlisted: {
      severity: 'configured',
      text: (args) =>
        `${named(args)} was not published by any publisher that the policy lists for it and that is valid today.`,
      remediation: () =>
        'Find out who published it. If that publisher is right, list it in the policy with a new `start` and `end`.',
    },
    unseen: {
      severity: 'configured',
      text: (args) =>
        `${named(args)} was published by ${quoted(args.publisher)}, who had published no earlier release (releases from the preceding 72 h are ignored).`,
      remediation: ask,
    },
    unnamed: {
      severity: 'configured',
      text: (args) => `The registry names the publisher of other releases but not of ${named(args)}.`,
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
  facts: ({ dossier: { change }, evidence }) => {
    const publisher = evidence.publisher.state === 'present' ? evidence.publisher.value : undefined;
    const { predecessor } = evidence;
    const before = predecessor.state === 'present' ? predecessor.value.version : undefined;
    return halves(
      before === undefined
        ? {}
        : fact(
            evidence,
            'history',
            'publisher',
            ({ releases }) => publisherKey(releases.find(({ version }) => version === before)?.publisher) ?? null,
          ),
      {
        ...fact(evidence, 'publisher', 'publisher', ({ name, trustedPublisher, approver, maintains }) =>
          defined({
            ...{ name, approver, maintains },
            trustedPublisher: trustedPublisher && [trustedPublisher.id, trustedPublisher.oidcConfigId ?? null],
          }),
        ),
        ...fact(evidence, 'history', 'isUnseen', (history) => isUnseen(publisher, pastOf(history, change.version))),
      },
    );
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
      title: 'An account that has not published the package before',
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
      title: 'Built in the repository that the policy lists',
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: { listed: [acme] },
      expectedCodes: [],
    },
    {
      title: 'Built in a repository that the policy does not list',
      dossier: {
        evidence: { provenance: verifiedProvenance({ sourceRepository: 'https://github.com/acme-fork/left-pad' }) },
      },
      options: { listed: [acme] },
      expectedCodes: ['unlisted'],
    },
    {
      title: 'The entry of the publisher has expired',
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: { listed: [{ ...acme, start: '2025-01-01', end: '2025-12-31' }] },
      expectedCodes: ['unlisted'],
    },
    {
      title: 'The registry names the publisher of every version but this one',
      dossier: { evidence: { publisher: absent, history: history(twoReleases, { '1.2.0': alice }) } },
      expectedCodes: ['unnamed'],
    },
  ],
});
