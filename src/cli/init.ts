import { GateFailure } from '../errors.ts';
import { hasFixtures, isOwnManifest, policyText } from '../init/plan.ts';
import type { Snapshot } from '../model/index.ts';
import type { OwnManifest } from '../init/own-packages.ts';
import { ownLines, ownPatterns, repositoryAddress } from '../init/own-packages.ts';
import { commentsTwiceWords, gatePath, personWords, policyPath, workflowsFor } from '../init/files.ts';
import { settle } from '../init/from/settle.ts';
import { fromWords } from '../init/from/words.ts';
import type { Answers } from '../init/questions.ts';
import { stepWords } from '../init/steps.ts';
import { whatIsLeft } from '../init/what-is-left.ts';
import { objectOf } from '../managers/object-of.ts';
import { openPolicy } from '../policy/open.ts';
import { resolveFolder } from '../repository/directory.ts';
import { stateOf } from '../repository/state.ts';
import { updateBots } from '../repository/update-bots.ts';
import { folderOf } from '../text/paths.ts';
import { quoted } from '../text/visible.ts';
import { isThere, keptWords, writeNew } from './init-files.ts';
import { readFrom } from './init-from.ts';
import { askAll, ownTerminal } from './init-questions.ts';
import { addressOfOrigin, guardGate, knownOwners } from './init-owners.ts';
import { audit, comparedWith, keptPolicy, policyToAudit, toAdd } from './init-policy.ts';
import { countWriters, openHub, readKeys, setUpApprovals } from './init-approvals.ts';
import { setUpLimits } from './init-limits.ts';
import { otherTools } from './init-other-tools.ts';
import { openSnapshot } from './subject.ts';
import { readFlags } from './flags.ts';
import { programName } from './program.ts';

/**
 * `lockgate init [--dir DIR]`: writes a first policy with exceptions for what is already locked, the workflows, the lines
 * of CODEOWNERS, and how long update bots wait. Existing content is kept, and named. On a terminal it asks first.
 * @returns the exit status: 0, or 2 if a lockfile could not be read.
 */
export async function run(args: readonly string[], terminal = ownTerminal()): Promise<number> {
  const isSwitch = (arg: string) => arg === '--dry-run' || arg === '--yes';
  const dryRun = args.includes('--dry-run');
  const flags = readFlags(
    args.filter((arg) => !isSwitch(arg)),
    'init',
  );
  if (flags.positionals.length > 0) {
    throw new GateFailure('usage', `init takes no arguments: ${quoted(flags.positionals[0] ?? '')}; use --dir`);
  }
  const folder = await resolveFolder(flags.dir ?? '.');
  const now = flags.now ?? new Date().toISOString();
  const today = now.slice(0, 10);
  const head = await openSnapshot({ ...ofFolder, dir: folder });
  const kept = await keptPolicy(head);
  const translations = flags.from === undefined ? undefined : await readFrom(flags.from, folder, today);
  const hub = flags.offline ? undefined : await openHub(folder);
  const isTold = args.some(isSwitch) || [flags.preset, flags.for, flags.from].some((each) => each !== undefined);
  const { step, audience, owner, setsUpBots, keys }: Answers =
    isTold || terminal === undefined
      ? { step: flags.preset ?? 'recommended', audience: flags.for, owner: undefined, setsUpBots: true, keys: [] }
      : await askAll(
          {
            ...{ hasPolicy: kept !== undefined, owner: (await knownOwners(folder))[0], bots: await botNames(head) },
            ...{ writers: await countWriters(hub), readKeys: (answer) => readKeys(answer, folder) },
          },
          terminal,
        );
  const leavesOut = hasFixtures((await head.list()).map(({ path }) => path));
  const from = translations && settle(translations, await comparedWith(kept, step));
  const judgedBy = await policyToAudit(kept, step, leavesOut, from);
  const { baseline, errors } =
    flags.offline || judgedBy === undefined
      ? { baseline: undefined, errors: [] }
      : await audit(head, folder, judgedBy, flags, now);
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const put = async (path: string, text: string) => {
    if (dryRun) say((await isThere(folder, path)) ? keptWords(path) : `--- ${path}\n${text}`);
    else say(await writeNew(folder, path, text));
  };
  const patterns = ownPatterns(await manifestsOf(head));
  const own = ownLines(patterns, repositoryAddress(await addressOfOrigin(folder)), today);
  const owners = owner === undefined ? await knownOwners(folder) : [owner];
  const approvals = await setUpApprovals({ hub, audience, owners, keys, kept });
  const extras = {
    ...{ leavesOut, branches: await maintainedBranches(folder), step, own, approvals: approvals.lines },
    ...(from && { from }),
  };
  const text = policyText(baseline, today, extras);
  // What is written is a policy, whatever the files of others hold.
  await openPolicy({ source: policyPath, text });
  await put(policyPath, text);
  const isDoubled = audience === 'team' && !approvals.isOpen && (await isThere(folder, gatePath));
  for (const file of workflowsFor(audience, approvals.isOpen)) await put(file.path, file.text);
  if (isDoubled) say(commentsTwiceWords);
  if (audience !== 'person') for (const line of await guardGate(folder, dryRun, owner)) say(line);
  const open = () => openSnapshot({ ...ofFolder, dir: folder });
  const policy = { source: policyPath, text: kept ?? text };
  for (const line of await setUpLimits({ folder, dryRun, setsUpBots, open, policy })) say(line);
  if (from !== undefined) {
    const isKept = kept !== undefined;
    for (const line of ['', ...fromWords(translations ?? [], from.settled), ...(isKept ? toAdd(from) : [])]) say(line);
  }
  if (kept === undefined) say(`\n${stepWords(step)}`);
  if (kept === undefined && patterns.length > 0) say(ownWords(patterns));
  for (const line of approvals.words) say(line);
  if (audience === 'person') say(personWords);
  if (flags.from === undefined) for (const line of await otherTools(head)) say(line);
  for (const line of whatIsLeft({ baseline, errors, isKept: kept !== undefined })) say(line);
  say(
    `Next: pin the action in the workflows, commit, and require the check \`dependency-gate\`; then run \`${programName()} doctor\`.`,
  );
  return errors.length > 0 ? 2 : 0;
}

const ofFolder = { format: 'text', offline: false, verbose: false, refreshTrust: false, positionals: [] } as const;

/** The update bots that have settings here. */
async function botNames(head: Snapshot): Promise<readonly string[]> {
  return [...new Set((await updateBots(await stateOf(head))).map(({ bot }) => bot))];
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
