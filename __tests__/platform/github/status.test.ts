import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import { isStatusRequired } from '../../../src/platform/github/status.ts';
import { readWaiting, waitingMarker } from '../../../src/report/formats/waiting-marker.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../../support/loopback-github.ts';
import { startGitHub } from '../../support/loopback-github.ts';

let github: LoopbackGitHub;
let repository: LoopbackRepository;

beforeEach(async () => {
  github = await startGitHub();
  repository = github.repository('octo/shop');
  const sha = repository.commit({ files: {}, branch: 'main' });
  repository.branch('next', sha);
});
afterEach(() => github.close());

const requires = (context: string) => ({
  ...{ type: 'required_status_checks', ruleset_source_type: 'Repository', ruleset_source: 'octo/shop', ruleset_id: 1 },
  parameters: { strict_required_status_checks_policy: false, required_status_checks: [{ context }] },
});

async function isRequired(...branches: readonly string[]): Promise<boolean> {
  const client = await connect({ apiUrl: github.url, token: github.token });
  return isStatusRequired({ owner: 'octo', repo: 'shop' } as Parameters<typeof isStatusRequired>[0], client, branches);
}

describe('a job may leave the decision to the commit status', () => {
  test('where the rules of the base branch require it', async () => {
    repository.rules = [requires('lockgate')];
    expect(await isRequired('main')).toBe(true);
  });

  test('not where they require something else, such as the job', async () => {
    repository.rules = [requires('dependency-gate')];
    expect(await isRequired('main')).toBe(false);
  });

  test('not where one base branch of the head does not require it', async () => {
    repository.rules = [requires('lockgate')];
    expect(await isRequired('main', 'next')).toBe(false);
    repository.rulesOf.set('next', [requires('lockgate')]);
    expect(await isRequired('main', 'next')).toBe(true);
  });

  test('not where GitHub does not say, and not for no branch at all', async () => {
    repository.rules = [requires('lockgate')];
    expect(await isRequired()).toBe(false);
    github.fail('GET /repos/{owner}/{repo}/rules/branches/{branch}', { status: 403, message: 'no' });
    expect(await isRequired('main')).toBe(false);
  });
});

describe('the time that a comment names', () => {
  const [head, other] = ['a'.repeat(40), 'b'.repeat(40)];
  const comment = `<!-- lockgate:report -->\n${waitingMarker('2026-02-03 10:05 UTC', head)}### waiting`;

  test('is that of the head which the comment is about', () => {
    expect(readWaiting(comment, head)).toBe(Date.parse('2026-02-03T10:05:00Z'));
    expect(readWaiting(comment, other)).toBeUndefined();
  });

  test('is read from a status as well, and from nothing else', () => {
    expect(readWaiting('Waiting until 2026-02-03 10:05 UTC; nothing has to be done')).toBe(
      Date.parse('2026-02-03T10:05:00Z'),
    );
    expect(readWaiting('Blocked: 1 blocking finding')).toBeUndefined();
    expect(readWaiting('waiting until 2026-99-99 10:05 UTC')).toBeUndefined();
  });
});
