import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import type { Account } from '../../../src/model/index.ts';
import { connect } from '../../../src/platform/github/api.ts';
import { readStandings } from '../../../src/platform/github/decisions/standing.ts';
import type { ListedTeam } from '../../../src/model/index.ts';
import { allow, person } from '../../support/github-talk.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../../support/loopback-github.ts';

const [ada, bea, cleo] = [person('ada', 1), person('bea', 2), person('cleo', 3)];
const team: ListedTeam = { slug: 'security', id: 70 };
const permissionRoute = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission';
const teamRoute = 'GET /orgs/{org}/teams/{team_slug}';
const memberRoute = 'GET /organizations/{org_id}/team/{team_id}/memberships/{username}';

let github: LoopbackGitHub;
let shop: LoopbackRepository;
beforeEach(async () => {
  github = await startGitHub();
  shop = github.repository('octo/shop');
  shop.commit({ files: {}, branch: 'main' });
  github.organisation('octo');
});
afterEach(() => github.close());

async function read(accounts: readonly Account[], teams: readonly ListedTeam[] = [], members?: 'read') {
  const token = github.issueToken(members === undefined ? {} : { members });
  const client = await connect(
    { apiUrl: github.url, token },
    { clock: { now: () => 0, sleep: () => Promise.resolve() } },
  );
  const approvals = { users: [{ login: 'cleo', id: 3 }], teams, minimumPermission: 'write' } as const;
  return readStandings({ owner: 'octo', repo: 'shop', isTrustedFile: true }, client, accounts, approvals);
}
const permissionOf = async (who: Account) => (await read([who])).get(who.id)?.permission;
const teamsOf = async (who: Account) => (await read([who], [team], 'read')).get(who.id)?.teams;
const failure = async (task: Promise<unknown>): Promise<string> =>
  task.then(
    () => 'no failure',
    (error: unknown) => `${(error as { code?: string }).code ?? '-'}: ${(error as Error).message}`,
  );
const routes = () => github.requests.map(({ route }) => route);

describe("a person's permission", () => {
  test.each(['admin', 'maintain', 'write', 'triage', 'read', 'none'] as const)('%s', async (permission) => {
    expect(await permissionOf(allow(shop, ada, permission))).toBe(permission);
  });

  test('of a custom role is the one that it is built on, whatever its name', async () => {
    allow(shop, ada, 'read');
    shop.permissions.set(ada.id, { permission: 'read', role: 'admin' });
    expect(await permissionOf(ada)).toBe('read');
  });

  test('is not that of somebody who took the login over', async () => {
    allow(shop, { ...bea, login: 'ada' }, 'admin');
    expect(await failure(read([ada]))).toBe(
      'approvals-unavailable: `ada` is the login of another account now; run the workflow again.',
    );
  });

  test.each([
    [{ status: 403 }, 'the token may not do this (HTTP 403); give the token `metadata: read`'],
    [{ status: 401 }, 'GitHub does not accept the token (HTTP 401); give the token'],
    [{ status: 503 }, 'GitHub failed (HTTP 503); run the workflow again'],
    [{ body: '{"permission":"owner","user":{"id":1}}', status: 200 }, 'the reply is not what GitHub documents'],
  ])('that GitHub does not tell (%j) is an error, and no silent no', async (how, why) => {
    allow(shop, ada, 'admin');
    github.fail(permissionRoute, how);
    expect(await failure(read([ada]))).toContain(
      `approvals-unavailable: GitHub did not provide the permission of \`ada\``,
    );
    expect(await failure(read([ada]))).toContain(why);
  });

  test('of an account that is gone is none, and concerns nobody else', async () => {
    allow(shop, bea, 'admin');
    expect([...(await read([ada, bea])).keys()]).toEqual([bea.id]);
  });
});

describe("a team's member", () => {
  const made = (members: Readonly<Record<number, 'active' | 'pending'>>, id = team.id) => {
    for (const who of [ada, bea]) allow(shop, who, 'write');
    const of = Object.entries(members).map(([one, state]) => [Number(one), state] as const);
    shop.teams.push({ slug: team.slug, id, members: new Map(of) });
  };

  test('is active in it', async () => {
    made({ [ada.id]: 'active' });
    expect([await teamsOf(ada), await teamsOf(bea)]).toEqual([[team.id], []]);
  });

  test('is nobody who was only invited', async () => {
    made({ [ada.id]: 'pending' });
    expect(await teamsOf(ada)).toEqual([]);
  });

  test('is asked of the team with the listed id, wherever it was renamed to', async () => {
    made({ [ada.id]: 'active' });
    shop.teams.splice(0, 1, { slug: 'product-security', id: team.id, members: new Map([[ada.id, 'active']]) });
    expect([await teamsOf(ada), await teamsOf(bea)]).toEqual([[team.id], []]);
    shop.teams.push({ slug: team.slug, id: 71, members: new Map([[bea.id, 'active']]) });
    expect([await teamsOf(ada), await teamsOf(bea)]).toEqual([[team.id], []]);
  });

  test('is nobody of a team that was made anew under the name', async () => {
    made({ [ada.id]: 'active' }, 71);
    expect(await failure(read([ada], [team], 'read'))).toBe(
      'approvals-unavailable: The team `security` has the id 71, and the policy lists 70: it was made anew; list the team that is meant by its id in the policy.',
    );
  });

  test("cannot be asked for with a workflow's own token, which is an error that says what to grant", async () => {
    made({ [ada.id]: 'active' });
    expect(await failure(read([ada], [team]))).toContain(
      'GitHub did not provide the team `security`: the token may not do this (HTTP 403); give the run the token of an App with Members: read',
    );
  });

  test('of a team that is not there, or that the token cannot see, is an error', async () => {
    allow(shop, ada, 'write');
    expect(await failure(read([ada], [team], 'read'))).toContain(
      'it does not exist or the token may not see it (HTTP 404)',
    );
  });

  test.each([404, 403, 500])('by the id of a team that GitHub does not tell (%d) is an error', async (status) => {
    made({ [ada.id]: 'active' }, 71);
    github.fail('GET /organizations/{org_id}/team/{team_id}', { status });
    expect(await failure(read([ada], [team], 'read'))).toMatch(/^approvals-unavailable: .*the team `security`/i);
  });

  test.each([401, 403, 500])('of a team that GitHub refuses to tell (%d) is an error', async (status) => {
    made({ [ada.id]: 'active' });
    github.fail(teamRoute, { status });
    expect(await failure(read([ada], [team], 'read'))).toContain('GitHub did not provide the team `security`');
  });

  test.each([403, 500])('that GitHub refuses to tell (%d) is an error', async (status) => {
    made({ [ada.id]: 'active' });
    github.fail(memberRoute, { status });
    expect(await failure(read([ada], [team], 'read'))).toContain('whether `ada` is in the team `security`');
  });
});

test('where the file may come with what is judged, no team is asked for, and nobody is known as a member', async () => {
  allow(shop, ada, 'write');
  shop.teams.push({ ...team, members: new Map([[1, 'active']]) });
  const client = await connect({ apiUrl: github.url, token: github.issueToken({ members: 'read' }) });
  const approvals = { users: [], teams: [team], minimumPermission: 'write' } as const;
  const found = await readStandings({ owner: 'octo', repo: 'shop' }, client, [ada], approvals);
  expect(found.get(ada.id)?.teams).toBe('not-asked');
  expect(routes()).toEqual([permissionRoute]);
});

test('teams matter only for those who may do enough here, and whom the policy does not list by id', async () => {
  allow(shop, ada, 'read');
  allow(shop, cleo, 'admin');
  shop.teams.push({ ...team, members: new Map([[1, 'active']]) });
  const found = await read([ada, cleo], [team], 'read');
  expect([...found.values()].map(({ teams }) => teams)).toEqual([[], []]);
  expect(routes()).toEqual([permissionRoute, permissionRoute]);
});

test('one permission for each person, one request for each team, one membership for each person and team', async () => {
  const dan = person('dan', 4);
  for (const who of [ada, bea, dan]) allow(shop, who, 'write');
  shop.teams.push({ ...team, members: new Map([[1, 'active']]) }, { slug: 'leads', id: 72, members: new Map() });
  await read([ada, bea, dan], [team, { slug: 'leads', id: 72 }], 'read');
  const count = (route: string) => routes().filter((one) => one === route).length;
  expect([count(permissionRoute), count(teamRoute), count(memberRoute), routes().length]).toEqual([3, 2, 6, 11]);
});

test('nobody to ask about costs nothing', async () => {
  expect((await read([], [team])).size).toBe(0);
  expect(routes()).toEqual([]);
});
