import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { applyDecisions } from '../../src/decisions/apply.ts';
import { digestOf } from '../../src/decisions/digest.ts';
import type { Unusable } from '../../src/decisions/ledger/in-force.ts';
import { matchLedger, stemsOf, whyNotLetIn } from '../../src/decisions/ledger/match.ts';
import type { Proposing } from '../../src/decisions/ledger/match.ts';
import { packageStem } from '../../src/decisions/ledger/names.ts';
import { approvalsOf } from '../../src/policy/approvals.ts';
import type {
  BlockedFile,
  BlockedPackage,
  Dossier,
  FilePreimage,
  LedgerEntry,
  Proposers,
} from '../../src/model/index.ts';
import { otherIntegrity } from '../../src/model/example.ts';
import type { DossierPatch } from '../../src/model/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { ofKind, onlyPackage, play } from '../support/decisions.ts';
import type { Scene } from '../support/decisions.ts';
import { dossierOf, exampleNow, present, release } from '../support/dossier.ts';
import { approvalOf, denialOf, entryOf, issued, recorded, revocationOf } from '../support/records.ts';

/** What records let in and keep out. */

const young = (patch: DossierPatch = {}): Dossier =>
  dossierOf({ ...patch, evidence: { publishedAt: present('2026-06-14T12:00:00.000Z'), ...patch.evidence } });
const scene = (patch: DossierPatch = {}, more: Scene = {}): Scene => ({ dossiers: [young(patch)], ...more });
const blocked = onlyPackage(scene());
const [ann, bob] = [recorded(20, 'ann', blocked.codes), recorded(30, 'bob', blocked.codes)];
const listed = {
  approvers: {
    users: [
      { login: 'ann', id: 20 },
      { login: 'bob', id: 30 },
    ],
  },
};
const approved = entryOf(approvalOf(blocked, [ann]));
const denied = entryOf(denialOf(blocked.preimage, [bob]));

interface Given {
  readonly then?: Scene;
  readonly approvals?: Parameters<typeof approvalsOf>[0];
  readonly unusable?: readonly Unusable[];
  readonly repositoryId?: number | undefined;
  readonly now?: string;
  readonly proposing?: Proposing;
  readonly signedBy?: (entry: LedgerEntry) => readonly number[];
  readonly ownChanges?: 'never' | 'security-key';
}

/** What a ledger makes of a scene. */
function match(entries: readonly LedgerEntry[], given: Given = {}) {
  const { then = scene(), approvals: file = listed, unusable = [], now = exampleNow, proposing = 'nobody' } = given;
  const repositoryId = 'repositoryId' in given ? given.repositoryId : blocked.preimage.repositoryId;
  const played = play({ ...then, repositoryId, now });
  const approvals = { ...approvalsOf(file), ownChanges: given.ownChanges ?? 'never' };
  const { dossiers = [] } = then;
  const { signedBy } = given;
  const matched = matchLedger({
    ...{ ledger: { entries, unusable }, approvals, repositoryId, now, blocked: played.blocked, dossiers, rules },
    ...(signedBy && { signedBy }),
  });
  const letIn = played.blocked.filter(
    (entry) =>
      entry.kind !== 'undecidable' && whyNotLetIn(entry, matched, proposing, { approvals, rules }) === undefined,
  );
  const findings = applyDecisions({
    ...{ findings: played.each, blocked: played.blocked, dossiers, policy: played.policy, rules },
    ...{ context: { now, mode: 'check' as const }, recorded: matched.denials },
    letsIn: (entry) => letIn.includes(entry),
    counted: { approvals: [...matched.covering.values()].flat(), denials: [], required: approvals.required },
  });
  const why = matched.notCounted.map((one) => one.why);
  return { ...matched, why, letIn: letIn.length, findings, blocked: played.blocked };
}
const statusOf = ({ findings }: ReturnType<typeof match>) => findings.map(({ rule, status }) => `${rule} ${status}`);

describe('an approval', () => {
  test('lets in what it is about, and says by which record', () => {
    const { findings, letIn } = match([approved]);
    expect(letIn).toBe(1);
    expect(findings).toMatchObject([
      { status: 'approved', coveredBy: { kind: 'decision', by: [{ id: 20, record: approved.path }] } },
    ]);
  });

  test('holds where another version, or none, is replaced', () => {
    const change: DossierPatch['change'] = { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] };
    const upgraded = scene({
      change,
      evidence: { predecessor: release({ version: '1.2.0', repository: 'github.com/a/b' }) },
    });
    const record = entryOf(approvalOf(onlyPackage(upgraded), [ann]));
    expect(digestOf(onlyPackage(upgraded).preimage)).not.toBe(blocked.digest);
    expect(match([record]).letIn).toBe(1);
  });

  test.each<[string, string, Given]>([
    ['other bytes', '', { then: scene({ change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } }) }],
    ['dev that became prod too', 'other-facts', { then: scene({ change: { dependencyTypes: ['prod', 'dev'] } }) }],
    ['another registry', 'other-facts', { then: scene({ registry: 'https://mirror.example/' }) }],
    ['another publisher', 'other-facts', { then: scene({ evidence: { publisher: present({ name: 'mallory' }) } }) }],
    [
      'a new hook',
      'other-facts',
      { then: scene({ evidence: { release: release({ hooks: { postinstall: 'node x.js' } }) } }) },
    ],
    ['another repository', '', { repositoryId: 2 }],
    ['a repository that is not known', 'no-repository', { repositoryId: undefined }],
    [
      'people whom the policy no longer lists',
      'not-listed',
      { approvals: { approvers: { users: [{ login: 'x', id: 9 }] } } },
    ],
    [
      'people whom it lists under `never`',
      'not-listed',
      { approvals: { ...listed, never: [{ login: 'ann', id: 20 }] } },
    ],
    ['a policy that names nobody', 'no-approvers', { approvals: {} }],
    ['more than `maximumAge` after it', 'expired', { approvals: { ...listed, maximumAge: '4d' } }],
    ['a time before it', 'not-yet', { now: '2026-06-10T11:59:59.000Z' }],
  ])('lets nothing in for %s', (_, why, given) => {
    const found = match([approved], given);
    expect([found.letIn, found.why]).toEqual([0, why === '' ? [] : [why]]);
  });

  test('holds through the earlier of its own end and `maximumAge`, and no longer', () => {
    const end = '2026-06-16T00:00:00.000Z';
    const ending = entryOf(approvalOf(blocked, [ann], { expiresAt: end }));
    const after = '2026-06-16T00:00:00.001Z';
    expect(match([ending], { now: end, approvals: { ...listed, maximumAge: '400d' } }).letIn).toBe(1);
    expect(match([ending], { now: after })).toMatchObject({ letIn: 0, why: ['expired'], blocked: { length: 1 } });
    expect(match([approved], { approvals: { ...listed, maximumAge: '5d' } }).letIn).toBe(1);
  });

  test('whose times are none lets nothing in', () => {
    const record = { ...approved, record: { ...approved.record, issuedAt: 'soon' } } as LedgerEntry;
    expect(match([record]).letIn).toBe(0);
  });

  test('lets nothing in that a rule says which it does not name', () => {
    const few = entryOf(approvalOf(blocked, [recorded(20, 'ann', ['install-scripts/first-seen'])]));
    const found = match([few]);
    expect([found.letIn, found.why]).toEqual([0, ['other-codes']]);
  });

  test('needs as many people as the policy requires now, of however many records', () => {
    const approvals = { ...listed, required: 2 };
    const other = entryOf(approvalOf(blocked, [bob]));
    const twice = entryOf(approvalOf(blocked, [{ ...ann, comment: '99' }]));
    expect(match([approved], { approvals }).letIn).toBe(0);
    expect(match([approved, twice], { approvals }).letIn).toBe(0);
    expect(match([approved, other], { approvals }).letIn).toBe(1);
  });

  test('of a member of a team counts while that team is listed, and of no other', () => {
    const record = entryOf(approvalOf(blocked, [{ ...ann, team: 4711 }]));
    const teams = (id: number) => ({ approvers: { teams: [{ slug: 'acme/appsec', id }] } });
    expect(match([record], { approvals: teams(4711) }).letIn).toBe(1);
    expect(match([record], { approvals: teams(4712) }).letIn).toBe(0);
    expect(match([approved], { approvals: teams(4711) }).letIn).toBe(0);
  });

  test('is none of a proposer, nor where they are not known, and one more is needed where not all are', () => {
    const account = { id: 20, login: 'renamed', type: 'User' } as const;
    const proposers: Proposers = { marks: [{ account, as: 'co-author' }], extra: 0 };
    expect(match([approved], { proposing: proposers }).letIn).toBe(0);
    expect(match([approved], { proposing: 'unknown' }).letIn).toBe(0);
    expect(match([approved], { proposing: { marks: [], extra: 0 } }).letIn).toBe(1);
    expect(match([approved], { proposing: { marks: [], extra: 1, because: 'x' } }).letIn).toBe(0);
    const both = entryOf(approvalOf(blocked, [ann, bob]));
    expect(match([both], { proposing: { marks: [], extra: 1, because: 'x' } }).letIn).toBe(1);
  });

  test('signed by a proposer counts where the policy lets people decide about their own changes by key', () => {
    const proposing: Proposers = {
      marks: [{ account: { id: 20, login: 'ann', type: 'User' }, as: 'author' }],
      extra: 0,
    };
    const signedBy = () => [20];
    expect(match([approved], { proposing, signedBy }).letIn).toBe(0);
    expect(match([approved], { proposing, signedBy, ownChanges: 'security-key' }).letIn).toBe(1);
    expect(match([approved], { proposing, signedBy: () => [30], ownChanges: 'security-key' }).letIn).toBe(0);
  });
});

describe('a revocation', () => {
  const revoke = (entry: LedgerEntry) => entryOf(revocationOf(entry, [{ ...bob, codes: [] }]));

  test('voids the file of these bytes, whatever has expired or whoever is listed', () => {
    const found = match([approved, revoke(approved)], {
      approvals: { approvers: { users: [{ login: 'ann', id: 20 }] } },
    });
    expect([found.letIn, found.why]).toEqual([0, ['revoked']]);
  });

  test('voids no other record of the same artifact', () => {
    const other = entryOf(approvalOf(blocked, [bob]));
    expect(match([approved, other, revoke(approved)]).letIn).toBe(1);
  });

  test('of other bytes, or of another repository, voids nothing', () => {
    const foreign = entryOf(approvalOf({ ...blocked, preimage: { ...blocked.preimage, repositoryId: 2 } }, [ann]));
    expect(match([approved, revoke({ ...approved, sha256: 'ab'.repeat(32) })]).letIn).toBe(1);
    expect(match([approved, revoke({ ...foreign, sha256: approved.sha256 })]).letIn).toBe(1);
  });

  test('that cannot be read voids each approval of the same artifact: it may be about it', () => {
    const path = approved.path.replace(/-approve-\d+/, '-revoke-7');
    const found = match([approved], { unusable: [{ path, why: 'not-json' }] });
    expect([found.letIn, found.why]).toEqual([0, ['maybe-revoked', 'not-json']]);
  });

  test('ends a denial', () => {
    expect(statusOf(match([approved, denied]))).toEqual(['cooldown reported', 'deny reported']);
    expect(statusOf(match([approved, denied, revoke(denied)]))).toEqual(['cooldown approved']);
  });
});

describe('a denial', () => {
  const old = { dossiers: [dossierOf()] };

  test('blocks though nothing else speaks, whoever denied it and whatever they are now', () => {
    for (const approvals of [listed, {}, { ...listed, never: [{ login: 'bob', id: 30 }] }]) {
      const { findings } = match([denied], { then: old, approvals });
      expect(findings).toMatchObject([{ rule: 'deny', codes: ['denied-by-decision'], level: 'error' }]);
      expect(findings[0]?.message).toContain('`bob`');
    }
  });

  test.each<[string, Scene]>([
    ['another use', { dossiers: [dossierOf({ change: { dependencyTypes: ['dev'] } })] }],
    ['another base', { dossiers: [dossierOf({ change: { kind: 'updated', previousVersion: '1.2.0' } })] }],
    ['another registry', { dossiers: [dossierOf({ registry: 'https://mirror.example/' })] }],
    [
      'another source',
      { dossiers: [dossierOf({ change: { source: { kind: 'remote', spec: 'https://a.example/x.tgz' } } })] },
    ],
    ['ten years later', { ...old, now: '2036-06-15T12:00:00.000Z' }],
    ['a pin without its bytes, which the registry states', { dossiers: [dossierOf({ change: { pins: [] } })] }],
    [
      'a pin of other bytes, where the registry states these',
      { dossiers: [dossierOf({ change: { pins: [{ integrity: otherIntegrity, line: 1, places: 1 }] } })] },
    ],
  ])('holds for %s', (_, then) => {
    const now = then.now ?? exampleNow;
    expect(match([denied], { then, now }).findings.map(({ rule }) => rule)).toContain('deny');
  });

  test.each<[string, Scene, number]>([
    [
      'other bytes',
      {
        dossiers: [
          dossierOf({
            change: { pins: [{ integrity: otherIntegrity, line: 1, places: 1 }] },
            evidence: { release: release({ integrity: otherIntegrity }) },
          }),
        ],
      },
      blocked.preimage.repositoryId,
    ],
    ['another version', { dossiers: [dossierOf({ change: { version: '1.3.1' } })] }, blocked.preimage.repositoryId],
    ['another repository', old, 2],
    ['what is removed', { dossiers: [dossierOf({ change: { kind: 'removed' } })] }, blocked.preimage.repositoryId],
  ])('says nothing of %s', (_, then, repositoryId) => {
    expect(match([denied], { then, repositoryId }).findings.filter(({ rule }) => rule === 'deny')).toEqual([]);
  });

  test('keeps out these bytes alone, in the one of two lockfiles that has them', () => {
    const other = young({
      change: { lockfile: 'b/package-lock.json', pins: [{ integrity: otherIntegrity, line: 1, places: 1 }] },
      evidence: { release: release({ integrity: otherIntegrity }) },
    });
    const then = { dossiers: [young(), other] };
    const of = ofKind(play(then).blocked, 'package').find(({ lockfiles }) => lockfiles[0] === 'b/package-lock.json');
    const found = match([denied, entryOf(approvalOf(of as BlockedPackage, [ann])), approved], { then });
    const about = (rule: string) =>
      found.findings.flatMap((one) => (one.rule === rule ? [[one.lockfile, one.status]] : []));
    expect(about('deny')).toEqual([['package-lock.json', 'reported']]);
    expect(about('cooldown').sort()).toEqual([
      ['b/package-lock.json', 'approved'],
      ['package-lock.json', 'reported'],
    ]);
  });

  test('counts where the repository is not known, whichever it is about', () => {
    expect(match([denied], { repositoryId: undefined }).denials).toHaveLength(1);
  });

  test('that cannot be read denies by its name, until a revocation names its bytes', () => {
    const file = { path: denied.path, why: 'not-a-record', sha256: 'ef'.repeat(32) } as const;
    expect(match([approved], { unusable: [file] }).denials).toMatchObject([{ record: denied.path, by: [] }]);
    expect(statusOf(match([approved], { unusable: [file] }))).toEqual(['cooldown reported', 'deny reported']);
    const revoked = entryOf(revocationOf({ ...denied, sha256: file.sha256 }, [bob]));
    expect(statusOf(match([approved, revoked], { unusable: [file] }))).toEqual(['cooldown approved']);
  });
});

test('records of other repositories are counted and say nothing', () => {
  const foreign = entryOf(approvalOf({ ...blocked, preimage: { ...blocked.preimage, repositoryId: 2 } }, [ann]));
  expect(match([foreign])).toMatchObject({ elsewhere: 1, letIn: 0, notCounted: [] });
});

describe('a file', () => {
  const file = (rule: string, code: string): BlockedFile => {
    const preimage: FilePreimage = {
      v: 1,
      ...{ repositoryId: blocked.preimage.repositoryId, path: '.npmrc', mode: '100644', sha256: 'ab'.repeat(32) },
      ...{ rule, codes: [code] },
    };
    const digest = digestOf(preimage) ?? '';
    return { kind: 'file', path: '.npmrc', digest, preimage, codes: [`${rule}/${code}`], findings: [], unread: [] };
  };
  const letIn = (entry: BlockedFile, record = approvalOf(entry, [{ ...ann, codes: [] }])) => {
    const approvals = approvalsOf(listed);
    const ledger = { entries: [entryOf(record)], unusable: [] };
    const { repositoryId } = blocked.preimage;
    const matched = matchLedger({
      ledger,
      approvals,
      repositoryId,
      now: exampleNow,
      blocked: [entry],
      dossiers: [],
      rules,
    });
    return [whyNotLetIn(entry, matched, 'nobody', { approvals, rules }), ...matched.notCounted.map(({ why }) => why)];
  };

  test('is let in for these bytes', () => {
    const entry = file('gate-config', 'setting-changed');
    expect(letIn(entry)).toEqual([undefined]);
    const other = { ...entry, preimage: { ...entry.preimage, sha256: 'cd'.repeat(32) } };
    expect(letIn(entry, approvalOf(other, [{ ...ann, codes: [] }]))).toEqual(['too-few']);
  });

  test('of the policy or of the ledger itself is let in by no record: a former policy would come back', () => {
    for (const entry of [file('gate-config', 'policy-changed'), file('approval-record', 'record-unproven')]) {
      expect(letIn(entry)).toEqual(['too-few', 'decided-here-alone']);
    }
  });
});

test('only names of what blocks and what comes in are looked for', () => {
  const { dossiers = [] } = scene();
  const stem = packageStem(blocked.preimage);
  expect(stemsOf({ blocked: [blocked], dossiers })).toEqual({ blocked: new Set([stem]), brought: new Set([stem]) });
  expect(stemsOf({ blocked: [], dossiers: [dossierOf({ change: { kind: 'removed' } })] }).brought.size).toBe(0);
});

test('no record of other bytes, another use, registry, profile or repository ever covers', () => {
  const change = fc.constantFrom(
    ...(['sha512', 'purl', 'registry', 'repositoryId', 'use', 'profile'] as const).map((field) => field),
  );
  const { preimage } = blocked;
  fc.assert(
    fc.property(fc.uniqueArray(change, { minLength: 1 }), fc.nat(), fc.boolean(), (fields, seed, withFacts) => {
      const others = {
        sha512: seed.toString(16).padStart(128, '0'),
        purl: `pkg:npm/other-${seed}@1.0.0`,
        registry: `https://r${seed}.example/`,
        repositoryId: preimage.repositoryId + 1 + seed,
        use: [...preimage.use, 'dev', ...(seed % 2 === 0 ? ['peer'] : [])],
        profile: [`p${seed}`],
      };
      const patch = Object.fromEntries(fields.map((field) => [field, others[field]]));
      const about = { ...preimage, ...patch, ...(withFacts ? {} : { facts: {} }) } as typeof preimage;
      const record = entryOf(approvalOf({ ...blocked, preimage: about }, [ann, bob]));
      expect(match([record]).letIn).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test('the time of records is what it says', () => {
  expect(Date.parse(issued)).toBeLessThan(Date.parse(exampleNow));
});
