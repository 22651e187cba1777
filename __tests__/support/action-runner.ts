import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse } from 'yaml';

import { runBundle } from './bundle-process.ts';
import type { RunnerEvent } from './github-events.ts';
import type { LoopbackRepository } from './github-repository.ts';
import { readCommands } from './runner-commands.ts';
import type { RunnerCommand } from './runner-commands.ts';

/**
 * Runs the bundled action the way GitHub's runner does: a clean environment, an empty workspace, inputs as `INPUT_*`
 * from action.yml's defaults and the workflow's `with`, the event payload in a file, and files for outputs and summary.
 * `LOCKGATE_TEST_NODE` names another Node.js to run it with.
 */
export interface ActionRun {
  readonly github: { readonly url: string; readonly token: string };
  readonly repository: LoopbackRepository;
  readonly event: RunnerEvent;
  /** The workflow's `with`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Laid over the runner's environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** `GITHUB_TOKEN`, where it is not the loopback's own. */
  readonly token?: string;
  /** The script to run instead of the bundle that action.yml names. */
  readonly script?: string;
  /** Files of the workspace: empty unless a test stands for a workflow with a checkout. */
  readonly workspace?: Readonly<Record<string, string>>;
  /** See bundle-process.ts. */
  readonly ownProcess?: boolean;
}

export interface ActionOutcome {
  /** `null` where the run was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Every command that the runner would have obeyed, standard output and standard error together. */
  readonly commands: readonly RunnerCommand[];
  /** Those of them that mark a line: errors, warnings and notices. */
  readonly annotations: readonly RunnerCommand[];
  /** Files that the action left in `RUNNER_TEMP`, by the outputs that name them. */
  readonly files: Readonly<Record<string, string>>;
  /** The records that it left, by their paths in the repository. */
  readonly records: Readonly<Record<string, string>>;
}

interface ActionDefinition {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, object>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const root = fileURLToPath(new URL('../../', import.meta.url));

export function readActionDefinition(): ActionDefinition {
  return parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionDefinition;
}

export async function runAction(run: ActionRun): Promise<ActionOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-runner-'));
  try {
    const files = layOut(folder, run);
    const definition = readActionDefinition();
    const script = run.script ?? join(root, definition.runs.main);
    const env = { ...runnerEnvironment(files, run), ...inputVariables(definition, run), ...run.env };
    const { status, stdout, stderr } = await runBundle({
      ...{ script, cwd: files.workspace, env, ownProcess: run.ownProcess ?? false },
    });
    const outputs = readOutputs(readFileSync(files.output, 'utf8'));
    const commands = [...readCommands(stdout), ...readCommands(stderr)];
    return {
      exitCode: status,
      stdout,
      stderr,
      outputs,
      summary: readFileSync(files.summary, 'utf8'),
      commands,
      annotations: commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name)),
      files: readFiles(outputs),
      records: readFolder(outputs['records']),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function layOut(folder: string, { event, workspace = {} }: ActionRun) {
  const files = {
    workspace: join(folder, 'workspace'),
    home: join(folder, 'home'),
    temp: join(folder, 'temp'),
    event: join(folder, 'event.json'),
    output: join(folder, 'output'),
    summary: join(folder, 'summary.md'),
  };
  for (const path of [files.workspace, files.home, files.temp]) mkdirSync(path);
  for (const path of [files.output, files.summary]) writeFileSync(path, '');
  for (const [path, text] of Object.entries(workspace)) writeFileSync(join(files.workspace, path), text);
  writeFileSync(files.event, JSON.stringify(event.payload));
  return files;
}

function runnerEnvironment(files: ReturnType<typeof layOut>, { github, repository, event }: ActionRun) {
  return {
    PATH: process.env['PATH'],
    HOME: files.home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_REPOSITORY: repository.fullName,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_ACTOR: 'somebody-else',
    GITHUB_WORKSPACE: files.workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: files.temp,
    RUNNER_OS: 'Linux',
  };
}

/** The runner upper-cases an input's name and turns spaces into underscores; hyphens stay. */
function inputVariables(definition: ActionDefinition, { github, inputs = {}, token = github.token }: ActionRun) {
  const unknown = Object.keys(inputs).filter((name) => !(name in definition.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  const variables = Object.entries(definition.inputs).map(([name, { default: value = '' }]) => {
    const given = inputs[name] ?? value.replace(/^\$\{\{ github\.token \}\}$/, token);
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, given] as const;
  });
  return Object.fromEntries(variables);
}

/** `name<<delimiter`, lines, `delimiter`; or `name=value` (GitHub Docs, Workflow commands: environment files). */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const [, name = '', delimiter = ''] = /^([^=<]+)<<(.+)$/.exec(line) ?? [];
    if (name !== '') {
      outputs[name] = lines.splice(0, lines.indexOf(delimiter)).join('\n');
      lines.shift();
    } else if (line.includes('=')) {
      outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return outputs;
}

function readFiles(outputs: Readonly<Record<string, string>>): Record<string, string> {
  const named = ['report', 'evidence', 'sarif', 'admissions'].filter((name) => outputs[name]);
  return Object.fromEntries(named.map((name) => [name, readFileSync(outputs[name] ?? '', 'utf8')]));
}

function readFolder(folder: string | undefined): Record<string, string> {
  if (folder === undefined || folder === '') return {};
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const read = all.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(read.map((file) => [relative(folder, file), readFileSync(file, 'utf8')]));
}
