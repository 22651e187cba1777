import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import { publishReview } from '../../../src/platform/github/review.ts';
import type { Report } from '../../../src/model/index.ts';
import { badDay, change, finding, report } from '../../report/sample.ts';
import { mona, secondaryLimit, startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository, PullRequest } from '../../support/loopback-github.ts';

let github: LoopbackGitHub;
let shop: LoopbackRepository;
let pull: PullRequest;

const lockfile = 'package-lock.json';
const manifest = 'package.json';
const lines = (...texts: readonly string[]) => `${texts.join('\n')}\n`;
const names = Array.from({ length: 30 }, (_, index) => `pkg-${index}`);
/** Line 1 opens, line 2 + n names the nth package. */
const locked = (packages: readonly string[]) =>
  lines('{', ...packages.map((name) => `  "node_modules/${name}": {},`), '}');

beforeEach(async () => {
  github = await startGitHub();
  shop = github.repository('octo/shop');
  const tip = shop.commit({ files: { [lockfile]: locked([]), [manifest]: lines('{', '}') }, branch: 'main' });
  const head = { [lockfile]: locked(names), [manifest]: lines('{', '  "dependencies": { "pkg-0": "1.0.0" }', '}') };
  pull = shop.pullRequest({ head: shop.commit({ files: head, parents: [tip] }) });
});
afterEach(() => github.close());

async function publish(made: Report, { token = github.token, headSha = pull.head } = {}) {
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const client = await connect({ apiUrl: github.url, token }, { clock });
  return publishReview(client, { owner: 'octo', repo: 'shop', number: pull.number, headSha, report: made });
}

/** Each of these packages is blocked, on the line where the lockfile names it; the first is a direct dependency. */
function blocked(packages: readonly string[], { line = 0, message = 'is bad', more = {} } = {}): Report {
  const at = (name: string) => line || names.indexOf(name) + 2;
  const changes = packages.map((name) =>
    change({
      ...{ name, version: '1.0.0', line: at(name), direct: name === 'pkg-0' },
      via: [name === 'pkg-0' ? ['pkg-0'] : ['pkg-0', name]],
      manifests: name === 'pkg-0' ? [{ path: manifest, line: 2 }] : [],
    }),
  );
  const said = packages.map((name) =>
    finding({ name, version: '1.0.0', line: at(name), message: `\`${name}\` ${message}` }),
  );
  return report({ changes, findings: said, ...more });
}
const green = () => report({});

const writes = () => github.requests.filter(({ method, route }) => method !== 'GET' && route !== 'POST /graphql');
const writtenSince = async (task: () => Promise<unknown>) => {
  const before = writes().length;
  await task();
  return writes()
    .slice(before)
    .map(({ method, route }) => `${method} ${route.slice(route.indexOf('{repo}/') + 7)}`);
};
const placed = () => pull.remarks.map(({ path, line, state }) => [path, line, state]);

describe('a review', () => {
  test('stands on the lines of the diff: of a direct dependency on the manifest, else on the lockfile', async () => {
    expect(await publish(blocked(['pkg-0', 'pkg-3']))).toEqual({ written: 2, changed: 0, closed: 0, leftOut: 0 });
    expect(placed()).toEqual([
      [manifest, 2, 'open'],
      [lockfile, 5, 'open'],
    ]);
    expect(pull.reviews).toHaveLength(1);
    expect(pull.reviews[0]?.body).toContain('2 packages marked on a line of the diff.');
    expect(pull.remarks[1]?.body).toContain('`pkg-3` is bad');
    expect(writes().map(({ body }) => body)).toEqual([
      expect.objectContaining({ event: 'COMMENT', commit_id: pull.head }),
    ]);
  });

  test('is left alone where nothing changed, though GitHub gives other line ends back', async () => {
    await publish(blocked(['pkg-0', 'pkg-3']));
    for (const remark of pull.remarks) remark.body = remark.body.replaceAll('\n', '\r\n').trimEnd();
    expect(await writtenSince(() => publish(blocked(['pkg-0', 'pkg-3'])))).toEqual([]);
    // The lines are elsewhere after an unrelated push: the conversations stay what they are.
    expect(await writtenSince(() => publish(blocked(['pkg-0', 'pkg-3'], { line: 7 })))).toEqual([]);
  });

  test('of the next red run says only what is new, changes what changed, and closes what is gone', async () => {
    await publish(blocked(['pkg-0', 'pkg-3']));
    const next = () => publish(blocked(['pkg-3', 'pkg-5'], { message: 'is worse' }));
    expect(await writtenSince(next)).toEqual([
      'POST pulls/{pull_number}/reviews',
      'PATCH pulls/comments/{comment_id}',
      'PATCH pulls/comments/{comment_id}',
    ]);
    expect(pull.remarks.map(({ body }) => /Resolved|is worse/.exec(body)?.[0])).toEqual([
      'Resolved',
      'is worse',
      'is worse',
    ]);
    expect(pull.reviews.map(({ body }) => /\d package/.exec(body)?.[0])).toEqual(['2 package', '1 package']);
  });

  test('is resolved by the next green run, as far as the token goes', async () => {
    await publish(blocked(['pkg-0', 'pkg-3']));
    expect(await publish(green())).toEqual({ written: 0, changed: 0, closed: 2, leftOut: 0 });
    expect(pull.remarks.map(({ state }) => state)).toEqual(['minimized', 'minimized']);
    expect(pull.remarks[0]?.body).toContain('a person can');
    expect(pull.reviews[0]?.body).toContain('Resolved');
    expect(await writtenSince(() => publish(green()))).toEqual([]);

    await publish(blocked(['pkg-3']));
    expect(pull.remarks).toHaveLength(3);
    await publish(green(), { token: github.issueToken({ contents: 'write' }) });
    expect(pull.remarks.map(({ state }) => state)).toEqual(['minimized', 'minimized', 'resolved']);
    expect(pull.remarks[2]?.body).not.toContain('a person can');
  });

  test('is resolved in words where GraphQL refuses everything', async () => {
    await publish(blocked(['pkg-0']));
    // Who the token is must be known; what comes after is refused.
    github.fail('POST /graphql', { status: 403, message: 'Forbidden', after: 1 });
    await publish(green());
    expect(pull.remarks.map(({ state, body }) => [state, body.includes('Resolved')])).toEqual([['open', true]]);
  });

  test('that could not look closes nothing', async () => {
    await publish(blocked(['pkg-3']));
    const unread = report({ errors: [{ code: 'lockfile-syntax', message: 'is no JSON', path: lockfile, line: 3 }] });
    expect(await publish(unread)).toMatchObject({ written: 1, closed: 0 });
    expect(placed()).toEqual([
      [lockfile, 5, 'open'],
      [lockfile, null, 'open'],
    ]);
    expect(pull.remarks[1]?.body).toContain('is no JSON');
  });

  test('of a head that is not the newest is left to its own run', async () => {
    const late = pull.head;
    shop.push(pull, shop.commit({ files: { a: 'b' }, parents: [late] }));
    expect(await publish(blocked(['pkg-0']), { headSha: late })).toBeUndefined();
    expect(writes()).toEqual([]);
  });

  test('is of what blocks: warnings and what is covered stay in the comment', async () => {
    const warned = report({
      changes: [change()],
      findings: [finding({ level: 'warn' }), finding({ status: 'excepted' })],
    });
    expect(await publish(warned)).toMatchObject({ written: 0 });
    expect(writes()).toEqual([]);
  });

  test('that two runs wrote at the same time is one after the next', async () => {
    await publish(blocked(['pkg-3']));
    const [first] = pull.remarks;
    if (first === undefined) throw new Error('no remark');
    shop.remark(pull, first.author, { ...first, review: first.review + 1 });
    await publish(blocked(['pkg-3']));
    expect(pull.remarks.map(({ id }) => id)).toEqual([first.id]);
  });
});

describe('what the diff has no line for', () => {
  test('stands on the file, once, with everything, and is changed in place', async () => {
    shop.patchLimit = 5;
    expect(await publish(blocked(['pkg-3', 'pkg-4']))).toMatchObject({ written: 1 });
    expect(placed()).toEqual([[lockfile, null, 'open']]);
    expect(pull.remarks[0]?.body).toMatch(/pkg-3` is bad[^]*pkg-4` is bad/);
    expect(await writtenSince(() => publish(blocked(['pkg-3', 'pkg-4'])))).toEqual([]);
    expect(await publish(blocked(['pkg-4']))).toMatchObject({ written: 0, changed: 1 });
    expect(pull.remarks[0]?.body).not.toContain('pkg-3');
    await publish(green());
    expect(placed()).toEqual([[lockfile, null, 'minimized']]);
  });

  test('as a line that does not name the package: the report counts lines of the test merge', async () => {
    expect(await publish(blocked(['pkg-3'], { line: 9 }))).toMatchObject({ written: 1 });
    expect(placed()).toEqual([[lockfile, null, 'open']]);
  });

  test('nor even the file stands in the comment only, and is counted', async () => {
    expect(await publish(badDay())).toMatchObject({ written: 1, leftOut: 1 });
    expect(placed()).toEqual([[lockfile, null, 'open']]);
  });

  test('because there are many: twenty lines, the rest on the file, and who has a line keeps it', async () => {
    await publish(blocked(names.slice(5)));
    expect(pull.remarks.filter(({ line }) => line !== null)).toHaveLength(20);
    expect(pull.remarks.at(-1)?.body.match(/is bad/g)).toHaveLength(5);
    expect(pull.reviews[0]?.body).toContain('20 packages marked on a line of the diff, 1 file marked as a whole.');
    await publish(blocked(names));
    expect(pull.remarks.filter(({ line, body }) => line !== null && body.includes('is bad'))).toHaveLength(20);
    expect(pull.remarks.find(({ line }) => line === null)?.body.match(/is bad/g)).toHaveLength(10);
  });

  test('because there are too many for one text: what is left out is counted', async () => {
    const many = Array.from({ length: 400 }, (_, index) => `other-${index}`);
    await publish(blocked(many, { line: 3 }));
    const body = pull.remarks[0]?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(20_000);
    const said = body.match(/is bad/g)?.length ?? 0;
    expect(said).toBeGreaterThan(20);
    expect(body).toContain(`left out here for length: ${400 - said} findings`);
  });
});

describe("somebody else's words", () => {
  test('with our marker are not ours', async () => {
    await publish(blocked(['pkg-3']));
    const [ours] = pull.remarks;
    if (ours === undefined) throw new Error('no remark');
    const forged = shop.remark(pull, mona, { ...ours, line: 6, body: ours.body });
    const before = forged.body;
    await publish(green());
    expect([forged.body, forged.state]).toEqual([before, 'open']);
    expect(ours.body).toContain('Resolved');
  });

  test('that begin otherwise are nobody to us, and cost no question', async () => {
    shop.remark(pull, mona, { path: lockfile, line: 3, body: 'hm', review: 1 });
    await publish(green());
    expect(github.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });
});

describe('what GitHub refuses', () => {
  const reviews = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
  const comments = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/comments';

  test('a line that it does not know: the file is marked instead, once', async () => {
    github.fail(reviews, { status: 422, message: 'Validation Failed' });
    expect(await publish(blocked(['pkg-0', 'pkg-3']))).toMatchObject({ written: 1 });
    expect(placed()).toEqual([[lockfile, null, 'open']]);
    await publish(blocked(['pkg-0', 'pkg-3']));
    expect(pull.remarks).toHaveLength(1);
  });

  test.each([
    ['a comment on a file, as old servers do', comments, { status: 422 }],
    ['the review, for want of permission', reviews, { status: 403, message: 'Resource not accessible by integration' }],
    ['the list of files', 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files', { status: 404 }],
    ['the list of comments', 'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', { status: 500 }],
    ['everything for a while', reviews, secondaryLimit('30')],
  ])('%s', async (_, route, failure) => {
    github.fail(route, failure);
    shop.patchLimit = route === comments ? 1 : 3000;
    await expect(publish(blocked(['pkg-0', 'pkg-3']))).rejects.toMatchObject({ status: failure.status });
    expect(pull.remarks).toEqual([]);
  });

  test('a token that can only read', async () => {
    const token = github.issueToken({ pullRequests: 'read' });
    await expect(publish(blocked(['pkg-0']), { token })).rejects.toMatchObject({ status: 403 });
  });
});
