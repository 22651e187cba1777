import { policyPlace } from '../../policy/remote.ts';
import { presetNames } from '../../policy/schema/names.ts';
import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

import { GateFailure } from '../../errors.ts';
import { parseEvent } from './event.ts';
import type { ActionInputs, ActionRequest, JudgedRequest } from './request.ts';
import { supportedEvents } from './request.ts';
import { runsTrustedFile } from './trusted-file.ts';
import { rulesUrlOf } from '../../report/view/project.ts';
import { limits, quoted } from '../../text/visible.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub caps webhook payloads at 25 MB (Webhook events and payloads: payload cap). */
const maxEventBytes = 26_214_400;

/**
 * Reads everything that the runner hands to the action: the inputs of action.yml, the environment, the event payload.
 * Nothing else in lockgate reads them.
 * @throws GateFailure `event` where lockgate does not judge the event, `usage` for a bad input.
 */
export function readActionRequest(env: Environment): ActionRequest {
  const name = env['GITHUB_EVENT_NAME'];
  if (!name) {
    throw new GateFailure(
      'event',
      `GITHUB_EVENT_NAME is not set: run the action in a GitHub workflow on ${supportedEvents.join(', ')}, or use the command line.`,
    );
  }
  const { event, repository } = parseEvent(name, readPayload(env['GITHUB_EVENT_PATH']));
  const fullName = env['GITHUB_REPOSITORY'] ?? repository?.full_name ?? '';
  const [, owner, repo] = /^([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+)$/.exec(fullName) ?? [];
  const repositoryId = repository?.id ?? Number(env['GITHUB_REPOSITORY_ID']);
  if (owner === undefined || repo === undefined || !Number.isSafeInteger(repositoryId) || repositoryId <= 0) {
    throw new GateFailure('event', 'GITHUB_REPOSITORY and GITHUB_REPOSITORY_ID must name the repository of the run.');
  }
  if (repository !== undefined && repository.full_name.toLowerCase() !== fullName.toLowerCase()) {
    throw new GateFailure('event', 'The event payload and GITHUB_REPOSITORY name different repositories.');
  }
  const sha = env['GITHUB_SHA'] ?? '';
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha)) {
    throw new GateFailure('event', 'GITHUB_SHA must hold the full id of the commit to judge.');
  }
  const summaryFile = env['GITHUB_STEP_SUMMARY'];
  const outputFile = env['GITHUB_OUTPUT'];
  const run = { event, fullName, workflowRef: env['GITHUB_WORKFLOW_REF'], ref: env['GITHUB_REF'] };
  const isTrusted = runsTrustedFile({ ...run, defaultBranch: repository?.default_branch });
  return {
    owner,
    repo,
    repositoryId,
    sha,
    event,
    apiUrl: readApiUrl(env['GITHUB_API_URL']),
    token: readToken(env),
    inputs: readInputs(env),
    ...readRef(env['GITHUB_REF']),
    ...readPages(env, `${owner}/${repo}`),
    ...readRun(env),
    ...(isTrusted && { isTrustedFile: true }),
    ...(summaryFile ? { summaryFile } : {}),
    ...(outputFile ? { outputFile } : {}),
  };
}

/**
 * The request of a run that an input keeps from judging: without inputs but the token and where to say so. Undefined where
 * not even that can be read, and where the event itself does not say what was to be judged.
 */
export function readUnjudgedRequest(env: Environment): JudgedRequest | undefined {
  const kept = new Set(['INPUT_GITHUB-TOKEN', 'INPUT_COMMENT', 'INPUT_STATUS']);
  const others = Object.entries(env).filter(([name]) => !name.startsWith('INPUT_') || kept.has(name));
  try {
    const { event, ...request } = readActionRequest(Object.fromEntries(others));
    if (event.kind === 'workflow_run' || event.kind === 'issue_comment') return undefined;
    return { ...request, event };
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

function readPayload(path: string | undefined): unknown {
  if (!path) {
    throw new GateFailure('event', `GITHUB_EVENT_PATH is not set: there is no event to judge. ${supported()}`);
  }
  try {
    if (statSync(path).size > maxEventBytes) {
      throw new GateFailure(
        'event',
        'The event payload (GITHUB_EVENT_PATH) is larger than the 25 MB that GitHub sends.',
      );
    }
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof GateFailure) throw error;
    const problem = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new GateFailure('event', `The event payload (GITHUB_EVENT_PATH) ${problem}. ${supported()}`);
  }
}

function supported(): string {
  return `Run the action in a GitHub workflow on ${supportedEvents.join(', ')}.`;
}

function readApiUrl(text = 'https://api.github.com'): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new GateFailure('usage', 'GITHUB_API_URL must be an http(s) URL without user info.');
  }
  return url.href.replace(/\/+$/, '');
}

function readRef(ref = ''): Pick<ActionRequest, 'ref'> {
  return /^refs\/(?:heads|tags|pull)\/[^\s\0]+$/.test(ref) ? { ref } : {};
}

/** Links consist of validated parts only; without valid parts there is no link. */
function readPages(
  env: Environment,
  fullName: string,
): Pick<ActionRequest, 'serverUrl' | 'runUrl' | 'rulesUrl' | 'projectUrl' | 'workflowRef'> {
  const server = env['GITHUB_SERVER_URL'] ?? '';
  const run = env['GITHUB_RUN_ID'] ?? '';
  const workflow = env['GITHUB_WORKFLOW_REF'] ?? '';
  if (!/^https?:\/\/[a-z\d.-]+(?::\d+)?\/?$/i.test(server)) return {};
  const serverUrl = server.replace(/\/$/, '');
  const [action = '', ref = ''] = [env['GITHUB_ACTION_REPOSITORY'], env['GITHUB_ACTION_REF']];
  const isNamed = /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(action) && /^[A-Za-z0-9_-][A-Za-z0-9_./-]*$/.test(ref);
  return {
    serverUrl,
    ...(/^\d{1,20}$/.test(run) ? { runUrl: `${serverUrl}/${fullName}/actions/runs/${run}` } : {}),
    ...(workflow.toLowerCase().startsWith(`${fullName}/.github/workflows/`.toLowerCase()) &&
      /^[\w./-]+@refs\/[!-~]+$/.test(workflow) && { workflowRef: workflow }),
    ...(isNamed && {
      projectUrl: `${serverUrl}/${action}`,
      rulesUrl: rulesUrlOf({ url: `${serverUrl}/${action}`, ref }),
    }),
  };
}

function readRun(env: Environment): Pick<ActionRequest, 'runId' | 'ownWorkflow'> {
  const id = Number(env['GITHUB_RUN_ID']);
  const path = ownWorkflow(env);
  return { ...(Number.isSafeInteger(id) && { runId: id }), ...(path !== undefined && { ownWorkflow: path }) };
}

function readToken(env: Environment): string {
  const token = readInput(env, 'github-token');
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  const problem = token === '' ? 'is empty' : 'holds characters that no token has';
  throw new GateFailure(
    'usage',
    `The input \`github-token\` ${problem}: leave it out, or give it \`\${{ github.token }}\` or an App's token.`,
  );
}

function readInputs(env: Environment): ActionInputs {
  const preset = readInput(env, 'preset');
  const registry = readInput(env, 'registry');
  const osv = readInput(env, 'osv');
  const { policyPath, ...remote } = readPolicy(readPolicyInput(env));
  return {
    // action.yml has the same path as its default: a workflow that repeats it cannot be told from one that does not.
    ...{ policyPath, isPolicyNamed: policyPath !== defaultPolicyPath, ...remote },
    ...(preset === '' ? {} : { preset: oneOf('preset', preset, presetNames) }),
    ...(registry === '' ? {} : { registry }),
    ...(osv === '' ? {} : { osv }),
    refreshTrust: readBoolean(env, 'refresh-trust', 'false'),
    comment: readBoolean(env, 'comment', 'true'),
    review: readBoolean(env, 'review', 'false'),
    annotations: oneOf('annotations', readInput(env, 'annotations').toLowerCase() || 'commands', ['commands', 'check']),
    sarif: oneOf('sarif', readInput(env, 'sarif').toLowerCase() || 'none', ['none', 'file', 'upload']),
    status: readBoolean(env, 'status', 'false'),
    audit: readBoolean(env, 'audit', 'true'),
    ...readRerun(env),
    ...readGateWorkflow(env),
    reportFile: temporaryFile(env, 'report-file', 'report.json'),
    evidenceFile: temporaryFile(env, 'evidence-file', 'evidence.json'),
    sarifFile: temporaryFile(env, 'sarif-file', 'report.sarif'),
    recordsFolder: temporaryFile(env, 'records-folder', 'records'),
    ...readAdmissions(env),
  };
}

function readAdmissions(env: Environment): Pick<ActionInputs, 'admissions' | 'admissionsFile'> {
  const admissions = oneOf('admissions', readInput(env, 'admissions').toLowerCase() || 'none', [
    'none',
    'file',
    'sign',
  ]);
  const admissionsFile = temporaryFile(env, 'admissions-file', 'admissions.jsonl');
  return admissions === 'none' ? {} : { admissions, admissionsFile };
}

/** `true` means this run's own workflow (`GITHUB_WORKFLOW_REF`: owner/repo/path@ref). */
function readRerun(env: Environment): Pick<ActionInputs, 'rerun'> {
  const given = readInput(env, 'rerun');
  if (given === '' || given === 'false') return {};
  const path = given === 'true' ? ownWorkflow(env) : given;
  if (path !== undefined && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return { rerun: path };
  throw new GateFailure(
    'usage',
    `The input \`rerun\` must be true, false, or the path of the workflow that holds the check, such as \`.github/workflows/dependency-gate.yml\`, not ${quoted(given)}.`,
  );
}

/** No mark of Markdown and no space: comments name it. */
const workflowPath = /^\.github\/workflows\/[A-Za-z0-9._-]+\.ya?ml$/;

/** `GITHUB_WORKFLOW_REF`: owner/repo/path@ref */
const ownWorkflow = (env: Environment): string | undefined =>
  /^[^/]+\/[^/]+\/(\.github\/workflows\/[^/@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];

function readGateWorkflow(env: Environment): Pick<ActionInputs, 'gateWorkflow'> {
  const given = readInput(env, 'gate-workflow');
  if (given === '') return {};
  if (workflowPath.test(given)) return { gateWorkflow: given };
  throw new GateFailure(
    'usage',
    `The input \`gate-workflow\` must be the path of the workflow that holds the check, such as \`.github/workflows/dependency-gate.yml\`, not ${quoted(given)}.`,
  );
}

/** The runner upper-cases an input's name and turns spaces, not hyphens, into underscores (toolkit: core.getInput). */
function readInput(env: Environment, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

function readBoolean(env: Environment, name: string, otherwise: 'true' | 'false'): boolean {
  return oneOf(name, readInput(env, name).toLowerCase() || otherwise, ['true', 'false']) === 'true';
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const match = allowed.find((word) => word === value);
  if (match !== undefined) return match;
  throw new GateFailure(
    'usage',
    `The input \`${name}\` must be one of ${allowed.join(', ')}, not ${quoted(value, limits.name)}.`,
  );
}

const defaultPolicyPath = '.github/dependency-policy.yml';

/** Empty only by intention or by a variable that is missing: action.yml has a default. Then another policy would be a guess. */
function readPolicyInput(env: Environment): string {
  const text = readInput(env, 'policy');
  if (text !== '' || env['INPUT_POLICY'] === undefined) return text;
  throw new GateFailure(
    'usage',
    "The input `policy` is empty: name the policy, or leave the input out for the repository's own. Is a variable of the workflow not set?",
  );
}

/** Beside a policy of another repository, the usual path stays that of the file that a reader would take for the policy. */
function readPolicy(text: string): Pick<ActionInputs, 'policyPath' | 'remotePolicy'> {
  if (text === '') return { policyPath: defaultPolicyPath };
  const place = policyPlace(text);
  if ('problem' in place) throw new GateFailure('usage', `The input \`policy\`: ${place.problem}.`);
  if ('remote' in place) return { policyPath: defaultPolicyPath, remotePolicy: place.remote };
  return { policyPath: readPolicyPath(place.path.replace(/^\.\//, '')) };
}

function readPolicyPath(path: string): string {
  const inside = path.split('/').every((segment) => !['', '.', '..'].includes(segment));
  if (inside && !path.includes('\\') && !path.includes('\0') && path.length <= limits.path) return path;
  throw new GateFailure(
    'usage',
    `The input \`policy\` must be a path from the repository's root, without \`.\` or \`..\`, or OWNER/REPO/PATH@REF, not ${quoted(path)}.`,
  );
}

/**
 * Nothing is written outside the runner's temporary folder: a checkout of the pull request could contain a symbolic link
 * anywhere else that a workflow might put the report.
 */
function temporaryFile(env: Environment, input: string, otherwise: string): string {
  const folder = resolve(env['RUNNER_TEMP'] || tmpdir());
  const given = readInput(env, input);
  if (given === '') return join(folder, 'lockgate', otherwise);
  const path = resolve(folder, given);
  const below = relative(folder, path);
  if (below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below) && !given.includes('\0')) {
    return path;
  }
  throw new GateFailure(
    'usage',
    `The input \`${input}\` must lie in the runner's temporary folder (a relative path is taken from there), not ${quoted(given)}.`,
  );
}
