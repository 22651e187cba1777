/** Reports for the reporters' tests: real shapes, invented packages. */
import { buildReport } from '../../src/report/view/build.ts';
import { unneeded } from '../../src/model/evidence-values.ts';
import type {
  Change,
  Comparison,
  EvidenceSet,
  Finding,
  GateError,
  Report,
  ReportedDecisions,
  ReportedOffer,
  VerdictWord,
} from '../../src/model/index.ts';

export const change = (parts: Partial<Change> = {}): Change => ({
  kind: 'added',
  name: 'left-pad',
  version: '1.3.0',
  aliases: [],
  source: { kind: 'registry' },
  changed: ['version'],
  baseVersions: [],
  lockfile: 'package-lock.json',
  line: 12,
  pins: [],
  basePins: [],
  direct: true,
  dependencyTypes: ['prod'],
  baseDependencyTypes: [],
  importers: [''],
  via: [[parts.name ?? 'left-pad']],
  manifests: [],
  claims: {},
  ...parts,
});

export const finding = (parts: Partial<Finding> = {}): Finding => ({
  rule: 'cooldown',
  level: 'error',
  floor: false,
  outcome: 'violation',
  codes: ['too-young'],
  name: 'left-pad',
  version: '1.3.0',
  message: '`left-pad` `1.3.0` was released 3 hours ago; the policy asks for 72 hours.',
  remediation: 'Wait until `2026-02-03T10:00Z`, or use `1.2.0`.',
  lockfile: 'package-lock.json',
  line: 12,
  places: 1,
  fingerprint: 'a'.repeat(64),
  status: 'reported',
  decision: null,
  ...parts,
});

interface Parts {
  readonly verdict?: VerdictWord;
  readonly mode?: Comparison['mode'];
  readonly changes?: readonly Change[];
  readonly findings?: readonly Finding[];
  readonly errors?: readonly GateError[];
  readonly lockfiles?: Report['lockfiles'];
  readonly policy?: Report['policy'];
  /** By name and version, over what every sample has. */
  readonly evidence?: Readonly<Record<string, Partial<EvidenceSet>>>;
}

export function report(parts: Parts): Report {
  const { verdict, mode = 'check', changes = [], findings = [], errors = [], evidence = {}, ...rest } = parts;
  const blocked = findings.some(({ level, status }) => level === 'error' && status === 'reported');
  const judged = blocked ? 'fail' : findings.length > 0 ? 'warn' : 'pass';
  return buildReport({
    comparison: {
      mode,
      base: '1f0c2ab',
      head: '9e8d7c6',
      lockfiles: rest.lockfiles ?? [
        { path: 'package-lock.json', format: 'npm', formatVersion: '3', status: 'changed', packages: 1204 },
      ],
      changes,
      observations: [],
      errors,
    },
    dossiers: changes
      .filter(({ kind }) => kind !== 'removed')
      .map((change) => ({
        change,
        registry: 'https://registry.example/',
        publicRegistry: false,
        addresses: [],
        evidence: {
          existence: { state: 'present', value: { answer: 'listed' } },
          release: { state: 'absent' },
          publishedAt: { state: 'present', value: '2026-01-31T07:00:00.000Z' },
          firstPublishedAt: { state: 'absent' },
          history: { state: 'absent' },
          predecessor: { state: 'absent' },
          registrySignature: unneeded,
          provenance: unneeded,
          publisher: unneeded,
          trust: unneeded,
          priorTrust: unneeded,
          predecessorProvenance: { state: 'absent' },
          earlierBuilds: { state: 'absent' },
          signedAt: { state: 'absent' },
          priorProvenance: { state: 'absent' },
          bringers: { state: 'absent' },
          upgrades: { state: 'absent' },
          license: { state: 'absent' },
          namesake: { state: 'absent' },
          authorship: { state: 'absent' },
          malware: { state: 'absent' },
          advisories: { state: 'absent' },
          predecessorAdvisories: { state: 'absent' },
          contents: unneeded,
          tarball: { state: 'absent' },
          predecessorTarball: { state: 'absent' },
          prominence: { state: 'absent' },
          lookalike: { state: 'absent' },
          bundling: { state: 'absent' },
          downloads: { state: 'absent' },
          ...evidence[`${change.name} ${change.version}`],
        },
      })),
    judgement: { verdict: verdict ?? (errors.length > 0 ? 'error' : judged), findings },
    policy: rest.policy ?? {
      source: '.github/dependency-policy.yml',
      digest: `sha256:${'3f'.repeat(32)}`,
      mode: 'enforce',
    },
    now: '2026-01-31T10:00:00.000Z',
  });
}

/** A dozen findings of every kind, as an ordinary bad day has them. */
export function badDay(): Report {
  const express = change({
    kind: 'updated',
    name: 'express',
    version: '4.19.0',
    previousVersion: '4.18.2',
    baseVersions: ['4.18.2'],
    line: 310,
    manifests: [{ path: 'package.json', line: 17 }],
  });
  const debug = change({
    kind: 'updated',
    name: 'debug',
    version: '4.4.2',
    previousVersion: '4.4.1',
    line: 812,
    direct: false,
    via: [
      ['express', 'send', 'debug'],
      ['express', 'debug'],
    ],
  });
  const router = change({
    name: 'router-core',
    version: '0.0.3',
    line: 1400,
    direct: false,
    via: [['express', 'router-core']],
  });
  const invented = change({
    name: 'react-codeshift',
    version: '1.0.0',
    line: 2214,
    manifests: [{ path: 'package.json', line: 31 }],
    dependencyTypes: ['dev'],
  });
  const git = change({
    name: '@acme/forms',
    version: '2.0.1',
    line: 40,
    source: { kind: 'git', spec: 'git+ssh://git@git.example/acme/forms.git#4f2d' },
    lockfile: 'apps/web/package-lock.json',
    manifests: [{ path: 'apps/web/package.json', line: 9 }],
    importers: ['apps/web'],
  });
  const old = change({
    name: 'request',
    version: '2.88.2',
    line: 3001,
    direct: false,
    via: [['coveralls', 'request']],
    dependencyTypes: ['dev'],
  });
  const esbuild = change({
    kind: 'updated',
    name: 'esbuild',
    version: '0.28.2',
    previousVersion: '0.28.1',
    line: 700,
    dependencyTypes: ['dev', 'optional'],
  });
  const removed = change({
    kind: 'removed',
    name: 'once',
    version: '1.4.0',
    line: 900,
    direct: false,
    via: [['glob', 'once']],
  });
  const plain = Array.from({ length: 9 }, (_, index) =>
    change({
      name: `quiet-${index}`,
      version: '1.0.0',
      line: 4000 + index,
      direct: false,
      via: [['express', `quiet-${index}`]],
    }),
  );
  return report({
    changes: [express, debug, router, invented, git, old, esbuild, removed, ...plain],
    lockfiles: [
      { path: 'package-lock.json', format: 'npm', formatVersion: '3', status: 'changed', packages: 1204 },
      { path: 'apps/web/package-lock.json', format: 'npm', formatVersion: '3', status: 'changed', packages: 88 },
      { path: 'docs/package-lock.json', format: 'npm', formatVersion: '2', status: 'unchanged', packages: 301 },
    ],
    findings: [
      finding({
        rule: 'existence',
        floor: true,
        codes: ['unknown-name'],
        name: 'react-codeshift',
        version: '1.0.0',
        line: 2214,
        message:
          '`react-codeshift` is not in `https://registry.example/`: nobody has published a package of this name there.',
        remediation:
          'Remove `react-codeshift`, or correct its name; an invented name can be registered by anyone, so do not wait for it to appear.',
      }),
      finding({
        rule: 'cooldown',
        name: 'debug',
        version: '4.4.2',
        line: 812,
        places: 3,
        message: '`debug` `4.4.2` was released 3 hours ago (2026-01-31 07:00 UTC); the policy asks for 72 hours.',
        remediation: 'Wait until 2026-02-03 07:00 UTC, or use `4.4.1`, the newest release that is old enough.',
      }),
      finding({
        rule: 'install-scripts',
        codes: ['new-hook'],
        name: 'debug',
        version: '4.4.2',
        line: 812,
        message: '`debug` `4.4.2` runs `postinstall`, which `4.4.1` did not.',
        remediation:
          'Read the script before you install it; add `debug` to `rules.install-scripts.allow` where it is justified.',
      }),
      finding({
        rule: 'new-package',
        codes: ['new'],
        name: 'router-core',
        version: '0.0.3',
        line: 1400,
        message: '`router-core` was first published 4 days ago; the policy asks for 30 days.',
        remediation: 'Use an `express` that does not bring it in, or record an exception.',
      }),
      finding({
        rule: 'source',
        codes: ['git'],
        name: '@acme/forms',
        version: '2.0.1',
        lockfile: 'apps/web/package-lock.json',
        line: 40,
        message:
          '`@acme/forms` is taken from a git repository, where a branch or a tag can be moved and a `prepare` script runs on install: `git+ssh://git@git.example/acme/forms.git#4f2d`.',
        remediation: 'Depend on a version that a trusted registry publishes, and lock again.',
      }),
      ...['cooldown', 'integrity', 'install-scripts'].map((rule) =>
        finding({
          rule,
          outcome: 'indeterminate',
          cause: {
            evidence: 'release',
            asked: 'document',
            reason: 'server-error',
            detail: 'HTTP 503 after 4 attempts',
          },
          codes: ['unavailable-release'],
          name: 'express',
          version: '4.19.0',
          line: 310,
          message: `It is unknown what ${rule} needs: the registry failed to answer (HTTP 503 after 4 attempts).`,
          remediation: 'Run the check again; if it stays so, look at the state of the registry.',
        }),
      ),
      finding({
        rule: 'lockfile',
        level: 'warn',
        codes: ['competes'],
        name: null,
        version: null,
        lockfile: 'docs/package-lock.json',
        line: 1,
        message: '`docs/yarn.lock` stands beside this lockfile; which one is installed depends on the command.',
        remediation: 'Keep the lockfile of one package manager.',
      }),
      finding({
        rule: 'abandonment',
        level: 'warn',
        codes: ['deprecated'],
        name: 'request',
        version: '2.88.2',
        line: 3001,
        message: '`request` `2.88.2` is deprecated.',
        remediation: 'Ask the maintainers of `coveralls` for a version without it, or replace it.',
      }),
      finding({
        rule: 'abandonment',
        level: 'warn',
        codes: ['dormant'],
        name: 'router-core',
        version: '0.0.3',
        line: 1400,
        message: 'The newest release of `router-core` is 800 days old.',
        remediation: 'Look for a maintained package.',
      }),
      finding({
        rule: 'install-scripts',
        level: 'error',
        name: 'esbuild',
        version: '0.28.2',
        line: 700,
        message: '`esbuild` `0.28.2` runs `postinstall`.',
        status: 'excepted',
        decision: 'SEC-1412',
      }),
    ],
  });
}

/** A change as large as the largest that was seen, with `count` findings on a third as many packages, none like another. */
export function flood(count: number): Report {
  const changes = Array.from({ length: Math.ceil(count / 3) }, (_, index) =>
    change({
      name: `package-${index}`,
      version: `${index % 7}.${index % 11}.0`,
      line: 10 + index * 12,
      direct: index % 25 === 0,
      via: index % 25 === 0 ? [[`package-${index}`]] : [[`package-${index - (index % 25)}`, `package-${index}`]],
    }),
  );
  const findings = Array.from({ length: count }, (_, index) => {
    const { name, version, line } = changes[Math.floor(index / 3)] ?? change();
    const rule = ['cooldown', 'new-package', 'abandonment'][index % 3] ?? '';
    return finding({
      rule,
      level: index % 3 === 2 ? 'warn' : 'error',
      name,
      version,
      line,
      message: `\`${name}\` \`${version}\` does not satisfy ${rule}: it was released 3 hours ago.`,
      remediation: `Wait until 2026-02-03 07:00 UTC, or use \`0.0.${Math.floor(index / 3)}\`.`,
    });
  });
  return report({ changes, findings });
}

/** Reports with decisions of people, as a reviewer meets them, by a name for each. */
export function decided(): Readonly<Record<string, Report>> {
  const [ann, bob] = [
    { login: 'ann', id: 20 },
    { login: 'bob', id: 30 },
  ];
  const young = (name: string, more: Partial<Finding> = {}) =>
    finding({
      name,
      version: '1.3.0',
      message: `\`${name}\` \`1.3.0\` was released 3 hours ago; the policy asks for 72 hours.`,
      ...more,
    });
  const plain: ReportedDecisions = {
    ...{ asked: true, required: 1, undecidable: [], denials: [], refusals: [], deleted: [], offers: [] },
    approvers: { users: [ann, bob], teams: [] },
    proposers: [{ account: { login: 'mona', id: 10, type: 'User' }, as: 'author' }],
  };
  const offersOf = (of: Report, names: readonly string[]): readonly ReportedOffer[] =>
    of.changes.flatMap(({ name, version }, index) => {
      const codes = of.findings.flatMap((one) =>
        one.name === name && one.level === 'error' ? one.codes.map((code) => `${one.rule}/${code}`) : [],
      );
      const digest = index.toString(16).padStart(4, '0').repeat(16);
      if (codes.length === 0 || (names.length > 0 && !names.includes(name))) return [];
      const line = `/approve ${name}@${version} ${codes.sort().join(',')} ${digest}`;
      return {
        ...{
          kind: 'package',
          name,
          version,
          path: null,
          digest,
          codes,
          line,
          unread: [],
          approvals: [],
          isApproved: false,
        },
      };
    });
  const offering = (of: Report, more: Partial<ReportedDecisions> = {}, names: readonly string[] = []): Report => ({
    ...of,
    decisions: { ...plain, offers: offersOf(of, names), ...more },
  });
  const one = report({ changes: [change()], findings: [young('left-pad')] });
  const waiting = report({
    changes: [change()],
    findings: [young('left-pad', { passesAt: '2026-02-03T07:00:00.000Z' })],
  });
  const said = {
    login: 'ann',
    id: 20,
    comment: '2419077311',
    reason: 'I read the diff, line by line.',
    at: '2026-01-31T09:00:00Z',
  };
  const approved = offersOf(one, []).map((offer) => ({ ...offer, approvals: [said], isApproved: true }));
  const coveredBy = { kind: 'decision' as const, id: approved[0]?.digest ?? '', by: [said] };
  const green = report({
    verdict: 'pass',
    changes: [change()],
    findings: [young('left-pad', { status: 'approved', decision: coveredBy.id, coveredBy })],
  });
  const line = approved[0]?.line ?? '';
  return {
    one: offering(one),
    waiting: offering(waiting),
    twelve: offering(badDay(), {}, ['debug', 'router-core', 'esbuild']),
    sixty: offering(flood(180)),
    approved: { ...green, decisions: { ...plain, offers: approved } },
    'half-approved': offering(one, { required: 2, offers: approved.map((offer) => ({ ...offer, isApproved: false })) }),
    refused: offering(one, {
      refusals: [
        {
          account: { login: 'mona', id: 10, type: 'User' },
          comment: '2',
          line,
          why: 'proposer',
          fix: 'Whoever proposes a change cannot approve it: let another approver write the line.',
        },
        {
          account: { login: 'copilot-swe-agent', id: 40, type: 'Bot' },
          comment: '3',
          line,
          why: 'not-a-user',
          fix: 'A person has to write the line, no App.',
        },
        {
          account: { login: 'ann', id: 20, type: 'User' },
          comment: '4',
          line,
          why: 'edited',
          fix: 'Write the line again in a new comment, on GitHub itself, and do not edit it.',
        },
        {
          account: { login: 'bob', id: 30, type: 'User' },
          comment: '5',
          line: '/approve left-pad@1.3.0',
          why: 'malformed',
          fix: 'Copy the whole line from the comment of lockgate, and change nothing in it.',
        },
      ],
      deleted: [
        { author: { ...ann, type: 'User' }, by: { login: 'eve', id: 50, type: 'User' }, at: '2026-01-31T09:00:00Z' },
      ],
    }),
    'too-few': offering(one, {
      required: 2,
      because: 'Not everybody who pushed to this branch can be known, so one more approver is needed.',
      proposers: [
        ...plain.proposers,
        { account: { ...ann, type: 'User' }, as: 'co-author', commit: 'c0ffee'.repeat(6) },
      ],
    }),
    nobody: offering(one, { approvers: { users: [], teams: [] } }),
    denied: offering(
      report({
        changes: [change()],
        findings: [
          young('left-pad'),
          finding({
            rule: 'deny',
            codes: ['denied-by-decision'],
            version: '1.3.0',
            message: '`left-pad@1.3.0` was denied by `bob`: `It phones home.`.',
            remediation:
              'Remove the package, or use another version. No approval lets it in while the denial by `bob` stands.',
          }),
        ],
      }),
      { denials: [{ ...said, login: 'bob', id: 30, reason: 'It phones home.', name: 'left-pad', version: '1.3.0' }] },
    ),
  };
}
