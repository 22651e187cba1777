import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { GateFailure } from '../../../src/errors.ts';
import { supportedEvents } from '../../../src/platform/github/request.ts';
import { readActionRequest } from '../../../src/platform/github/inputs.ts';
import type { Environment } from '../../../src/platform/github/inputs.ts';
import { pullRequestEvent } from '../../support/github-events.ts';
import { LoopbackRepository } from '../../support/github-repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'lockgate-inputs-'));
const eventFile = join(folder, 'event.json');
const sha = 'a'.repeat(40);
let env: Environment;

beforeAll(() => {
  const repository = new LoopbackRepository('octo/shop', 7, 'main');
  const base = repository.commit({ files: {}, branch: 'main' });
  const head = repository.commit({ files: { a: 'a' }, parents: [base] });
  const { payload } = pullRequestEvent(repository, repository.pullRequest({ head }));
  writeFileSync(eventFile, JSON.stringify(payload));
  env = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SHA: sha,
    GITHUB_API_URL: 'https://github.example/api/v3/',
    RUNNER_TEMP: folder,
    'INPUT_GITHUB-TOKEN': 'ghs_1',
  };
});
afterAll(() => rmSync(folder, { recursive: true }));

function failureOf(changes: Environment): GateFailure {
  try {
    readActionRequest({ ...env, ...changes });
  } catch (error) {
    if (error instanceof GateFailure) return error;
    throw error;
  }
  throw new Error('no failure');
}

describe('what the runner gives', () => {
  test('without inputs every default holds', () => {
    expect(readActionRequest(env)).toMatchObject({
      owner: 'octo',
      repo: 'shop',
      repositoryId: 7,
      sha,
      apiUrl: 'https://github.example/api/v3',
      token: 'ghs_1',
      event: { kind: 'pull_request', number: 1, baseRef: 'main', fork: false, author: { login: 'mona', id: 1001 } },
      inputs: {
        policyPath: '.github/dependency-policy.yml',
        comment: true,
        review: false,
        annotations: 'commands',
        reportFile: join(folder, 'lockgate', 'report.json'),
        evidenceFile: join(folder, 'lockgate', 'evidence.json'),
        recordsFolder: join(folder, 'lockgate', 'records'),
      },
    });
    expect(readActionRequest(env).inputs).not.toHaveProperty('preset');
    expect(readActionRequest(env)).not.toHaveProperty('summaryFile');
  });

  test('every input is read under the name that the runner gives it', () => {
    const { inputs } = readActionRequest({
      ...env,
      INPUT_POLICY: 'config/gate.yml',
      INPUT_PRESET: 'strict',
      INPUT_REGISTRY: 'https://registry.example/',
      INPUT_COMMENT: 'false',
      INPUT_REVIEW: 'true',
      INPUT_ANNOTATIONS: 'Check',
      'INPUT_REPORT-FILE': 'out/report.json',
      'INPUT_EVIDENCE-FILE': join(folder, 'evidence.json'),
      'INPUT_REFRESH-TRUST': 'TRUE',
      INPUT_SARIF: 'file',
      'INPUT_SARIF-FILE': 'x.sarif',
      INPUT_STATUS: 'true',
      INPUT_AUDIT: 'false',
    });
    expect(inputs).toEqual({
      policyPath: 'config/gate.yml',
      isPolicyNamed: true,
      status: true,
      audit: false,
      preset: 'strict',
      registry: 'https://registry.example/',
      refreshTrust: true,
      comment: false,
      review: true,
      annotations: 'check',
      reportFile: join(folder, 'out', 'report.json'),
      evidenceFile: join(folder, 'evidence.json'),
      recordsFolder: join(folder, 'lockgate', 'records'),
      sarif: 'file',
      sarifFile: join(folder, 'x.sarif'),
    });
  });

  test('documents about what came in are written where they are asked for, and the workflow is named for them', () => {
    const asked = (admissions: string, more: Record<string, string> = {}) =>
      readActionRequest({ ...env, INPUT_ADMISSIONS: admissions, ...more });
    expect([asked('').inputs, asked('none').inputs]).toEqual([asked('').inputs, asked('').inputs]);
    expect(asked('none').inputs).not.toHaveProperty('admissions');
    expect(asked('Sign', { 'INPUT_ADMISSIONS-FILE': 'a.jsonl' }).inputs).toMatchObject({
      ...{ admissions: 'sign', admissionsFile: join(folder, 'a.jsonl') },
    });
    expect(asked('file').inputs.admissionsFile).toBe(join(folder, 'lockgate', 'admissions.jsonl'));
    expect(() => asked('always')).toThrow('`admissions` must be one of none, file, sign');
    const named = (workflow: string) =>
      asked('sign', { GITHUB_SERVER_URL: 'https://ghes.example', GITHUB_WORKFLOW_REF: workflow }).workflowRef;
    const repository = String(env['GITHUB_REPOSITORY']);
    const own = `${repository}/.github/workflows/gate.yml@refs/heads/main`;
    expect(named(own)).toBe(own);
    expect(named(`evil/${own}`)).toBeUndefined();
    expect(named(`${repository}/.github/workflows/gate.yml@refs/heads/a b`)).toBeUndefined();
    expect(named('')).toBeUndefined();
  });

  test('the server is named only where it cannot be anything else', () => {
    const serverOf = (server: string) => readActionRequest({ ...env, GITHUB_SERVER_URL: server }).serverUrl;
    expect(serverOf('https://ghes.example:8443/')).toBe('https://ghes.example:8443');
    expect(serverOf('https://user@ghes.example')).toBeUndefined();
    expect(serverOf('https://ghes.example/a)[b](c')).toBeUndefined();
  });

  test("the rules' pages are those of the action's own repository and ref, or of none", () => {
    const rulesUrl = (action: string, ref: string) =>
      readActionRequest({
        ...env,
        GITHUB_SERVER_URL: 'https://ghes.example',
        ...{ GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref },
      }).rulesUrl;
    expect(rulesUrl('acme/lockgate', 'a'.repeat(40))).toBe(
      `https://ghes.example/acme/lockgate/blob/${'a'.repeat(40)}/docs/rules`,
    );
    expect(rulesUrl('', '')).toBeUndefined();
    expect(rulesUrl('acme/lockgate', 'x](y')).toBeUndefined();
    expect(rulesUrl('acme/lockgate', '../..')).toBeUndefined();
  });

  test("a wrong result is reported to the action's own repository, or there is no link", () => {
    const projectUrl = (action: string, ref: string, server = 'https://ghes.example') =>
      readActionRequest({
        ...env,
        ...{ GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref },
      }).projectUrl;
    expect(projectUrl('acme/lockgate', 'v1')).toBe('https://ghes.example/acme/lockgate');
    expect(projectUrl('acme/lockgate', 'v1', 'https://user@ghes.example')).toBeUndefined();
    expect(projectUrl('acme/lockgate/issues', 'v1')).toBeUndefined();
    expect(projectUrl('', '')).toBeUndefined();
  });

  test('an input under a name with underscores is not an input', () => {
    const { inputs } = readActionRequest({ ...env, INPUT_REPORT_FILE: 'elsewhere.json' });
    expect(inputs.reportFile).toBe(join(folder, 'lockgate', 'report.json'));
  });

  test('the actor is nobody: the author comes from the payload', () => {
    const request = readActionRequest({ ...env, GITHUB_ACTOR: 'mallory', GITHUB_ACTOR_ID: '66' });
    expect(JSON.stringify(request)).not.toContain('mallory');
  });
});

describe('what cannot be judged', () => {
  test('a policy that an unset variable was to name', () => {
    for (const text of ['', ' \n']) {
      expect(() => readActionRequest({ ...env, INPUT_POLICY: text })).toThrow(/input `policy` is empty/);
    }
  });

  test.each([
    [{ GITHUB_EVENT_NAME: undefined }, 'GITHUB_EVENT_NAME'],
    [{ GITHUB_EVENT_PATH: undefined }, 'GITHUB_EVENT_PATH is not set'],
    [{ GITHUB_EVENT_PATH: join(folder, 'gone.json') }, 'cannot be read'],
  ])('%j: an event error that names the supported events', (changes, words) => {
    const failure = failureOf(changes);
    expect(failure.code).toBe('event');
    expect(failure.message).toContain(words);
    for (const event of supportedEvents) expect(failure.message).toContain(event);
  });

  test.each(['pull_request_target', 'issues', 'workflow_call', 'pull_request_review', 'toString', '::error::x'])(
    'the event %s is refused with the list of those that are supported',
    (name) => {
      const failure = failureOf({ GITHUB_EVENT_NAME: name });
      expect(failure.code).toBe('event');
      for (const event of supportedEvents) expect(failure.message).toContain(event);
    },
  );

  test.each([
    ['', 'is not JSON'],
    ['{', 'is not JSON'],
    ['[]', 'is not an object'],
    ['{"repository":{"id":7,"full_name":"octo/shop"}}', 'no valid `pull_request`'],
  ])('the payload %j', (text, words) => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, text);
    const failure = failureOf({ GITHUB_EVENT_PATH: path });
    expect(failure.code).toBe('event');
    expect(failure.message).toContain(words);
  });

  test('a payload beyond what GitHub sends is not read', () => {
    const path = join(folder, 'huge.json');
    writeFileSync(path, '');
    truncateSync(path, 26_214_401);
    expect(failureOf({ GITHUB_EVENT_PATH: path }).message).toContain('25 MB');
  });

  test.each([
    [{ GITHUB_REPOSITORY: 'octo/another' }, 'event', 'different repositories'],
    [{ GITHUB_REPOSITORY: 'octo' }, 'event', 'GITHUB_REPOSITORY'],
    [{ GITHUB_SHA: 'main' }, 'event', 'GITHUB_SHA'],
    [{ GITHUB_API_URL: 'file:///etc' }, 'usage', 'GITHUB_API_URL'],
    [{ GITHUB_API_URL: 'https://user:secret@github.example' }, 'usage', 'GITHUB_API_URL'],
    [{ 'INPUT_GITHUB-TOKEN': '' }, 'usage', 'is empty'],
    [{ 'INPUT_GITHUB-TOKEN': 'a\r\nX-Evil: 1' }, 'usage', 'github-token'],
    [{ INPUT_COMMENT: 'yes' }, 'usage', '`comment` must be one of true, false, not `yes`'],
    [{ INPUT_PRESET: 'strictest' }, 'usage', 'audit, attacks, recommended, strict'],
    [{ INPUT_POLICY: '../policy.yml' }, 'usage', '`policy`'],
    [{ INPUT_POLICY: '/etc/policy.yml' }, 'usage', '`policy`'],
    [{ 'INPUT_REPORT-FILE': '../report.json' }, 'usage', '`report-file`'],
    [{ 'INPUT_REPORT-FILE': '/etc/report.json' }, 'usage', '`report-file`'],
    [{ 'INPUT_EVIDENCE-FILE': '.' }, 'usage', '`evidence-file`'],
  ])('%j', (changes, code, words) => {
    const failure = failureOf(changes);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(words);
    expect(failure.message).not.toContain('secret');
    expect(failure.message).not.toMatch(/[\r\n]/);
  });
});
