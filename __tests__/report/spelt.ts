/** A report in which everything that a pull request, a registry or a policy can spell is spelt by somebody else. */
import fc from 'fast-check';

import type { Report, ReportedDecisions } from '../../src/model/index.ts';
import { hostileText } from './hostile.ts';
import { change, finding, report } from './sample.ts';

const slots = 59;

const coveredBy = (text: (slot: number) => string) => ({
  reason: `w${text(36)}`,
  owner: `o${text(37)}`,
  expires: `e${text(38)}`,
  ...({ kind: 'exception', id: `D${text(17)}`, origin: `p${text(39)}` } as const),
});

const account = (id: number, login: string) => ({ id, login: `a${login}`, type: 'User' as const });

/** One of everything that decisions say, the line that is offered aside: it is ours. */
const decisions = (text: (slot: number) => string): ReportedDecisions => {
  const decision = { login: `a${text(40)}`, id: 1, comment: '11', reason: `w${text(41)}`, at: '2026-01-31T12:00:00Z' };
  const offer = {
    ...({ kind: 'package', name: `n0${text(0)}`, version: `1.0.0${text(10)}`, path: null } as const),
    ...{ digest: 'ab'.repeat(32), codes: ['cooldown/too-young'], unread: [`k${text(42)}`] },
  };
  const line = `/approve a@1.0.0 cooldown/too-young ${'ab'.repeat(32)}`;
  return {
    ...{ asked: true, required: 2, because: 'Not everybody who pushed is known.' },
    approvers: { users: [{ login: `a${text(43)}`, id: 1 }], teams: [{ slug: `t${text(44)}`, id: 2 }] },
    proposers: [{ account: account(1, text(45)), as: 'committer', commit: `c${text(46)}` }],
    offers: [
      { ...offer, line, approvals: [], isApproved: false },
      { ...offer, line: `x\n${text(47)}`, approvals: [decision], isApproved: false },
      {
        ...offer,
        ...{ kind: 'file', name: null, version: null, path: `p${text(48)}` },
        line: null,
        approvals: [decision],
        isApproved: true,
      },
    ],
    undecidable: [{ name: `n${text(49)}`, version: null, lockfile: `l${text(50)}`, codes: [], why: 'floor' }],
    denials: [{ ...decision, name: `n${text(51)}`, version: `1${text(52)}` }],
    refusals: [
      {
        account: account(3, text(53)),
        comment: '12',
        line: `/approve ${text(54)}`,
        why: 'proposer',
        fix: 'Let another approver write the line.',
        commit: `c${text(55)}`,
      },
      { account: null, comment: '13', line: '/deny x', why: 'malformed', fix: 'Copy the whole line.' },
    ],
    deleted: [{ author: account(4, text(45)), by: null, at: '2026-01-31T12:00:00Z' }],
  };
};

/** Every third-party text of a report, spelt by `text`. What stands before it keeps names apart and in order. */
export function spelt(text: (slot: number) => string): Report {
  const name = (index: number) => `n${index}${text(index)}`;
  const version = `1.0.0${text(10)}`;
  const lockfile = `l${text(11)}`;
  const changes = [0, 1, 2, 3].map((index) =>
    change({
      name: name(index),
      version,
      lockfile,
      line: index + 1,
      direct: index === 0,
      via: index === 0 ? [[name(0)]] : [[name(0), `m${text(12)}`, name(index)]],
      kind: index === 2 ? 'updated' : 'added',
      ...(index === 2 ? { previousVersion: `0.9${text(13)}` } : {}),
      ...(index === 1 ? { baseVersions: [`0.8${text(26)}`] } : {}),
      manifests: [{ path: `p${text(14)}`, line: 3 }],
      importers: [text(27)],
    }),
  );
  const said = (index: number) => ({
    name: name(index),
    version,
    lockfile,
    line: index + 1,
    message: `m${index} ${text(15)} is`,
    remediation: `r ${text(16)} do`,
  });
  const made = report({
    changes,
    findings: [
      finding({ ...said(0), floor: true, about: [`a${text(35)}`] }),
      finding({ ...said(1), rule: 'integrity' }),
      finding({ ...said(1), rule: `z${text(28)}`, level: 'warn', message: `\`${text(29)}\``, remediation: text(30) }),
      finding({ ...said(2), level: 'warn' }),
      finding({ ...said(3), status: 'excepted', decision: `D${text(17)}`, coveredBy: coveredBy(text) }),
      finding({
        ...{ ...said(3), rule: 'provenance', status: 'approved', decision: `D${text(17)}` },
        coveredBy: {
          ...{ kind: 'decision', id: `D${text(17)}` },
          by: [
            {
              login: `a${text(56)}`,
              id: 1,
              comment: `1${text(57)}`,
              reason: `w${text(58)}`,
              at: '2026-01-31T12:00:00Z',
            },
          ],
        },
      }),
      finding({ ...said(3), rule: 'lockfile', name: null, version: null }),
    ],
    errors: [{ code: `c${text(31)}`, message: `e ${text(18)} x`, path: `q${text(19)}`, line: 7 }],
    lockfiles: [{ path: lockfile, format: 'npm', formatVersion: `3${text(20)}`, status: 'changed', packages: 4 }],
    policy: { source: `s${text(21)}`, digest: `sha256:${text(22)}`, mode: 'enforce' },
    evidence: {
      [`${name(1)} ${version}`]: {
        provenance: { state: 'absent' },
        publishedAt: { state: 'present', value: `t${text(32)}` },
      },
    },
  });
  return {
    ...made,
    base: `b${text(23)}`,
    head: `h${text(24)}`,
    evaluatedAt: `i${text(33)}`,
    changes: made.changes.map((each) => ({ ...each, registry: `u${text(25)}` })),
    registries: [{ url: `u${text(25)}`, role: 'policy', packages: 4 }],
    decisions: decisions(text),
    trust: { material: 'given', date: `d${text(34)}`, old: true },
  };
}

export const hostileReport = fc
  .array(hostileText, { minLength: slots, maxLength: slots })
  .map((texts) => spelt((slot) => texts[slot] ?? ''));

/** The same report in which nobody means harm: what every other one must look like, texts aside. */
export const benign = spelt(() => 'x');
