import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { connect } from '../../../src/platform/github/api.ts';
import type { GitHubClient } from '../../../src/platform/github/api.ts';
import type { ActionRequest } from '../../../src/platform/github/request.ts';
import { signAdmission } from '../../../src/platform/github/sign-admission.ts';
import type { PublishedAdmission } from '../../../src/platform/port.ts';
import { verifyAdmission } from '../../../src/trust/verify-admission.ts';
import type { LoopbackRepository } from '../../support/github-repository.ts';
import type { LoopbackGitHub } from '../../support/loopback-github.ts';
import { startGitHub } from '../../support/loopback-github.ts';
import type { LoopbackSigstore } from '../../support/loopback-sigstore.ts';
import { startSigstore } from '../../support/loopback-sigstore.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const source = `git+https://github.com/octo/shop@${commit}`;
const identity = {
  ...{ repository: 'https://github.com/octo/shop', repositoryId: '77', ownerId: '7' },
  ...{ workflow: '.github/workflows/gate.yml', ref: 'refs/heads/main' },
};
const summary = (name = 'a') =>
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name, digest: { sha512: '0'.repeat(128) } }],
    predicateType: 'https://slsa.dev/verification_summary/v1',
    predicate: {
      verifier: { id: 'https://github.com/octo/shop/.github/workflows/gate.yml@refs/heads/main' },
      ...{ resourceUri: source, verificationResult: 'PASSED' },
    },
  });

let sigstore: LoopbackSigstore;
let github: LoopbackGitHub;
let repository: LoopbackRepository;
let client: GitHubClient;
const written: string[] = [];
const write = process.stdout.write.bind(process.stdout);
const environment = { ...process.env };

beforeEach(async () => {
  written.length = 0;
  process.stdout.write = (text: string) => written.push(text) > 0;
  [sigstore, github] = await Promise.all([
    startSigstore({
      repository: 'octo/shop',
      repositoryId: '77',
      ownerId: '7',
      workflow: '.github/workflows/gate.yml',
    }),
    startGitHub(),
  ]);
  repository = github.repository('octo/shop');
  client = await connect({ apiUrl: github.url, token: github.token });
  Object.assign(process.env, sigstore.env);
});
afterEach(async () => {
  process.stdout.write = write;
  for (const name of Object.keys(sigstore.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, environment);
  await sigstore.close();
  await github.close();
});

const request = { owner: 'octo', repo: 'shop' } as unknown as ActionRequest;
const sign = (more: Partial<PublishedAdmission> = {}) =>
  signAdmission(request, client, { statements: [summary()], publicLog: false, sigstore: sigstore.addresses, ...more });
const said = () => written.join('');

test('what is signed is verified by what verifies everything else, against the same root', async () => {
  const statements = [summary('a'), summary('b'), summary('c')];
  const lines = await sign({ statements });
  const verified = lines.map((line) => verifyAdmission(Buffer.from(line), identity, sigstore.sigstore.trust));
  expect(verified.map((one) => one.state === 'verified' && one.subjects[0]?.name)).toEqual(['a', 'b', 'c']);
  expect(verified[0]).toMatchObject({ kind: 'summary', commit, runUri: expect.stringContaining('/actions/runs/') });
  expect(sigstore.requests.filter((path) => path === '/token')).toHaveLength(1);
  expect(said()).not.toContain('not signed');
});

describe('the documents are written as they are, and one line says why', () => {
  test('without a permission for the token, and nothing is asked', async () => {
    Reflect.deleteProperty(process.env, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN');
    expect(await sign()).toEqual([summary()]);
    expect(said()).toMatch(
      /^::warning::The documents about what came in are not signed: .*`permissions: \{ id-token: write \}`/,
    );
    expect([sigstore.requests, said().trim().split('\n')]).toEqual([[], [expect.anything()]]);
  });

  test('where GitHub refuses the token', async () => {
    sigstore.refuse('token', 403);
    expect(await sign()).toEqual([summary()]);
    expect(said()).toContain('GitHub gave the job no identity token');
  });

  test.each([
    ['Fulcio', 'signingCert', 'Fulcio gave no certificate'],
    ['Rekor', 'entries', 'Rekor did not log the signature'],
  ] as const)('where %s refuses, and not a part of them is signed', async (_, path, words) => {
    sigstore.refuse(path, 400);
    const statements = [summary('a'), summary('b')];
    expect(await sign({ statements })).toEqual(statements);
    expect(said()).toContain(words);
  });

  test('where it takes too long', async () => {
    const admission = { statements: [summary()], publicLog: false, sigstore: sigstore.addresses };
    expect(await signAdmission(request, client, admission, 0)).toEqual([summary()]);
    expect([said(), sigstore.requests]).toEqual([expect.stringContaining('took too long'), ['/token']]);
  });

  test('where there are too many', async () => {
    const statements = Array.from({ length: 501 }, () => summary());
    expect(await sign({ statements })).toHaveLength(501);
    expect([said(), sigstore.requests]).toEqual([expect.stringContaining('at most 500'), []]);
  });

  test('and no text of a token is printed but to be masked', async () => {
    sigstore.refuse('signingCert', 401);
    await sign();
    const [token = ''] = /eyJ[\w.-]+/.exec(said()) ?? [];
    expect(said().replace(`::add-mask::${token}`, '')).not.toContain('eyJ');
  });
});

describe('the public log', () => {
  /** Without a token nothing can be sent there, whatever is wrong here. */
  const publicGood = { sigstore: { fulcio: 'https://fulcio.sigstore.dev', rekor: 'https://rekor.sigstore.dev' } };
  beforeEach(() => sigstore.refuse('token', 403));
  const asksFor = async (more: Partial<PublishedAdmission>) => {
    expect(await sign(more)).toEqual([summary()]);
    return said();
  };

  test('is not for a private repository, and the policy is named', async () => {
    repository.isPrivate = true;
    expect(await asksFor(publicGood)).toMatch(/the repository is not public.*`admissions: \{ publicLog: true \}`/);
    expect(sigstore.requests).toEqual([]);
  });

  test('is not for one whose visibility could not be read', async () => {
    client = await connect({ apiUrl: github.url, token: 'another-token' });
    expect(await asksFor(publicGood)).toContain('could not be read');
    expect(sigstore.requests).toEqual([]);
  });

  test.each(['https://rekor.sigstage.dev', 'https://LOG.Sigstore.dev.'])('is at %s too', async (rekor) => {
    repository.isPrivate = true;
    expect(await asksFor({ sigstore: { fulcio: sigstore.addresses.fulcio, rekor } })).toContain('not public');
  });

  test('is what applies where the policy names no other Sigstore', async () => {
    repository.isPrivate = true;
    const admission = { statements: [summary()], publicLog: false };
    expect(await signAdmission(request, client, admission)).toEqual([summary()]);
    expect([said(), sigstore.requests]).toEqual([expect.stringContaining('not public'), []]);
  });
});

test('a Sigstore of its own that the policy names may log a private repository', async () => {
  repository.isPrivate = true;
  const [line = ''] = await sign();
  expect(verifyAdmission(Buffer.from(line), identity, sigstore.sigstore.trust).state).toBe('verified');
  expect(github.requests).toEqual([]);
});
