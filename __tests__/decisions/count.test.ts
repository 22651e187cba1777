import { describe, expect, test } from '@jest/globals';

import { count, peopleToAsk } from '../../src/decisions/count.ts';
import type { Hearing } from '../../src/decisions/count.ts';
import { proposersToAsk } from '../../src/decisions/each.ts';
import { hiddenWord } from '../../src/decisions/hidden.ts';
import { sayingsOf } from '../../src/decisions/statements.ts';
import { rules } from '../../src/rules/index.ts';
import type { Account, Approvals, BlockedPackage, Proposers, PullComment, Standing } from '../../src/model/index.ts';

const digest = 'ab'.repeat(32);
const other = 'cd'.repeat(32);
const day = 86_400_000;
const ann: Account = { id: 1, login: 'ann', type: 'User' };
const bob: Account = { id: 2, login: 'bob', type: 'User' };
const eve: Account = { id: 3, login: 'eve', type: 'User' };
const bot: Account = { id: 4, login: 'helper[bot]', type: 'Bot' };
const line = `/approve left-pad@1.3.0 cooldown/too-young ${digest}`;

const policy: Approvals = {
  accept: ['comment'],
  users: [ann, bob].map(({ id, login }) => ({ id, login })),
  teams: [],
  minimumPermission: 'write',
  never: [],
  required: 1,
  keys: [],
  ownChanges: 'never',
  maximumAge: 180 * day,
};
const blocked: BlockedPackage = {
  kind: 'package',
  name: 'left-pad',
  version: '1.3.0',
  lockfiles: ['package-lock.json'],
  digest,
  codes: ['cooldown/too-young'],
  findings: ['f'],
  unread: [],
  preimage: {
    v: 1,
    purl: 'pkg:npm/left-pad@1.3.0',
    sha512: 'ef'.repeat(64),
    registry: 'https://registry.example/',
    repositoryId: 7,
    use: ['prod'],
    profile: [],
    facts: {},
  },
};

let next = 0;
function comment(author: Account | null, body: string, more: Partial<PullComment> = {}): PullComment {
  next += 1;
  return {
    id: String(next),
    author,
    body,
    createdAt: new Date(Date.UTC(2026, 10, 30, 10) + next * 1000).toISOString(),
    lastEditedAt: null,
    editor: null,
    isMinimized: false,
    createdViaEmail: false,
    viaApp: false,
    edits: [],
    ...more,
  };
}

const standing = (account: Account, permission: Standing['permission'] = 'write', teams: readonly number[] = []) =>
  [account.id, { account, permission, teams }] as const;

function hear(comments: readonly PullComment[], more: Partial<Hearing> = {}) {
  const result = count({
    ...{ comments, deleted: [], reviews: [], approvals: policy, blocked: [blocked], tampered: [] },
    proposers: { marks: [{ account: eve, as: 'author' }], extra: 0 },
    standings: new Map([standing(ann), standing(bob), standing(eve)]),
    brought: new Set(['left-pad@1.3.0']),
    now: '2026-12-01T00:00:00Z',
    rules,
    ...more,
  });
  return {
    ...result,
    by: result.approvals.map(({ account }) => account.login),
    why: result.refusals.map(({ why }) => why),
  };
}

describe('an approval', () => {
  test('of a listed person who may write counts', () => {
    const heard = hear([comment(ann, `${line} read it`)]);
    expect(heard.approvals).toMatchObject([{ digest, codes: ['cooldown/too-young'], reason: 'read it' }]);
    expect(heard).toMatchObject({ by: ['ann'], why: [], required: 1 });
  });

  test.each<[string, string, PullComment, Partial<Hearing>]>([
    ['whoever is not listed', 'not-listed', comment({ ...eve, id: 9 }, line), {}],
    ['a bot', 'not-a-user', comment(bot, line), {}],
    ['an account that is gone', 'account-gone', comment(null, line), {}],
    ['the author', 'not-listed', comment(eve, line), {}],
    [
      'a listed author',
      'proposer',
      comment(ann, line),
      { proposers: { marks: [{ account: ann, as: 'author' }], extra: 0 } },
    ],
    [
      'somebody named in a commit',
      'proposer',
      comment(ann, line),
      { proposers: { marks: [{ account: { ...ann, login: 'renamed' }, as: 'co-author', commit: 'c0' }], extra: 0 } },
    ],
    ['a reader', 'no-permission', comment(ann, line), { standings: new Map([standing(ann, 'triage')]) }],
    ['somebody of whom nothing is known', 'no-permission', comment(ann, line), { standings: new Map() }],
    ['an account under `never`', 'never', comment(ann, line), { approvals: { ...policy, never: [ann] } }],
    ['anybody where nobody is listed', 'no-approvers', comment(ann, line), { approvals: { ...policy, users: [] } }],
    ['an edited comment', 'edited', comment(ann, line, { lastEditedAt: '2026-11-30T11:00:00Z' }), {}],
    [
      'an edited comment, by its history',
      'edited',
      comment(ann, line, { edits: [{ body: 'x', editedAt: '2026-11-30T11:00:00Z', editor: ann }] }),
      {},
    ],
    ['a minimized comment', 'minimized', comment(ann, line, { isMinimized: true }), {}],
    ['mail', 'by-mail', comment(ann, line, { createdViaEmail: true }), {}],
    ['an App for the person', 'by-app', comment(ann, line, { viaApp: true }), {}],
    ['another digest', 'other-digest', comment(ann, line.replace(digest, other)), {}],
    ['the digest of another name', 'other-digest', comment(ann, line.replace('left-pad', 'right-pad')), {}],
    ['other codes', 'other-codes', comment(ann, line.replace('too-young', 'no-time')), {}],
    ['what is not here', 'not-here', comment(ann, line.replace(digest, other).replace('1.3.0', '2.0.0')), {}],
    ['an old comment', 'expired', comment(ann, line, { createdAt: '2026-01-01T00:00:00Z' }), {}],
    ['what cannot be read', 'malformed', comment(ann, line.slice(0, -1)), {}],
    [
      'what nobody can decide',
      'not-decidable',
      comment(ann, line),
      {
        blocked: [
          {
            kind: 'undecidable',
            why: 'floor',
            name: 'left-pad',
            version: '1.3.0',
            lockfile: 'x',
            codes: [],
            findings: [],
            unread: [],
          },
        ],
      },
    ],
    ['both words in one comment', 'contradicts-itself', comment(ann, `${line}\n/deny left-pad@1.3.0 no`), {}],
  ])('does not count: %s (%s)', (_, why, said, more) => {
    const heard = hear([said], more);
    expect(heard.by).toEqual([]);
    expect(heard.why).toContain(why);
  });

  test('beside a denial of the same in one comment falls, and the denial counts', () => {
    const heard = hear([comment(ann, `${line}\n/deny left-pad@1.3.0 no`)]);
    expect(heard).toMatchObject({ by: [], denials: [{ account: ann }], why: ['contradicts-itself'] });
    const split = hear([comment(ann, `${line}\n/deny left-pad@1.3.1 no`)]);
    expect(split).toMatchObject({ by: ['ann'], denials: [{ version: '1.3.1' }] });
  });

  test('names the commit that makes somebody a proposer', () => {
    const proposers: Proposers = { marks: [{ account: ann, as: 'committer', commit: 'c0ffee' }], extra: 0 };
    expect(hear([comment(ann, line)], { proposers }).refusals).toMatchObject([{ why: 'proposer', commit: 'c0ffee' }]);
  });

  test('counts while each code that blocks is among those that it names', () => {
    const more = line.replace('cooldown/too-young', 'cooldown/too-young,provenance/missing');
    expect(hear([comment(ann, more)])).toMatchObject({ by: ['ann'] });
  });

  test('of what nothing blocks any more is no refusal', () => {
    expect(hear([comment(ann, line)], { blocked: [] })).toMatchObject({ by: [], why: [] });
  });

  test('needs one more where not every proposer can be known', () => {
    const proposers: Proposers = { marks: [], extra: 1, because: 'The activity of the fork cannot be read.' };
    expect(hear([comment(ann, line)], { proposers })).toMatchObject({ by: ['ann'], required: 2 });
  });

  test('counts once for each person, and once for each digest', () => {
    expect(hear([comment(ann, line), comment(ann, line), comment(bob, line)]).by).toEqual(['ann', 'bob']);
  });

  test('that was written while our comment held words of somebody else does not count, before and after that it does', () => {
    const at = (time: string) => comment(ann, line, { createdAt: `2026-11-30T${time}:00Z` });
    const tampered = [{ from: '2026-11-30T12:00:00Z', until: '2026-11-30T13:00:00Z' }];
    expect(hear([at('12:30')], { tampered }).why).toEqual(['after-report-was-edited']);
    expect(hear([at('11:59')], { tampered }).by).toEqual(['ann']);
    expect(hear([at('13:01')], { tampered }).by).toEqual(['ann']);
    expect(hear([at('20:00')], { tampered: [{ from: '2026-11-30T12:00:00Z' }] }).by).toEqual([]);
  });

  test('in a review is answered, and does not count', () => {
    expect(hear([], { reviews: [comment(ann, line)] })).toMatchObject({ by: [], why: ['in-a-review'] });
  });

  test('by a member of a listed team counts, and by nobody else', () => {
    const approvals = { ...policy, users: [], teams: [{ slug: 'acme/appsec', id: 11 }] };
    const standings = new Map([standing(ann, 'write', [11]), standing(bob, 'write', [12])]);
    const heard = hear([comment(ann, line), comment(bob, line)], { approvals, standings });
    expect(heard).toMatchObject({ by: ['ann'], why: ['not-listed'] });
  });
});

describe('a denial', () => {
  const denial = '/deny left-pad@1.3.0 It steals.';

  test.each<[string, PullComment, Partial<Hearing>]>([
    ['a listed person', comment(ann, denial), {}],
    [
      'a proposer who is an approver',
      comment(ann, denial),
      { proposers: { marks: [{ account: ann, as: 'author' }], extra: 0 } },
    ],
    ['a minimized comment', comment(ann, denial, { isMinimized: true }), {}],
    ['mail', comment(ann, denial, { createdViaEmail: true }), {}],
    [
      'an edited comment that no longer holds it',
      comment(ann, 'never mind', {
        lastEditedAt: '2026-11-30T11:00:00Z',
        edits: [{ body: denial, editedAt: '2026-11-30T10:00:00Z', editor: null }],
      }),
      {},
    ],
    ['everybody who may write, where nobody is listed', comment(eve, denial), { approvals: { ...policy, users: [] } }],
  ])('of %s counts', (_, said, more) => {
    expect(hear([said], more).denials).toMatchObject([{ name: 'left-pad', version: '1.3.0', reason: 'It steals.' }]);
  });

  test.each<[string, PullComment, Partial<Hearing>]>([
    ['a stranger', comment({ ...eve, id: 9 }, denial), {}],
    [
      'a reader, where nobody is listed',
      comment(ann, denial),
      { approvals: { ...policy, users: [] }, standings: new Map([standing(ann, 'read')]) },
    ],
  ])('of %s does not count', (_, said, more) => {
    expect(hear([said], more)).toMatchObject({ denials: [] });
  });

  test('ends what says approved, whoever said it, before or after', () => {
    for (const comments of [
      [comment(ann, line), comment(bob, denial)],
      [comment(bob, denial), comment(ann, line)],
    ]) {
      expect(hear(comments)).toMatchObject({ by: [], why: ['denied'] });
    }
  });

  test('is withdrawn by the same person alone, in a comment that nobody has touched', () => {
    const withdraw = '/withdraw left-pad@1.3.0';
    expect(hear([comment(ann, denial), comment(ann, withdraw)]).denials).toEqual([]);
    expect(hear([comment(ann, denial), comment(bob, withdraw)]).denials).toHaveLength(1);
    const edited = { lastEditedAt: '2026-11-30T11:00:00Z', editor: eve };
    const heard = hear([comment(ann, denial), comment(ann, withdraw, edited)]);
    expect(heard).toMatchObject({ denials: [{ account: ann }], why: ['edited'] });
    expect(hear([comment(ann, withdraw), comment(ann, denial)]).denials).toHaveLength(1);
  });

  test('after the withdrawal the earlier approval stays ended, and a later one counts', () => {
    const withdraw = comment(ann, '/withdraw left-pad@1.3.0');
    const [before, deny] = [comment(ann, line), comment(ann, denial)];
    const withdrawn = { ...withdraw, id: '900', createdAt: '2026-11-30T11:00:00Z' };
    expect(hear([before, deny, withdrawn]).by).toEqual([]);
    const after = { ...comment(ann, line), id: '901', createdAt: '2026-11-30T11:01:00Z' };
    expect(hear([before, deny, withdrawn, after]).by).toEqual(['ann']);
  });
});

test('a withdrawal ends approvals of the same person, also from an edited comment', () => {
  const withdraw = comment(ann, '/withdraw left-pad@1.3.0', {
    id: '950',
    createdAt: '2026-11-30T12:00:00Z',
    lastEditedAt: '2026-11-30T12:01:00Z',
  });
  expect(hear([comment(ann, line), comment(bob, line), withdraw])).toMatchObject({ by: ['bob'], why: ['superseded'] });
});

test('comments of one second are ordered by their numbers, not by their text', () => {
  const createdAt = '2026-11-30T12:00:00Z';
  const first = comment(ann, line, { id: '9', createdAt });
  const second = comment(ann, '/withdraw left-pad@1.3.0', { id: '10', createdAt });
  expect(hear([first, second]).by).toEqual([]);
  expect(hear([{ ...second, id: '8' }, first]).by).toEqual(['ann']);
});

test('a file is approved by path and digest', () => {
  const file = {
    kind: 'file',
    path: '.npmrc',
    digest: other,
    codes: ['gate-config/program-changed'],
    findings: ['f'],
    unread: [],
    preimage: { v: 1, repositoryId: 7, path: '.npmrc', mode: '100644', sha256: 'ee', rule: 'gate-config', codes: [] },
  } as const;
  expect(hear([comment(ann, `/approve-file .npmrc ${other}`)], { blocked: [file] }).approvals).toMatchObject([
    { digest: other, codes: ['gate-config/program-changed'] },
  ]);
  expect(hear([comment(ann, `/approve-file .npmrc ${digest}`)], { blocked: [file] }).why).toEqual(['other-digest']);
  expect(hear([comment(ann, `/approve-file .yarnrc.yml ${other}`)], { blocked: [file] }).why).toEqual(['other-digest']);
});

test('only people whose lines could count are asked about', () => {
  const strangers = Array.from({ length: 51 }, (_, id) =>
    comment({ id: 100 + id, login: `s${id}`, type: 'User' }, line),
  );
  const comments = [...strangers, comment(ann, line), comment(ann, line), comment(bob, 'nice'), comment(bot, line)];
  expect(peopleToAsk({ comments }, policy).map(({ account }) => account.login)).toEqual(['ann']);
});

test('what a stranger or an App writes at length is not read, what an approver does is', () => {
  const long = `${line}\n\n${'Words. '.repeat(700)}`;
  expect(hear([comment(eve, long), comment(bot, long)])).toMatchObject({ approvals: [], refusals: [] });
  expect(hear([comment(ann, long)]).approvals).toHaveLength(1);
});

test('a malformed line in the report of an App is nothing to answer', () => {
  expect(hear([comment(bot, '/approve a@1'), comment(eve, '/approve a@1')]).refusals).toMatchObject([
    { account: eve, why: 'malformed' },
  ]);
});

test('of a denial only the permission of its author is asked, and of approvals nothing where nobody could approve', () => {
  const comments = [comment(ann, '/deny a@1 x'), comment(bob, '/withdraw a@1'), comment(eve, line)];
  const open = { ...policy, users: [] };
  for (const approvals of [policy, open]) {
    expect(peopleToAsk({ comments }, approvals)).toEqual([
      { account: ann, comments: [], approves: false },
      { account: bob, comments: [comments[1]?.id], approves: false },
    ]);
  }
});

test('a deleted comment of an approver is named, a deleted one of a stranger is not', () => {
  const at = '2026-11-30T12:00:00Z';
  const deleted = [
    { author: ann, by: eve, at },
    { author: { ...eve, id: 9 }, by: eve, at },
  ];
  expect(hear([], { deleted }).deleted).toEqual([deleted[0]]);
});

describe('an edit', () => {
  const denial = '/deny left-pad@1.3.0 It steals.';
  const withdraw = '/withdraw left-pad@1.3.0';
  const first = '2026-11-30T11:00:00Z';
  const later = '2026-11-30T13:00:00Z';
  const edited = (from: string, to: string, author = bob) =>
    comment(author, to, {
      ...{ createdAt: first, lastEditedAt: later, editor: eve },
      edits: [
        { body: from, editedAt: first, editor: author },
        { body: to, editedAt: later, editor: eve },
      ],
    });

  test('does not take a denial away, whatever the comment says then', () => {
    for (const to of ['ok', line, `${denial}\n${line}`, withdraw, `${denial}\n${withdraw}`]) {
      expect(hear([edited(denial, to), comment(ann, line)])).toMatchObject({ by: [], denials: [{ account: bob }] });
    }
  });

  test('that brings a denial in dates it: an earlier withdrawal does not end it', () => {
    const between = comment(bob, withdraw, { createdAt: '2026-11-30T12:00:00Z' });
    expect(hear([edited('x', denial), between]).denials).toMatchObject([{ at: later }]);
    expect(hear([edited(denial, `${denial} More.`), between]).denials).toEqual([]);
  });

  test('that brings a denial back dates it again, as its newest text says it', () => {
    const between = comment(bob, withdraw, { createdAt: '2026-11-30T12:00:00Z' });
    const back = (...texts: readonly (string | null)[]) =>
      comment(bob, texts.at(-1) ?? '', {
        ...{ createdAt: first, lastEditedAt: later, editor: eve },
        edits: texts.map((body, at) => ({ body, editedAt: `2026-11-30T1${1 + at}:00:00Z`, editor: bob })),
      });
    const again = '/deny left-pad@1.3.0 Again.';
    expect(hear([back(denial, 'ok', again), between]).denials).toMatchObject([{ at: later, reason: 'Again.' }]);
    expect(hear([back(denial, null, again), between]).denials).toMatchObject([{ at: later }]);
    expect(hear([back(denial, denial, `${again} x`), between]).denials).toEqual([]);
  });

  test('does not take the withdrawal of an approval away', () => {
    const approved = comment(ann, line, { createdAt: '2026-11-30T10:00:00Z' });
    expect(hear([approved, edited(withdraw, 'ok', ann)]).by).toEqual([]);
    expect(hear([approved, edited(withdraw, line, ann)]).by).toEqual([]);
  });
});

test('a withdrawal ends a denial only where it stands plain and alone, an approval always', () => {
  const denial = comment(ann, '/deny left-pad@1.3.0');
  for (const [body, why] of [
    ['- /withdraw left-pad@1.3.0', 'malformed'],
    ['/withdraw left-pad@1.3.0 please', 'malformed'],
    ['<del>\n\n/withdraw left-pad@1.3.0\n\n</del>', 'unclear-text'],
  ] as const) {
    expect(hear([denial, comment(ann, body)])).toMatchObject({ denials: [{ account: ann }], why: [why] });
    expect(hear([comment(ann, line), comment(ann, body)]).by).toEqual([]);
  }
});

test('a denial and a withdrawal of one comment deny', () => {
  const heard = hear([comment(ann, '/deny left-pad@1.3.0 x\n\n/withdraw left-pad@1.3.0')]);
  expect(heard).toMatchObject({ denials: [{ account: ann }], why: ['contradicts-itself'] });
});

test('a denial of what is not here says so', () => {
  const heard = hear([comment(ann, '/deny left-pad@9.0.0 x')]);
  expect(heard).toMatchObject({ denials: [{ version: '9.0.0' }], why: ['not-here'] });
});

test('a line that cannot be read is answered by its word', () => {
  const [refusal] = hear([comment(ann, '/deny left-pad 1.3.0')]).refusals;
  expect(refusal?.why).toBe('malformed');
  expect(refusal?.fix).not.toContain('Copy');
});

test('of strangers twenty lines are answered, the rest is counted, and an approver is always', () => {
  const strangers = Array.from({ length: 50 }, (_, at) => comment({ ...eve, id: 100 + at }, line));
  const { refusals } = hear([...strangers, comment(ann, `${line}0`)]);
  expect(refusals).toHaveLength(21);
  expect(refusals.filter(({ fix }) => fix.includes('30 more'))).toHaveLength(1);
  expect(refusals.some(({ account }) => account?.id === ann.id)).toBe(true);
});

test('long comments of many do not keep a short one from being read, nor a denial from being found', () => {
  const long = Array.from({ length: 12 }, (_, at) =>
    comment(bob, `/approve x@1 ${at}\n${'a b c\n'.repeat(4500)}/deny a@${at} x`),
  );
  const started = performance.now();
  const heard = hear([...long, comment(ann, line)]);
  expect(performance.now() - started).toBeLessThan(4000);
  expect(heard.by).toEqual(['ann']);
  expect(heard.denials).toHaveLength(12);
  expect(heard.why).toContain('unclear-text');
});

describe('who writes much', () => {
  const team = { ...policy, users: [], teams: [{ slug: 'acme/appsec', id: 11 }] };
  const standings = new Map([standing(ann, 'write', [11]), standing(eve, 'write')]);
  /** Each is read as Markdown, if there is room. */
  const flood = (author: Account, times: number) =>
    Array.from({ length: times }, (_, at) =>
      comment(author, `/deny ${author.login}@${at} x\n\n${'Words. '.repeat(80)}`),
    );

  const mine = () => comment(ann, `${line}\n\n${'I read it. '.repeat(100)}`);

  test('keeps nobody who may approve from being asked about, or read', () => {
    const comments = [...flood(eve, 2000), mine()];
    expect(peopleToAsk({ comments }, team).map(({ account }) => account.login)).toContain('ann');
    expect(hear(comments, { approvals: team, standings })).toMatchObject({ by: ['ann'] });
  });

  test('and may approve takes no room from another who may', () => {
    expect(hear([...flood(ann, 200), ...flood(bob, 200), mine()])).toMatchObject({ by: ['ann'] });
  });

  test('of several pull requests: who proposed is asked for the approval that is among it', () => {
    const words = { number: 1, deleted: [], reviews: [], tampered: [], standings };
    const comments = [...flood(eve, 2000), mine()];
    const origins = new Map([[digest, { covering: [[1]], proposing: [1], isUnknown: false }]]);
    const asked = proposersToAsk({ pulls: [{ ...words, comments }], approvals: team, origins });
    expect([asked.pulls, [...asked.settle]]).toEqual([[1], [ann.id]]);
  });

  test('more than is looked at: of whoever may deny it is said, and nobody else takes their room', () => {
    const big = (author: Account, at: number) => comment(author, `${at} /${'x'.repeat(65_000)}`);
    const isOfWeight = ({ author }: PullComment) => author?.id === ann.id;
    const many = Array.from({ length: 260 }, (_, at) => big(eve, at));
    const short = comment(ann, line);
    expect(sayingsOf([...many, short], isOfWeight)).toMatchObject({ said: [{ comment: { id: short.id } }] });
    expect(sayingsOf([...many, short], isOfWeight).unread.every(({ author }) => author === eve)).toBe(true);
    const own = Array.from({ length: 260 }, (_, at) => big(ann, at));
    expect(sayingsOf(own, isOfWeight).unread.length).toBeGreaterThan(0);
    expect(peopleToAsk({ comments: own }, team)).toEqual([{ account: ann, comments: [], approves: false }]);
  });

  test('in what stood there before, and may not deny, is not read', () => {
    const former = [{ body: '/deny left-pad@1.3.0 x', editedAt: '2026-11-30T11:00:00Z', editor: eve }];
    expect(hear([comment({ ...eve, id: 9 }, 'hi', { edits: former })])).toMatchObject({ denials: [], refusals: [] });
  });
});

describe('a former text that was deleted', () => {
  const gone = (author: Account, more: Partial<PullComment['edits'][number]> = {}) =>
    comment(author, 'fine', {
      ...{ lastEditedAt: '2026-11-30T11:00:00Z', editor: eve },
      edits: [
        { body: null, editedAt: '2026-11-30T10:30:00Z', editor: author, deletedAt: '2026-11-30T11:30:00Z', ...more },
        { body: 'fine', editedAt: '2026-11-30T11:00:00Z', editor: eve },
      ],
    });
  const since = (body: string, more: Partial<PullComment> = {}) =>
    comment(ann, body, { createdAt: '2026-11-30T12:00:00Z', ...more });
  const standings = new Map([standing(ann)]);
  const hidden = (...comments: readonly PullComment[]) => hiddenWord(comments, policy, standings)?.author?.login;

  test('matters of whoever may deny, and of nobody else', () => {
    expect(hidden(gone(ann))).toBe('ann');
    expect(hidden(gone({ ...eve, id: 9 }))).toBeUndefined();
    expect(hidden(comment(ann, 'fine'))).toBeUndefined();
  });

  test.each(['/withdraw left-pad@1.3.0', '/deny left-pad@1.3.0 x', line])('no more once they say: %s', (body) => {
    expect(hidden(gone(ann), since(body))).toBeUndefined();
  });

  test.each<[string, PullComment]>([
    ['before', since(line, { createdAt: '2026-11-30T11:20:00Z' })],
    ['in other words', since('I deleted a password.')],
    ['where it was edited', since('/deny x@1 x', { lastEditedAt: '2026-11-30T12:10:00Z', editor: eve })],
    ['by an App', since(line, { viaApp: true })],
    ['as somebody else', { ...since('/deny left-pad@1.3.0 x'), author: bob }],
  ])('but not by what is said %s', (_, said) => {
    expect(hidden(gone(ann), said)).toBe('ann');
  });

  test('counts from its edit where GitHub does not say when it was deleted', () => {
    const silent = { ...gone(ann), edits: [{ body: null, editedAt: '2026-11-30T10:30:00Z', editor: null }] };
    expect(hidden(silent, since(line, { createdAt: '2026-11-30T10:40:00Z' }))).toBeUndefined();
    expect(hidden(silent, since(line, { createdAt: '2026-11-30T10:20:00Z' }))).toBe('ann');
  });
});

test('a withdrawal of two versions in one line ends no denial', () => {
  const denial = comment(ann, '/deny left-pad@1.3.0 It steals.');
  const two = comment(ann, '/withdraw left-pad@1.3.0 left-pad@1.3.1');
  expect(hear([denial, two])).toMatchObject({ denials: [{ account: ann }] });
  expect(hear([denial, comment(ann, '/withdraw left-pad@1.3.0')])).toMatchObject({ denials: [] });
});
