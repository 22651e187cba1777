import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { ownersOf, ownersPaths, readOwners } from '../platform/doctor/owners.ts';
import { GateFailure } from '../errors.ts';
import { runGate } from '../run/pipeline.ts';
import { reportOf } from '../run/report-of.ts';
import type { Baseline } from '../init/plan.ts';
import {
  baselineOf,
  fixtureLines,
  hasFixtures,
  maxCarried,
  ownersLines,
  policyText,
  rerunText,
  workflowText,
} from '../init/plan.ts';
import type { Snapshot } from '../model/index.ts';
import { isWaivable } from '../policy/waivable.ts';
import { resolveFolder } from '../repository/directory.ts';
import { plural } from '../report/view/words.ts';
import { rules } from '../rules/index.ts';
import { quoted } from '../text/visible.ts';
import { openSnapshot } from './subject.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { startProgress } from './progress.ts';

const policyPath = '.github/dependency-policy.yml';
const workflowPath = '.github/workflows/dependency-gate.yml';
const rerunPath = '.github/workflows/dependency-rerun.yml';
const preset = { source: 'preset recommended', text: 'version: 1\nextends: recommended\n' };

/**
 * `lockgate init [--dir DIR]`: writes a first policy with exceptions for what is already locked, the workflows, and the lines
 * of CODEOWNERS. Existing content is kept, and named.
 * @returns the exit status: 0, or 2 if a lockfile could not be read.
 */
export async function run(args: readonly string[]): Promise<number> {
  const dryRun = args.includes('--dry-run');
  const flags = readFlags(
    args.filter((arg) => arg !== '--dry-run'),
    'init',
  );
  if (flags.positionals.length > 0) {
    throw new GateFailure('usage', `init takes no arguments: ${quoted(flags.positionals[0] ?? '')}; use --dir`);
  }
  const folder = await resolveFolder(flags.dir ?? '.');
  const now = flags.now ?? new Date().toISOString();
  const head = await openSnapshot({ ...ofFolder, dir: folder });
  const leavesOut = hasFixtures((await head.list()).map(({ path }) => path));
  const { baseline, errors } = flags.offline
    ? { baseline: undefined, errors: [] }
    : await audit(head, folder, leavesOut, flags, now);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const put = async (path: string, text: string) => {
    if (dryRun) say(`--- ${path}\n${text}`);
    else say(await writeNew(folder, path, text));
  };
  await put(
    policyPath,
    policyText(baseline, now.slice(0, 10), { leavesOut, branches: await maintainedBranches(folder) }),
  );
  await put(workflowPath, workflowText);
  await put(rerunPath, rerunText);
  for (const line of await guardGate(folder, dryRun)) say(line);
  for (const line of whatIsLeft(baseline, errors)) say(line);
  return errors.length > 0 ? 2 : 0;
}

const ofFolder = { format: 'text', offline: false, verbose: false, refreshTrust: false, positionals: [] } as const;

interface Audited {
  readonly baseline: Baseline | undefined;
  readonly errors: readonly string[];
}

/** Audits what is already locked under the preset. Without an answer from the registry there are no exceptions. */
async function audit(
  head: Snapshot,
  folder: string,
  leavesOutFixtures: boolean,
  { registry }: Flags,
  now: string,
): Promise<Audited> {
  const policy = { ...preset, text: [preset.text, ...(leavesOutFixtures ? fixtureLines : [])].join('\n') };
  const progress = startProgress(process.stderr, 'Asking the registry');
  const judged = await runGate({
    mode: 'audit',
    ...{ head, trusted: head, policyPath, policy, now, offline: false },
    ...(registry === undefined ? {} : { registry }),
    env: process.env,
    workTree: folder,
    progress: progress.step,
  });
  progress.end();
  const report = reportOf(judged);
  const covers = (id: string) => rules.some((rule) => rule.id === id && isWaivable(rule));
  return {
    baseline: report.errors.length > 0 ? undefined : baselineOf(report, covers),
    errors: report.errors.map(({ message, path }) => (path === undefined ? message : `${quoted(path)}: ${message}`)),
  };
}

/** Writes a new file. Nothing is written through a symbolic link, and nothing is overwritten. */
async function writeNew(folder: string, path: string, text: string): Promise<string> {
  await demandFolders(folder, path);
  try {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
    return `wrote ${path}`;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    if (code === 'EEXIST') return `kept ${path}: it exists already`;
    throw new GateFailure('usage', `cannot be written (${code})`, { path });
  }
}

async function demandFolders(folder: string, path: string): Promise<void> {
  const segments = path.split('/');
  for (let length = 1; length < segments.length; length += 1) {
    const part = segments.slice(0, length).join('/');
    const found = await lstat(join(folder, part)).catch(() => undefined);
    if (found !== undefined && !found.isDirectory()) {
      throw new GateFailure('usage', 'is not a folder; nothing is written there', { path: part });
    }
  }
}

/** Adds what is missing to the CODEOWNERS that GitHub reads, or says what to add if no owner is known. */
async function guardGate(folder: string, dryRun: boolean): Promise<readonly string[]> {
  const texts = await Promise.all(
    ownersPaths.map((path) => readFile(join(folder, path), 'utf8').catch(() => undefined)),
  );
  const at = texts.findIndex((text) => text !== undefined);
  const path = ownersPaths[at] ?? ownersPaths[0];
  const text = texts[at] ?? '';
  const lines = readOwners(text);
  const specific = lines.filter(({ owns }) => !owns('lockgate-owns-this-only-by-a-line-for-everything'));
  const owners = ownersOf(lines, '.github/CODEOWNERS');
  const known = owners.length > 0 ? owners : await ownerOfOrigin(folder);
  const missing = ownersLines(known.length > 0 ? known : ['@OWNER'], (each) => ownersOf(specific, each).length > 0);
  if (missing.length === 0) return [`kept ${path}: the gate already has code owners`];
  const block = `# The dependency gate: whoever may change these files decides what is admitted.\n${missing.join('\n')}\n`;
  if (dryRun || known.length === 0) {
    return [`add to ${path}${known.length === 0 ? ', with a user or team instead of @OWNER' : ''}:`, block];
  }
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  await demandFolders(folder, path);
  if (at < 0) return [await writeNew(folder, path, block)];
  await writeFile(join(folder, path), `${whole}${whole === '' ? '' : '\n'}${block}`);
  return [`added ${plural(missing.length, 'line')} to ${path}`];
}

/** Branches whose names look like those of maintained lines; none outside of a repository. */
async function maintainedBranches(folder: string): Promise<readonly string[]> {
  try {
    const [{ openRepository }, { branchNames }, { isVersionLike }] = await Promise.all([
      import('../repository/git.ts'),
      import('../repository/git-branches.ts'),
      import('../platform/doctor/version-like.ts'),
    ]);
    return (await branchNames(await openRepository(folder))).filter(isVersionLike);
  } catch {
    return [];
  }
}

/** The account that the remote `origin` belongs to. An organisation cannot own code: its name is the place to put a team. */
async function ownerOfOrigin(folder: string): Promise<readonly string[]> {
  try {
    const [{ openRepository }, { originAddress }] = await Promise.all([
      import('../repository/git.ts'),
      import('../repository/git-origin.ts'),
    ]);
    const address = await originAddress(await openRepository(folder));
    const owner = /[/:]([A-Za-z0-9-]+)\/[^/:]+?(?:\.git)?\/?$/.exec(address ?? '')?.[1];
    return owner === undefined ? [] : [`@${owner}`];
  } catch {
    return [];
  }
}

function whatIsLeft(baseline: Baseline | undefined, errors: readonly string[]): readonly string[] {
  const { carried = [], open = [], unjudged = 0 } = baseline ?? {};
  return [
    '',
    ...errors.map((error) => `not read: ${error}`),
    ...(baseline === undefined
      ? ['What is already locked could not be audited: run `lockgate audit` where the registry can be reached.']
      : []),
    ...(carried.length > maxCarried
      ? [
          `${carried.length} packages that are already locked would be blocked, too many for exceptions: run \`lockgate audit\` to see them.`,
        ]
      : carried.length > 0
        ? [`${plural(carried.length, 'already locked package version')} waived by name for 90 days.`]
        : []),
    ...(unjudged > 0
      ? [
          `${plural(unjudged, 'finding')} could not be judged, because evidence was unavailable; nothing is waived for them. Run \`lockgate audit\` to see them.`,
        ]
      : []),
    ...open.map(({ rule, name, version, lockfile, message }) => {
      const what = name === null ? quoted(lockfile) : quoted(`${name}@${version ?? ''}`);
      return `fix first, no exception can cover it: ${what} [${rule}] ${message}`;
    }),
    'Next: pin the action in the workflows, commit, and require the check `dependency-gate`; then run `lockgate doctor`.',
  ];
}
