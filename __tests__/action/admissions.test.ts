import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { verifyAdmissions } from '../../src/trust/verify-admission.ts';
import { runAction } from '../support/action-runner.ts';
import type { ActionOutcome } from '../support/action-runner.ts';
import { ann, now, policy, policyPath, startProject } from '../support/decided-project.ts';
import type { DecidedProject } from '../support/decided-project.ts';
import { pullRequestEvent, pushEvent } from '../support/github-events.ts';
import type { RunnerEvent } from '../support/github-events.ts';
import { mergePull } from '../support/github-talk.ts';
import type { LoopbackSigstore } from '../support/loopback-sigstore.ts';
import { startSigstore } from '../support/loopback-sigstore.ts';
import { slsaProblems } from '../support/slsa-schemas.ts';

/** What came in by a push, as standard documents, through the bundled action. */

const workflow = '.github/workflows/gate.yml';
let project: DecidedProject;
let sigstore: LoopbackSigstore | undefined;
let tip: string;

beforeEach(async () => {
  project = await startProject();
  tip = project.repository.branches.get('main')?.sha ?? '';
});
afterEach(async () => {
  await project.close();
  await sigstore?.close();
  sigstore = undefined;
});

/** The commit that merges a pull request which locks these too: a push without one is asked about for long. */
function land(...names: readonly string[]): string {
  const pull = project.propose(project.locking('a', ...names));
  const commit = mergePull(project.repository, pull);
  pull.mergedAt = now(1);
  return commit;
}

const push = (after: string, before = tip, branch = 'main') =>
  pushEvent(project.repository, { ref: `refs/heads/${branch}`, before, after });

async function run(event: RunnerEvent, admissions = 'file', env: Record<string, string> = {}): Promise<ActionOutcome> {
  const { github, registry, repository } = project;
  const more = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKFLOW_REF: `octo/shop/${workflow}@refs/heads/main`,
  };
  const inputs = { registry: registry.url, admissions };
  return runAction({ github, repository, event, inputs, env: { ...more, ...env } });
}

interface Statement {
  readonly predicateType: string;
  readonly subject: readonly { readonly name: string }[];
  readonly predicate: Readonly<Record<string, unknown>>;
}
function documents({ files }: ActionOutcome): readonly Statement[] {
  const lines = (files['admissions'] ?? '').trim().split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Statement);
}

test('a push that is let in leaves one summary and a statement a package, as their specifications say', async () => {
  const after = land('old');
  const outcome = await run(push(after));
  expect(outcome.exitCode).toBe(0);
  const [summary, ...others] = documents(outcome);
  expect([summary, ...others].map(slsaProblems)).toEqual(['', '']);
  expect(summary).toMatchObject({
    predicateType: 'https://slsa.dev/verification_summary/v1',
    subject: [{ name: 'pkg:npm/old@1.0.0' }],
    predicate: {
      verifier: { id: `https://github.com/octo/shop/${workflow}@refs/heads/main` },
      resourceUri: `git+https://github.com/octo/shop@${after}`,
      policy: { uri: `git+https://github.com/octo/shop@${tip}#${policyPath}` },
    },
  });
  expect(others).toMatchObject([
    {
      predicate: {
        ingestion: { path: `git+https://github.com/octo/shop@${after}#a/package-lock.json` },
        integrity: { result: 'verified' },
        policyEvaluations: [{ result: 'allow', description: 'Let in by the policy.' }],
      },
    },
  ]);
});

test('what people let in names their decision', async () => {
  const { repository } = project;
  const pull = project.propose(project.locking('a', 'young'));
  const [line = ''] = await project.linesOf(pull);
  project.say(pull, ann, `${line} Read.`);
  const after = mergePull(repository, pull);
  pull.mergedAt = now(1);
  const outcome = await run(push(after));
  expect(outcome.exitCode).toBe(0);
  const digest = /[0-9a-f]{64}/.exec(line)?.[0] ?? 'none';
  expect(documents(outcome)[1]?.predicate['policyEvaluations']).toMatchObject([
    { description: `Let in by the policy with the decision ${digest}.` },
  ]);
  expect(JSON.stringify(documents(outcome))).not.toContain('Read.');
});

describe('no documents', () => {
  const nothing = async (event: RunnerEvent, admissions = 'file') => {
    const outcome = await run(event, admissions);
    expect([outcome.outputs['admissions'], documents(outcome)]).toEqual(['', []]);
    return outcome;
  };

  test('of a push that blocks', async () => {
    const { exitCode, stdout } = await nothing(push(land('young')));
    expect([exitCode, stdout]).toEqual([
      1,
      expect.stringContaining('no documents about what came in: the verdict is fail'),
    ]);
  });

  test('under a policy that keeps nothing out', async () => {
    const files = { [policyPath]: `${policy}mode: observe\n` };
    tip = project.repository.commit({ files, parents: [tip], branch: 'main' });
    const { exitCode, stdout } = await nothing(push(land('young')));
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('`mode: observe`')]);
  });

  test('unless they are asked for', async () => {
    await nothing(push(land('old')), 'none');
  });

  test('of a pull request', async () => {
    await nothing(pullRequestEvent(project.repository, project.propose(project.locking('a', 'old'))));
  });

  test('of a push to a branch whose past does not count', async () => {
    const { repository } = project;
    const files = { ...repository.filesOf(tip), ...project.locking('a', 'old') };
    const after = repository.commit({ files, parents: [tip], branch: 'next' });
    repository.branch('next', after);
    await nothing(push(after, tip, 'next'));
  });
});

describe('signed', () => {
  const start = async (more = '') => {
    sigstore = await startSigstore({
      ...{ repository: 'octo/shop', repositoryId: String(project.repository.id), ownerId: '7', workflow },
    });
    const { fulcio, rekor } = sigstore.addresses;
    const files = { [policyPath]: `${policy}admissions: { fulcio: "${fulcio}", rekor: "${rekor}"${more} }\n` };
    tip = project.repository.commit({ files, parents: [tip], branch: 'main' });
    return sigstore;
  };
  const identity = () => ({
    ...{ repository: 'https://github.com/octo/shop', repositoryId: String(project.repository.id), ownerId: '7' },
    ...{ workflow, ref: 'refs/heads/main' },
  });

  test('by the identity of the workflow, in the log of the Sigstore that the policy names', async () => {
    const { env, sigstore: deployment, commitIs } = await start();
    const after = land('old');
    commitIs(after);
    const outcome = await run(push(after), 'sign', env);
    expect([outcome.exitCode, outcome.annotations]).toEqual([0, []]);
    const file = Buffer.from(outcome.files['admissions'] ?? '');
    const verified = verifyAdmissions(file, identity(), deployment.trust);
    expect(verified).toMatchObject([
      { state: 'verified', kind: 'summary', commit: after, subjects: [{ name: 'pkg:npm/old@1.0.0' }] },
      { state: 'verified', kind: 'ingestion', commit: after, subjects: [{ name: 'pkg:npm/old@1.0.0' }] },
    ]);
    expect(sigstore?.requests.filter((path) => path === '/api/v1/log/entries')).toHaveLength(2);
  });

  test('without a permission for the token the same documents are written unsigned, with one line', async () => {
    await start();
    const after = land('old');
    const { exitCode, annotations, files } = await run(push(after), 'sign');
    expect([exitCode, annotations.map(({ message }) => message)]).toEqual([
      0,
      [expect.stringContaining('id-token: write')],
    ]);
    const verified = verifyAdmissions(
      Buffer.from(files['admissions'] ?? ''),
      identity(),
      sigstore?.sigstore.trust as never,
    );
    expect(verified).toMatchObject([{ check: 'unsigned' }, { check: 'unsigned' }]);
  });

  test('never a private repository in the public log, whatever the push itself brings', async () => {
    const { env } = await start();
    const { repository } = project;
    repository.isPrivate = true;
    tip = repository.commit({ files: { [policyPath]: 'version: 1\n' }, parents: [tip], branch: 'main' });
    const open = { [policyPath]: 'version: 1\nadmissions: { publicLog: true }\n' };
    const pull = project.propose({ ...project.locking('a', 'old'), ...open });
    const after = mergePull(repository, pull);
    pull.mergedAt = now(1);
    const outcome = await run(push(after), 'sign', env);
    expect(outcome.stdout).toContain('the repository is not public');
    expect(sigstore?.requests).toEqual([]);
    expect(documents(outcome).map(slsaProblems)).toEqual(['', '']);
  });
});
