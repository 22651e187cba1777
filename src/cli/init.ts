import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ownersOf, ownersPaths, readOwners } from '../platform/doctor/owners.ts';
import { GateFailure } from '../errors.ts';
import { runGate } from '../run/pipeline.ts';
import { reportOf } from '../run/report-of.ts';
import type { Baseline } from '../init/plan.ts';
import {
  baselineOf,
  fixtureLines,
  hasFixtures,
  isOwnManifest,
  ownersLines,
  policyText,
  rerunText,
  workflowText,
} from '../init/plan.ts';
import type { Snapshot } from '../model/index.ts';
import type { OwnManifest } from '../init/own-packages.ts';
import { ownLines, ownPatterns, repositoryAddress } from '../init/own-packages.ts';
import { stepWords } from '../init/steps.ts';
import { whatIsLeft } from '../init/what-is-left.ts';
import { objectOf } from '../managers/object-of.ts';
import { openPolicy } from '../policy/open.ts';
import { readPolicyFile } from '../policy/policy-file.ts';
import { isWaivable } from '../policy/waivable.ts';
import type { PolicyText } from '../policy/load.ts';
import type { PresetName } from '../policy/schema/names.ts';
import { resolveFolder } from '../repository/directory.ts';
import { stateOf } from '../repository/state.ts';
import { plural } from '../report/view/words.ts';
import { rules } from '../rules/index.ts';
import { folderOf } from '../text/paths.ts';
import { quoted } from '../text/visible.ts';
import { demandFolders, isThere, keptWords, writeNew } from './init-files.ts';
import { setUpLimits } from './init-limits.ts';
import { openSnapshot } from './subject.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { startProgress } from './progress.ts';

const policyPath = '.github/dependency-policy.yml';
const workflowPath = '.github/workflows/dependency-gate.yml';
const rerunPath = '.github/workflows/dependency-rerun.yml';

/**
 * `lockgate init [--dir DIR]`: writes a first policy with exceptions for what is already locked, the workflows, the lines
 * of CODEOWNERS, and how long update bots wait. Existing content is kept, and named.
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
  const step = flags.preset ?? 'recommended';
  const kept = await keptPolicy(head);
  const judgedBy = await policyToAudit(kept, step, leavesOut);
  const { baseline, errors } =
    flags.offline || judgedBy === undefined
      ? { baseline: undefined, errors: [] }
      : await audit(head, folder, judgedBy, flags, now);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const put = async (path: string, text: string) => {
    if (dryRun) say((await isThere(folder, path)) ? keptWords(path) : `--- ${path}\n${text}`);
    else say(await writeNew(folder, path, text));
  };
  const today = now.slice(0, 10);
  const patterns = ownPatterns(await manifestsOf(head));
  const own = ownLines(patterns, repositoryAddress(await addressOfOrigin(folder)), today);
  const extras = { leavesOut, branches: await maintainedBranches(folder), step, own };
  const text = policyText(baseline, today, extras);
  await put(policyPath, text);
  await put(workflowPath, workflowText);
  await put(rerunPath, rerunText);
  for (const line of await guardGate(folder, dryRun)) say(line);
  const open = () => openSnapshot({ ...ofFolder, dir: folder });
  const policy = { source: policyPath, text: kept ?? text };
  for (const line of await setUpLimits({ folder, dryRun, open, policy })) say(line);
  for (const line of whatIsLeft({ baseline, errors, isKept: kept !== undefined })) say(line);
  if (kept === undefined) say(stepWords(step));
  if (kept === undefined && patterns.length > 0) say(ownWords(patterns));
  say(
    'Next: pin the action in the workflows, commit, and require the check `dependency-gate`; then run `lockgate doctor`.',
  );
  return errors.length > 0 ? 2 : 0;
}

const ofFolder = { format: 'text', offline: false, verbose: false, refreshTrust: false, positionals: [] } as const;

interface Audited {
  readonly baseline: Baseline | undefined;
  readonly errors: readonly string[];
}

/** The policy under which what is locked is audited: the one that is kept, or else the preset; undefined where that cannot be read. */
async function policyToAudit(
  kept: Uint8Array | string | undefined,
  step: PresetName,
  leavesOutFixtures: boolean,
): Promise<PolicyText | undefined> {
  if (kept === undefined) {
    const lines = ['version: 1', `extends: ${step}`, ...(leavesOutFixtures ? fixtureLines : [])];
    return { source: `preset ${step}`, text: `${lines.join('\n')}\n` };
  }
  const policy = { source: policyPath, text: kept };
  try {
    await openPolicy(policy);
    return policy;
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

/** Audits what is already locked. Without an answer from the registry there are no exceptions. */
async function audit(
  head: Snapshot,
  folder: string,
  policy: PolicyText,
  { registry }: Flags,
  now: string,
): Promise<Audited> {
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

/** The address of the remote `origin`; none outside of a repository. */
async function addressOfOrigin(folder: string): Promise<string | undefined> {
  try {
    const [{ openRepository }, { originAddress }] = await Promise.all([
      import('../repository/git.ts'),
      import('../repository/git-origin.ts'),
    ]);
    return await originAddress(await openRepository(folder));
  } catch {
    return undefined;
  }
}

/** The policy that is there already; empty, which is no policy, where it cannot be read. */
async function keptPolicy(head: Snapshot): Promise<Uint8Array | string | undefined> {
  try {
    return await readPolicyFile(head, policyPath);
  } catch (cause) {
    if (cause instanceof GateFailure) return '';
    throw cause;
  }
}

/** The account that the remote `origin` belongs to. An organisation cannot own code: its name is the place to put a team. */
async function ownerOfOrigin(folder: string): Promise<readonly string[]> {
  const owner = /[/:]([A-Za-z0-9-]+)\/[^/:]+?(?:\.git)?\/?$/.exec((await addressOfOrigin(folder)) ?? '')?.[1];
  return owner === undefined ? [] : [`@${owner}`];
}

/** Manifests that are read to find out what the team publishes. */
const MAX_MANIFESTS = 200;

/** What the manifests of the repository say about who may have them; those of installed packages and of fixtures aside. */
async function manifestsOf(head: Snapshot): Promise<readonly OwnManifest[]> {
  const { files, settings } = await stateOf(head);
  const folders = [...files.keys()].flatMap((path) => (isOwnManifest(path) ? [folderOf(path)] : []));
  const found = await Promise.all(folders.slice(0, MAX_MANIFESTS).map((folder) => settings.at(folder, 'package.json')));
  return found.flatMap((file): readonly OwnManifest[] => {
    if (file.state !== 'read') return [];
    const manifest = objectOf(file.value.value);
    const name = manifest.get('name');
    return [{ name: typeof name === 'string' ? name : undefined, isPrivate: manifest.get('private') === true }];
  });
}

function ownWords(patterns: readonly string[]): string {
  const names = patterns.map((each) => quoted(each)).join(', ');
  return `This repository publishes ${names}: \`publishers\` in the policy, commented out, lets your own releases in without waiting.`;
}
