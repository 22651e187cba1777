import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { connect } from '../../../src/platform/github/api.ts';
import { checkName, publishCheck } from '../../../src/platform/github/check.ts';
import type { CheckOrder } from '../../../src/platform/github/check.ts';
import { checkOutput } from '../../../src/report/formats/check.ts';
import { hostileText } from '../../report/hostile.ts';
import { badDay, change, finding, flood, report } from '../../report/sample.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackGitHub, LoopbackRepository } from '../../support/loopback-github.ts';

const appends = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
let github: LoopbackGitHub;
let shop: LoopbackRepository;

beforeEach(async () => {
  github = await startGitHub();
  shop = github.repository('octo/shop');
});
afterEach(() => github.close());

async function publish(count: number, changes: Partial<CheckOrder> = {}) {
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const token = github.issueToken({ checks: 'write' });
  const client = await connect({ apiUrl: github.url, token }, { clock });
  const annotations = Array.from({ length: count }, (_, index) => ({
    ...{ path: 'package-lock.json', line: index + 1, title: 'lockgate: cooldown', message: `m${index}` },
    level: index === 0 ? ('error' as const) : ('warning' as const),
  }));
  const order = { owner: 'octo', repo: 'shop', headSha: 'a'.repeat(40), passed: false, title: 't', summary: 's' };
  return publishCheck(client, { ...order, annotations, ...changes });
}

describe('a check run', () => {
  test.each([
    [0, 1],
    [50, 1],
    [51, 2],
    [120, 3],
  ])('takes %i annotations in %i requests, each once and in order', async (count, requests) => {
    expect(await publish(count, { detailsUrl: 'https://github.example/octo/shop/actions/runs/1' })).toEqual({
      taken: count,
    });
    expect(github.requests).toHaveLength(requests);
    const [check] = shop.checks;
    expect(check).toMatchObject({ name: checkName, head: 'a'.repeat(40), conclusion: 'failure' });
    expect(check?.annotations.map(({ message }) => message)).toEqual(Array.from({ length: count }, (_, i) => `m${i}`));
    expect(check?.annotations.slice(0, 2).map((one) => one['annotation_level'])).toEqual(
      ['failure', 'warning'].slice(0, count),
    );
  });

  test('concludes success where the verdict passes', async () => {
    await publish(1, { passed: true });
    expect(shop.checks[0]?.conclusion).toBe('success');
  });

  test.each([403, 422, 500])(
    'that is refused the second batch (HTTP %i) keeps the first, and says so',
    async (status) => {
      github.fail(appends, { status });
      expect(await publish(60)).toEqual({ taken: 50, failure: expect.objectContaining({ status }) as unknown });
    },
  );

  test('is completed from the start: nobody waits for one whose run has died', async () => {
    github.fail(appends, { status: 422 });
    await publish(60);
    expect(github.requests[0]?.body).toMatchObject({ status: 'completed', conclusion: 'failure' });
  });
});

describe('what it says', () => {
  test('is what the verdict says, and how much has no annotation', () => {
    expect(checkOutput(report({}))).toMatchObject({ passed: true, title: 'lockgate: passed' });
    expect(checkOutput(report({ findings: [finding({ level: 'warn' })] })).passed).toBe(true);
    expect(checkOutput(badDay())).toMatchObject({ passed: false, title: 'lockgate: blocked' });
    expect(checkOutput(report({ errors: [{ code: 'event', message: 'x' }] })).passed).toBe(false);
    const { annotations, summary } = checkOutput(flood(3000));
    expect(annotations.shown).toHaveLength(500);
    expect(annotations.leftOut).toEqual({ errors: 1500, warnings: 750 });
    expect(summary).toContain('Not annotated here: 1,500 findings at level error, 750 findings at level warning.');
  });

  test('keeps to the sizes that GitHub takes, whatever the texts', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 9000 }), (text, times) => {
        const name = text.repeat(times).slice(0, 9000);
        const said = finding({ name, message: name, remediation: name, rule: name.slice(0, 300) });
        const { title, summary, annotations } = checkOutput(report({ changes: [change({ name })], findings: [said] }));
        const bytes = (one: string) => new TextEncoder().encode(one).length;
        expect(Math.max(bytes(title), bytes(summary))).toBeLessThan(255);
        for (const one of annotations.shown) {
          expect(one.title.length).toBeLessThanOrEqual(255);
          expect(bytes(one.message)).toBeLessThan(65_536);
        }
      }),
      { numRuns: 50 },
    );
  });
});
