import type { Change, FailedAttestation } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { agentDemands, unprovenProposal } from './agent-provenance.ts';
import { absent, buildIdentity, history, present, release, verifiedProvenance } from '../model/example.ts';
import { concerns, expectations, mismatches } from './expectation.ts';
import type { Expectation, Mismatch } from './expectation.ts';
import { fact, halves, provenanceFacts } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args, Known, Violation } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const because: Readonly<Partial<Record<string, string>>> = {
  document: 'the document is not an attestation document',
  bundle: 'it cannot be read as a Sigstore bundle',
  'payload-type': 'it holds no statement',
  statement: 'its statement cannot be read',
  'predicate-type': 'its label is not that of its statement',
  signer: 'it was signed by another kind of signer',
  timestamp: 'nothing trusted says when it was signed',
  integrity: 'the lockfile pins no single SHA-512 to compare it with',
  'subject-count': 'it is not about exactly one package',
  bounds: 'it exceeds the limits on size or nesting',
  'unknown-key': 'it was signed by a key that is not trusted',
  'key-period': 'its key was not valid at the time of signing',
  certificate: 'its certificate was not issued by a trusted authority',
  'transparency-log': 'no trusted transparency log contains it',
  'log-entry': 'the log entry is about something else',
  signature: 'its signature is invalid',
  'subject-name': 'it is about a different package or version',
  'subject-digest': 'it is about different bytes than the lockfile pins',
  'publish-predicate': 'it is about a different package or version',
  issuer: 'the issuer of its identity is not trusted',
  identity: 'its identity is not that of a CI build',
  contradiction: 'its statement contradicts its certificate',
  'identity-conflict': 'its attestations disagree about where the package was built',
};

const inWords = ({ check }: Args) => {
  const words = Object.hasOwn(because, String(check)) ? because[String(check)] : undefined;
  return `${words === undefined ? '' : `${words} `}(check ${quoted(check ?? '')})`;
};

const failedArgs = ({ kind, check, expected, found }: FailedAttestation) => ({
  kind,
  check,
  ...(expected === undefined ? {} : { expected }),
  ...(found === undefined ? {} : { found }),
});

const comparison = ({ expected, found }: Args) =>
  expected === undefined
    ? found === undefined
      ? ''
      : `; found ${quoted(found)}`
    : `; expected ${quoted(expected)}, found ${found === undefined ? 'nothing' : quoted(found)}`;

function contradiction(args: Args): string {
  const { field, expected, found, claimed } = args;
  const wanted = `${named(args)} must be built with ${quoted(field ?? '')} ${quoted(expected ?? '')}`;
  if (claimed === 1) return `${wanted}, but only its own statement says so; its certificate does not.`;
  return `${wanted}, but its verified provenance says ${found === undefined ? 'nothing about it' : quoted(found)}.`;
}

function unproven({ built, declared }: Args): string {
  if (built === undefined) return 'no verified provenance says where it was built';
  const was = `its verified provenance is from ${quoted(built)}`;
  return declared === undefined
    ? `${was}, but it declares no repository`
    : `${was}, not from the repository ${quoted(declared)} that it declares`;
}

const mismatchArgs = ({ field, expected, found, claimed }: Mismatch) => ({
  field,
  expected,
  ...(found === undefined ? {} : { found }),
  claimed: claimed ? 1 : 0,
});

/** A proof that is wrong: who asks for a milder level means packages that have none. */
const wrong = {
  presets: { audit: 'warn', attacks: 'error', recommended: 'error', strict: 'error' },
  stays: true,
} as const;

/** The newest version on the base branch that claims an attestation. A claim is enough to ask the same of the next version. */
function attestedBefore({ previousVersion, baseVersions }: Change, { history }: Known<'history'>): string | undefined {
  if (baseVersions.length === 0 && previousVersion === undefined) return undefined;
  const releases = history.state === 'present' ? history.value.releases : [];
  const attested = new Set(releases.filter((one) => one.attested === true).map(({ version }) => version));
  return [previousVersion, ...[...baseVersions].reverse()].find((one) => one !== undefined && attested.has(one));
}

/** What the evidence itself says, whoever proposes the change. */
function found(
  change: Change,
  evidence: Known<'provenance' | 'history'>,
  options: { readonly depth: 'direct' | 'all'; readonly expect: readonly Expectation[] },
): readonly Violation[] {
  const args = identity(change);
  const outcome = evidence.provenance.state === 'present' ? evidence.provenance.value : undefined;
  if (outcome?.state === 'invalid') {
    return outcome.failed.map((failed) => ({
      code: 'invalid',
      args: { ...args, ...failedArgs(failed) },
      stable: { kind: failed.kind, check: failed.check },
    }));
  }
  const expected = options.expect.filter((one) => concerns(one, change));
  if (outcome?.state === 'verified') {
    return expected
      .flatMap((one) => mismatches(one, outcome.identity))
      .map((one) => ({
        code: 'contradicts',
        args: { ...args, ...mismatchArgs(one) },
        stable: mismatchArgs(one),
      }));
  }
  if (expected.length > 0) return [{ code: 'expected-missing', args }];
  if (outcome?.state === 'not-applicable') return [];
  if (!change.direct) return options.depth === 'all' ? [{ code: 'missing', args }] : [];
  const before = attestedBefore(change, evidence);
  return [before === undefined ? { code: 'missing', args } : { code: 'lost', args: { ...args, before } }];
}

export default definePackageRule({
  id: 'provenance',
  summary: 'Verified provenance says where the package was built, and that matches the expectations of the policy.',
  why:
    'Provenance ties the bytes to a repository, a commit and a workflow. lockgate verifies it and never trusts a mere claim: an ' +
    'attestation that does not verify, or is about another package or other bytes, is worse than none. Many honest packages have ' +
    'no provenance, so a missing one is a note, and under `strict` a warning; there it is an error where the version before had it. Valid provenance says where a package was built, not that it is harmless: the ' +
    'malicious @tanstack releases of 2026 had it.',
  incident: {
    date: '2025-08-26',
    what:
      'A token of nx was stolen through a workflow of pull requests. The releases that it was used for, ' +
      '20.9.0 and others, had no provenance, although earlier releases had it; their postinstall script ' +
      'searched the machine with the help of the coding agents that were installed there.',
  },
  recommended: 'error',
  levels: { attacks: 'error' },
  floor: 'none',
  defaults: { depth: 'all', expect: [], agents: 'decision' },
  options: (z) => ({
    depth: z
      .enum(['direct', 'all'], { error: 'expected `direct` or `all`' })
      .describe(
        'Whether a missing provenance is reported for direct dependencies only, or for all packages. An invalid one is always reported.',
      ),
    expect: expectations(z).describe(
      'What the provenance of some packages must say. A package without verified provenance does not match, and a package must match every entry that applies to it.',
    ),
    agents: z
      .enum(agentDemands, { error: 'expected `off`, `decision` or `decision-for-all`' })
      .describe(
        'What a change with the mark of an agent or bot (see `new-direct-dependency`) may not add by itself: with `decision`, a new direct dependency without verified provenance from the repository that it declares; with `decision-for-all`, also what that pulls in. The decision is an exception of this rule for the exact version.',
      ),
  }),
  strict: { agents: 'decision-for-all' },
  audit: { agents: 'off' },
  attacks: { agents: 'off' },
  sources: 'registry',
  needs: ['provenance', 'history', 'release', 'authorship'],
  unusedEvidence: ({ agents }) => (agents === 'off' ? ['release', 'authorship'] : []),
  messages: {
    invalid: {
      severity: wrong,
      text: (args) => `${named(args)} has an invalid attestation: ${inWords(args)}${comparison(args)}.`,
      remediation: () => 'Do not install it. Keep the previous version, and tell the registry or the maintainers.',
    },
    contradicts: {
      severity: wrong,
      text: contradiction,
      remediation: () =>
        'Do not install it until its maintainers confirm where it is built; then change the expectation in the policy.',
    },
    'expected-missing': {
      severity: 'configured',
      text: (args) => `${named(args)} has no verified provenance, which the policy requires for this package.`,
      remediation: () => 'Use a version with provenance, or change the expectation in the policy.',
    },
    'agent-unproven': {
      severity: 'configured',
      asksForDecision: true,
      text: (args) => `${named(args)} is new, the change has the mark of ${quoted(args.who)}, and ${unproven(args)}.`,
      remediation: (args) =>
        `Ask somebody who did not propose ${quoted(args.name)} to decide on this version, or use one that is built where it says. The decision is an exception in the policy on the default branch, for exactly this version and the rule \`provenance\`.`,
    },
    lost: {
      severity: {
        presets: { audit: 'note', attacks: 'note', recommended: 'note', strict: 'error' },
        atLeast: 'missing',
      },
      text: (args) =>
        `${named(args)} has no provenance: nothing says where it was built. ${quoted(args.before)} had it.`,
      remediation: (args) =>
        `Ask its maintainers why it was not published like ${quoted(args.before)}; until then keep that version.`,
    },
    missing: {
      severity: { presets: { audit: 'note', attacks: 'note', recommended: 'note', strict: 'warn' } },
      text: (args) => `${named(args)} has no provenance: nothing says where it was built.`,
      remediation: () => 'Ask its maintainers to publish with provenance, or accept that the origin is unknown.',
    },
  },
  check({ dossier, evidence, options, context }) {
    const own = found(dossier.change, evidence, options);
    const asked = unprovenProposal({ dossier, evidence, agents: options.agents, context });
    return asked.length === 0 ? own : [...own.filter(({ code }) => code !== 'missing'), ...asked];
  },
  facts: ({ dossier: { change }, evidence }) =>
    halves(
      fact(evidence, 'history', 'attested', (history) => {
        const attested = attestedBefore(change, { history: present(history) });
        return attested ?? null;
      }),
      fact(evidence, 'provenance', 'provenance', provenanceFacts),
    ),
  examples: [
    {
      title: 'Verified provenance, and no expectations',
      dossier: { evidence: { provenance: verifiedProvenance() } },
      expectedCodes: [],
    },
    {
      title: 'A registry that has no attestations',
      dossier: { evidence: { provenance: present({ state: 'not-applicable' }) } },
      expectedCodes: [],
    },
    {
      title: 'Provenance from the repository and the workflow that are expected',
      dossier: { evidence: { provenance: verifiedProvenance() } },
      options: {
        expect: [
          {
            packages: ['left-pad'],
            repository: buildIdentity.sourceRepository,
            workflow: '.github/workflows/release.yml',
            runner: 'hosted',
          },
        ],
      },
      expectedCodes: [],
    },
    {
      title: 'An attestation about other bytes',
      dossier: {
        evidence: {
          provenance: present({
            state: 'invalid',
            failed: [{ kind: 'provenance', check: 'subject-digest', expected: 'aa', found: 'bb' }],
          }),
        },
      },
      expectedCodes: ['invalid'],
    },
    {
      title: 'Built in a repository whose name looks like the expected one',
      dossier: {
        evidence: { provenance: verifiedProvenance({ sourceRepository: 'https://github.com/acrne/left-pad' }) },
      },
      options: { expect: [{ packages: ['left-pad'], repository: 'https://github.com/acme/left-pad' }] },
      expectedCodes: ['contradicts'],
    },
    {
      title: 'The expected repository by its id, and another event than the one that should start the build',
      dossier: { evidence: { provenance: verifiedProvenance({ trigger: 'workflow_dispatch' }) } },
      options: { expect: [{ packages: ['left-pad'], repositoryId: '1001', ownerId: '11', trigger: 'push' }] },
      expectedCodes: ['contradicts'],
    },
    {
      title: 'No provenance where the policy requires it',
      dossier: { evidence: { provenance: absent } },
      options: { expect: [{ packages: ['left-pad'] }] },
      expectedCodes: ['expected-missing'],
    },
    { title: 'No provenance: a note', dossier: { evidence: { provenance: absent } }, expectedCodes: ['missing'] },
    {
      title:
        'No provenance of a direct dependency, where the version on the base branch has it: an error under `strict`',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          provenance: absent,
          history: history({ '1.2.0': '2025-06-01T00:00:00.000Z' }, { '1.2.0': { attested: true } }),
        },
      },
      expectedCodes: ['lost'],
    },
    {
      title: 'The same of a transitive dependency',
      dossier: {
        change: { kind: 'updated', direct: false, previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          provenance: absent,
          history: history({ '1.2.0': '2025-06-01T00:00:00.000Z' }, { '1.2.0': { attested: true } }),
        },
      },
      expectedCodes: ['missing'],
    },
    {
      title: 'An agent adds a direct dependency that was built in another repository than it declares',
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          release: release({ repository: 'github.com/acme/right-pad' }),
          authorship: present({ branch: 'claude/add-left-pad', people: [] }),
        },
      },
      expectedCodes: ['agent-unproven'],
    },
    {
      title: 'An agent adds a direct dependency that was built where it says',
      dossier: {
        evidence: {
          provenance: verifiedProvenance(),
          release: release({ repository: 'github.com/acme/left-pad' }),
          authorship: present({ branch: 'claude/add-left-pad', people: [] }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'No provenance of a transitive dependency, where only direct ones count',
      dossier: { change: { direct: false }, evidence: { provenance: absent } },
      options: { depth: 'direct' },
      expectedCodes: [],
    },
  ],
});
