import semver from 'semver';

import type { BuildIdentity, Present, ProvenanceOutcome, Absent } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { signIn, startOf } from './build-signals.ts';
import { spelledRepository } from './builds.ts';
import { history, present, release, verifiedProvenance } from '../model/example.ts';
import { knownSources, repositoryOf } from './known-sources.ts';
import { isSettled, pastOf } from './publishers.ts';
import { fact, halves, provenanceFacts } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named, plain } from './subject.ts';

const ask = () => 'Ask the maintainers whether the repository moved; until then keep the previous version.';
const review = () => 'Review the workflow in its repository, at the commit that the provenance names.';
const builtIn = (args: Args) => `${named(args)} was built in ${quoted(args.built)}`;
const started = (args: Args) =>
  `${named(args)} was built by ${quoted(args.workflow ?? 'an unnamed workflow')}, started by ${quoted(args.trigger)}, which people who are no maintainers can cause`;
const whats: Readonly<Partial<Record<string, string>>> = {
  workflow: 'workflow',
  'signing workflow': 'signing workflow',
  ref: 'kind of ref',
  runner: 'kind of runner',
};
const signs: Readonly<Partial<Record<string, string>>> = {
  hook: 'it has an install script that the release before it had not',
  publisher: 'its publisher had published no earlier release',
};
const changed = (args: Args) =>
  `${named(args)} was built by another ${whats[String(args.what)] ?? 'build'} than the version on the base branch: ${quoted(args.workflow)} instead of ${quoted(args.before)}.`;

const builtFrom = (build: BuildIdentity | undefined): string | undefined =>
  build === undefined ? undefined : spelledRepository(build.sourceRepository);

const verified = (provenance: Present<ProvenanceOutcome> | Absent): BuildIdentity | undefined =>
  provenance.state === 'present' && provenance.value.state === 'verified' ? provenance.value.identity : undefined;

const stranger = {
  sourceRepository: 'https://github.com/mallory/left-pad',
  sourceRepositoryId: '2002',
  owner: 'https://github.com/mallory',
  ownerId: '22',
};
const other = {
  workflow: '.github/workflows/publish.yml',
  buildSigner: 'https://github.com/acme/left-pad/.github/workflows/publish.yml@refs/heads/main',
};

export default definePackageRule({
  id: 'source-identity',
  summary:
    'The package is built where earlier releases were built or say that they come from, and in the way that they were.',
  why:
    'Verified provenance says where a package was built, but an attacker can build in their own repository and declare it. So the ' +
    'repository is compared with those that the version on the base branch and earlier releases were built in or declare: by numeric ' +
    'id where the certificates have it, because somebody else can take a name that its owner gives up. The certificate also says how ' +
    'the build was started and by which workflow; attackers came in through workflows that a pull request can start.',
  recommended: 'error',
  levels: { attacks: 'error' },
  floor: 'none',
  sources: 'registry',
  needs: [
    ...(['provenance', 'release', 'predecessor', 'predecessorProvenance', 'history', 'earlierBuilds'] as const),
    ...(['publishedAt'] as const),
  ],
  messages: {
    'other-repository': {
      severity: 'configured',
      text: (args) => `${builtIn(args)}, but declares the repository ${quoted(args.declared)}.`,
      remediation: ask,
    },
    'declares-another': {
      severity: 'advisory',
      text: (args) =>
        `${builtIn(args)}, as earlier releases were, but now declares the repository ${quoted(args.declared)}.`,
      remediation: ask,
    },
    'changed-repository': {
      severity: 'configured',
      text: (args) =>
        `${builtIn(args)}, which is a different repository from that of the version on the base branch (${quoted(args.before)}).`,
      remediation: ask,
    },
    'unknown-repository': {
      severity: 'configured',
      text: (args) =>
        `${builtIn(args)}. Neither the version on the base branch nor an earlier release declares that repository or was built there; they name ${quoted(args.before)}.${args.asked === undefined ? '' : ` Of ${plain(args.attested)} earlier releases with an attestation, ${plain(args.asked)} were asked about.`}`,
      remediation: ask,
    },
    'declared-before': {
      severity: 'advisory',
      text: (args) =>
        `${builtIn(args)}, a repository that an earlier release declares, but earlier releases were built in ${quoted(args.before)}: a name that its owner gave up can be taken by somebody else.`,
      remediation: ask,
    },
    'same-owner': {
      severity: 'advisory',
      text: (args) => `${builtIn(args)}, another repository of the owner of ${quoted(args.before)}.`,
      remediation: ask,
    },
    'changed-owner': {
      severity: 'advisory',
      text: (args) => `${builtIn(args)}, whose owner has changed since the version on the base branch.`,
      remediation: ask,
    },
    renamed: {
      severity: 'note',
      text: (args) => `${builtIn(args)}, which was called ${quoted(args.before)} before: it has the same numeric id.`,
      remediation: () => 'Nothing needs to be done.',
    },
    'declared-elsewhere': {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} declares the repository ${quoted(args.declared)} instead of ${quoted(args.before)}, and nothing proves where it was built.`,
      remediation: ask,
    },
    unmerged: {
      severity: 'configured',
      text: (args) => `${builtIn(args)} from the unmerged code of a pull request (${quoted(args.ref)}).`,
      remediation: ask,
    },
    'unknown-trigger': {
      severity: 'configured',
      text: (args) =>
        `${started(args)}. ${args.sign === undefined ? 'No earlier release was built by that workflow' : `Also, ${signs[String(args.sign)] ?? 'there is another sign of a takeover'}`}.`,
      remediation: ask,
    },
    'open-trigger': { severity: 'advisory', text: (args) => `${started(args)}.`, remediation: review },
    'open-trigger-settled': { severity: 'note', text: (args) => `${started(args)}.`, remediation: review },
    'foreign-signer': {
      severity: 'configured',
      text: (args) =>
        `${builtIn(args)} by a workflow of ${quoted(args.signer)}, who owns neither that repository nor the workflow that built earlier releases.`,
      remediation: ask,
    },
    'changed-workflow': { severity: 'advisory', text: changed, remediation: review },
    'changed-workflow-settled': { severity: 'note', text: changed, remediation: review },
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const build = verified(evidence.provenance);
    const declared = evidence.release.state === 'present' ? evidence.release.value.repository : undefined;
    if (build === undefined) {
      const past = evidence.history.state === 'present' ? pastOf(evidence.history.value, change.version).earlier : [];
      // What an earlier release declares needs no look at the version on the base branch, which may not be listed any more.
      if (declared === undefined || past.some((one) => one.repository === declared)) return [];
    }
    const predecessor = evidence.predecessor.state === 'present' ? evidence.predecessor.value : undefined;
    const base = predecessor?.repository;
    if (build === undefined) {
      // Where the release before declared nothing, it came from where its provenance says.
      const former = base ?? builtFrom(verified(evidence.predecessorProvenance));
      if (former === undefined || declared === former) return [];
      const moved = { declared: declared ?? '', before: former };
      return [{ code: 'declared-elsewhere', args: { ...identity(change), ...moved }, stable: moved }];
    }
    const before = verified(evidence.predecessorProvenance);
    const about = { version: change.version, base: predecessor, now: context.now };
    const known = knownSources(about, before, evidence.history, evidence.earlierBuilds);
    const publishedAt = evidence.publishedAt.state === 'present' ? evidence.publishedAt.value : undefined;
    const isPrerelease = (semver.parse(change.version)?.prerelease.length ?? 0) > 0;
    const isMild = isPrerelease || isSettled(publishedAt, context.now);
    const sign =
      evidence.history.state === 'present' ? signIn(pastOf(evidence.history.value, change.version)) : undefined;
    const asked = evidence.earlierBuilds.state === 'present' ? evidence.earlierBuilds.value : undefined;
    const found = [
      ...repositoryOf(build, declared, known, before, base),
      ...startOf(build, known.builds, isMild, sign),
    ];
    return found.map(({ code, args, stable }) => ({
      code,
      args: {
        ...{ ...identity(change), built: build.sourceRepository },
        ...(asked === undefined ? {} : { asked: asked.asked, attested: asked.attested }),
        ...args,
      },
      stable: stable ?? args,
    }));
  },
  facts: ({ evidence }) =>
    halves(
      {
        ...fact(evidence, 'predecessor', 'declared', ({ repository }) => repository ?? null),
        ...fact(evidence, 'predecessorProvenance', 'attested', provenanceFacts),
      },
      {
        ...fact(evidence, 'release', 'declared', ({ repository }) => repository ?? null),
        ...fact(evidence, 'provenance', 'attested', provenanceFacts),
      },
    ),
  examples: [
    { title: 'No provenance: nothing to compare', dossier: {}, expectedCodes: [] },
    {
      title: 'Built in the declared repository, as before; letter case does not matter',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: 'https://github.com/Acme/Left-Pad' }),
          predecessorProvenance: verifiedProvenance(),
          release: release({ repository: 'github.com/acme/left-pad' }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'Built in a repository that it does not declare',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: 'https://github.com/acrne/left-pad' }),
          release: release({ repository: 'github.com/acme/left-pad' }),
        },
      },
      expectedCodes: ['other-repository'],
    },
    {
      title: 'A new repository with the same name',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepositoryId: '2002' }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['changed-repository'],
    },
    {
      title: 'The repository has another owner: a warning',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({
            sourceRepository: 'https://github.com/zeta/left-pad',
            owner: 'https://github.com/zeta',
            ownerId: '99',
          }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['changed-owner'],
    },
    {
      title: 'The same repository under another name: a note',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: 'https://github.com/acme/pad' }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['renamed'],
    },
    {
      title:
        "Built in a stranger's repository and declaring it, where the version on the base branch has no attestation",
      dossier: {
        evidence: {
          provenance: verifiedProvenance(stranger),
          release: release({ repository: 'github.com/mallory/left-pad' }),
          predecessor: release({ version: '1.2.0', repository: 'github.com/acme/left-pad' }),
        },
      },
      expectedCodes: ['unknown-repository'],
    },
    {
      title: 'Built in a repository that only a release of years ago declares: a warning',
      dossier: {
        evidence: {
          provenance: verifiedProvenance(stranger),
          predecessorProvenance: verifiedProvenance(),
          history: history(
            { '0.1.0': '2015-01-01T00:00:00.000Z', '1.3.0': '2026-06-01T00:00:00.000Z' },
            { '0.1.0': { repository: 'github.com/mallory/left-pad' } },
          ),
        },
      },
      expectedCodes: ['declared-before'],
    },
    {
      title: 'Built in another repository of the same owner: a warning',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ sourceRepository: 'https://github.com/acme/pads', sourceRepositoryId: '3' }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['same-owner'],
    },
    {
      title: 'Built where it always was, and declaring another repository now: a warning',
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          predecessorProvenance: verifiedProvenance(),
          release: release({ repository: 'github.com/acme/docs' }),
        },
      },
      expectedCodes: ['declares-another'],
    },
    {
      title: 'Another repository is declared, and nothing is attested: a warning',
      dossier: {
        evidence: {
          release: release({ repository: 'github.com/zeta/left-pad' }),
          predecessor: release({ version: '1.2.0', repository: 'github.com/acme/left-pad' }),
        },
      },
      expectedCodes: ['declared-elsewhere'],
    },
    {
      title:
        'Nothing is attested any more, and another repository is declared than the one that built the release before',
      dossier: {
        evidence: {
          release: release({ repository: 'github.com/acme/docs' }),
          predecessor: release({ version: '1.2.0' }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['declared-elsewhere'],
    },
    {
      title: 'Built from an unmerged pull request',
      dossier: { evidence: { provenance: verifiedProvenance({ ref: 'refs/pull/7/merge', trigger: 'pull_request' }) } },
      expectedCodes: ['unmerged'],
    },
    {
      title: 'Started by a pull request, from a workflow that built no earlier release',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ trigger: 'pull_request_target', ...other }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['unknown-trigger'],
    },
    {
      title: 'The same workflow, started by a merged pull request two days ago: a warning',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ trigger: 'pull_request_target' }),
          predecessorProvenance: verifiedProvenance(),
          publishedAt: present('2026-06-13T12:00:00.000Z'),
        },
      },
      expectedCodes: ['open-trigger'],
    },
    {
      title: 'The same, forty days ago: a note',
      dossier: {
        evidence: {
          provenance: verifiedProvenance({ trigger: 'pull_request_target' }),
          predecessorProvenance: verifiedProvenance(),
          publishedAt: present('2026-05-06T12:00:00.000Z'),
        },
      },
      expectedCodes: ['open-trigger-settled'],
    },
    {
      title: "Built by a stranger's reusable workflow",
      dossier: {
        evidence: {
          provenance: verifiedProvenance({
            buildSigner: 'https://github.com/mallory/ci/.github/workflows/npm.yml@refs/heads/main',
          }),
          predecessorProvenance: verifiedProvenance(),
        },
      },
      expectedCodes: ['foreign-signer'],
    },
    {
      title: 'Another workflow of the same repository, two days ago: a warning',
      dossier: {
        evidence: {
          provenance: verifiedProvenance(other),
          predecessorProvenance: verifiedProvenance(),
          publishedAt: present('2026-06-13T12:00:00.000Z'),
        },
      },
      expectedCodes: ['changed-workflow'],
    },
    {
      title: 'Another workflow of the same repository, a year ago: a note',
      dossier: { evidence: { provenance: verifiedProvenance(other), predecessorProvenance: verifiedProvenance() } },
      expectedCodes: ['changed-workflow-settled'],
    },
    {
      title: 'The version on the base branch has an attestation that does not verify: nothing to compare',
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          predecessorProvenance: present({ state: 'invalid', failed: [{ kind: 'provenance', check: 'signature' }] }),
        },
      },
      expectedCodes: [],
    },
  ],
});
