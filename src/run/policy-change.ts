import { createHash } from 'node:crypto';

import { GateFailure } from '../errors.ts';
import type { Approvals, Comparison, FileObservation, Observation, Snapshot, SnapshotFile } from '../model/index.ts';
import type { HeardEach } from '../platform/port.ts';
import type { NewPolicy, PolicyChange } from '../policy/change.ts';
import { changeOfPolicy } from '../policy/change.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { extendsOf } from '../policy/load.ts';
import { openPolicy } from '../policy/open.ts';
import { openPolicyFile } from '../policy/policy-file.ts';
import { lookalikeOf } from '../policy/policy-path.ts';
import type { PolicyReference } from '../policy/references.ts';
import { isLocal } from '../policy/references.ts';
import { isSame } from '../repository/reader.ts';
import { stateOf } from '../repository/state.ts';
import type { State } from '../repository/state.ts';
import { compareText } from '../text/order.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import { limits } from '../text/visible.ts';
import type { Opened } from './open.ts';
import type { GateRequest } from './request.ts';

/** Where records of decisions are kept. */
const ledger = '.github/dependency-approvals';

/**
 * A comparison in which a change of the policy says what it comes to, beside the policy in force: nothing, what only tightens who may
 * approve, the first approvers, or something that people have to decide about. Nothing of it is obeyed.
 * @throws GateFailure `repository-unavailable`
 */
export async function withPolicyChange(compared: Comparison, opened: Opened): Promise<Comparison> {
  const { subject, home } = opened;
  if ('recording' in subject || subject.request.mode !== 'check' || home === undefined) return compared;
  const { request } = subject;
  const inForce = await opened.policy.compose();
  const sides = { base: await stateOf(request.base), head: await stateOf(request.head) };
  const known = [home, ...ownFiles(home, inForce)];
  const moved = await changedOf([...known, ...lookalikes(home, sides)], sides);
  if (moved.length === 0) return compared;
  const { after, files: read } = await readHead(home, inForce, request);
  const files = [...new Set([...known, ...read])];
  const beside = lookalikes(home, sides).filter((path) => moved.includes(path));
  const all = [...new Set([...files, ...beside])];
  const changed = await changedOf(all, sides);
  const roots = [inForce, after].flatMap((policy) => (typeof policy === 'object' ? (policy.trustedRoot ?? []) : []));
  const change = asChanged(changeOfPolicy(inForce, after), {
    // Its bytes are no value of the policy, and decide all the same.
    isRootChanged: roots.some((root) => changed.includes(root)),
    isShadowed: beside.some((path) => sides.head.listed.has(path)),
  });
  if (change.kind === 'unguarded') return compared;
  const how = howOf(home, changed, sides);
  const about = { path: home, line: 1, otherFiles: all.filter((path) => path !== home) };
  const by = changed.length === 1 && changed[0] === home ? {} : { by: changed.join(', ') };
  const approvals = typeof after === 'object' ? after.approvals : undefined;
  const observation: FileObservation = {
    ...about,
    ...(await said(change, { how, ...by }, approvals, () => besides(files, sides, request.trusted))),
  };
  const isReplaced = ({ code, path }: FileObservation) => code === 'policy-changed' && all.includes(path);
  return {
    ...compared,
    observations: [...compared.observations.filter((one) => !isReplaced(one)), observation],
  };
}

type Sides = Readonly<Record<'base' | 'head', State>>;
type Said = Pick<FileObservation, 'code' | 'args'>;

/** What else a policy is made of: the file of this repository that it extends, and whom it trusts. */
const ownFiles = (home: string, { extended, trustedRoot }: EffectivePolicy): readonly string[] => [
  ...(extended !== undefined && 'source' in extended ? [besideOf(home, extended.path)] : []),
  ...(trustedRoot === undefined ? [] : [trustedRoot]),
];

const besideOf = (home: string, path: string): string => normalise(join(folderOf(home), path));

/** Files that a reader would take for the policy, and what leads to its folder in its place. */
const lookalikes = (home: string, { base, head }: Sides): readonly string[] =>
  [...new Set([...base.listed.values(), ...head.listed.values()].filter((file) => lookalikeOf(file, home)))].map(
    ({ path }) => path,
  );

/** Those of some paths that the head has otherwise than the base, sorted. */
async function changedOf(paths: readonly string[], { base, head }: Sides): Promise<readonly string[]> {
  const readers = { base: base.reader, head: head.reader };
  const differs = async (before: SnapshotFile | undefined, after: SnapshotFile | undefined): Promise<boolean> => {
    if (before === undefined || after === undefined) return before !== after;
    // Ids of one kind say it without a request.
    if (before.id !== undefined && before.id.length === after.id?.length) {
      return before.id !== after.id || before.mode !== after.mode || before.executable !== after.executable;
    }
    try {
      return !(await isSame(readers, before, after));
    } catch (cause) {
      if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return true;
      throw cause;
    }
  };
  const all = [...new Set(paths)].sort(compareText);
  const found = await Promise.all(all.map((path) => differs(base.listed.get(path), head.listed.get(path))));
  return all.filter((_, at) => found[at]);
}

/**
 * The policy that the head would put in force, and the files of the repository that it is made of. What the head extends of another
 * repository is not asked for: whoever proposes a change does not choose what a token reads.
 */
async function readHead(
  home: string,
  { extended: kept }: EffectivePolicy,
  { head, preset: given, presetYields }: GateRequest,
): Promise<{ readonly after: NewPolicy; readonly files: readonly string[] }> {
  const files: string[] = [];
  try {
    const file = await openPolicyFile(head, home);
    const reference = file && extendsOf(file)?.reference;
    if (isLocal(reference)) files.push(besideOf(home, reference));
    const known = kept !== undefined && 'commit' in kept ? kept : undefined;
    if (typeof reference === 'object' && !isSameReference(reference, known)) return { after: 'unread', files };
    const preset = file !== undefined && presetYields === true ? undefined : given;
    const after = await openPolicy(file, {
      ...(preset === undefined ? {} : { preset }),
      readExtended: () => Promise.resolve(known?.text ?? ''),
    });
    return { after, files: [...files, ...ownFiles(home, after)] };
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === 'repository-unavailable') throw cause;
    return { after: 'unreadable', files };
  }
}

const isSameReference = (one: PolicyReference, other: PolicyReference | undefined): boolean =>
  one.repository === other?.repository && one.path === other.path && one.commit === other.commit;

/** A change that the values do not show. */
function asChanged(
  change: PolicyChange,
  { isRootChanged, isShadowed }: { readonly isRootChanged: boolean; readonly isShadowed: boolean },
): PolicyChange {
  if (change.kind === 'unguarded') return change;
  const parts = [...('parts' in change ? change.parts : []), ...(isRootChanged ? ['trustedRoot'] : [])];
  if (change.kind === 'first') return { kind: 'first', parts };
  return isRootChanged || isShadowed ? { kind: 'changed', parts } : change;
}

function howOf(home: string, changed: readonly string[], { base, head }: Sides): string {
  if (!changed.includes(home)) return 'changed';
  return !base.listed.has(home) ? 'added' : !head.listed.has(home) ? 'removed' : 'changed';
}

async function said(
  change: Exclude<PolicyChange, { readonly kind: 'unguarded' }>,
  args: FileObservation['args'],
  approvals: Approvals | undefined,
  besidesOf: () => Promise<FileObservation['args']>,
): Promise<Said> {
  if (change.kind === 'same') return { code: 'policy-noted', args };
  const parts = change.parts.length === 0 ? {} : { parts: change.parts.join(', ') };
  if (change.kind !== 'first') {
    const who = change.parts.includes('approvals') ? peopleIn(approvals) : {};
    const narrows = change.kind === 'narrowed' ? { narrows: 'yes' } : {};
    return { code: 'policy-changed', args: { ...args, ...parts, ...who, ...narrows, decided: 'yes' } };
  }
  const people = approvals === undefined ? { unread: 'yes' } : peopleIn(approvals);
  const others = await besidesOf();
  const isAlone = change.parts.length === 0 && Object.keys(others).length === 0;
  return {
    code: isAlone ? 'policy-changed' : 'approvals-not-alone',
    args: { ...args, ...parts, ...people, ...others },
  };
}

/** Everybody whom a policy names, with the ids that count. Nobody is left out: of too many, the ids alone. */
function peopleIn(approvals: Approvals | undefined): FileObservation['args'] {
  if (approvals === undefined) return {};
  const { users, teams, keys, required } = approvals;
  const named = (isShort: boolean) =>
    [
      ...users.map(({ login, id }) => (isShort ? `${id}` : `${login} (${id})`)),
      ...teams.map(({ slug, id }) => (isShort ? `team ${id}` : `${slug} (team ${id})`)),
    ].join(', ');
  const people = named(named(false).length > limits.message);
  return {
    ...(people === '' ? {} : { approvers: people, required }),
    ...(keys.length === 0 ? {} : { keys: keys.map(({ id, key }) => `${id} ${keyFingerprint(key)}`).join(', ') }),
  };
}

/** As `ssh-keygen -l` prints it. */
function keyFingerprint(key: string): string {
  const blob = Buffer.from(key.split(' ')[1] ?? '', 'base64');
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

/** What keeps the first approvers from being free: other files that change with them, and records of decisions that are there. */
async function besides(files: readonly string[], sides: Sides, trusted: Snapshot): Promise<FileObservation['args']> {
  const others = await othersThan(files, sides);
  const isOfLedger = ({ path }: SnapshotFile) => path === ledger || path.startsWith(`${ledger}/`);
  return {
    ...(others[0] === undefined ? {} : { others: others.length, other: others[0] }),
    ...((await trusted.list()).some(isOfLedger) ? { ledger } : {}),
  };
}

/** What changes besides some files. */
async function othersThan(files: readonly string[], sides: Sides): Promise<readonly string[]> {
  const own = new Set(files);
  const all = [...sides.base.listed.values(), ...sides.head.listed.values()];
  // A folder without an id is not committed.
  const beside = all.filter(({ path, mode, id }) => !own.has(path) && (mode !== 'folder' || id !== undefined));
  return changedOf(
    beside.map(({ path }) => path),
    sides,
  );
}

/**
 * A comparison in which the first approvers are free, because the step of a merge group or a push that brings them in changes nothing
 * else: what other steps change was proposed elsewhere. Undefined where that is not so, or not known.
 */
export async function withFirstAlone(
  comparison: Comparison,
  { steps, open }: Pick<HeardEach, 'steps' | 'open'>,
): Promise<Comparison | undefined> {
  const found = comparison.observations.find(({ code }) => code === 'approvals-not-alone');
  if (found === undefined || found.args['ledger'] !== undefined || found.args['parts'] !== undefined) return undefined;
  const files = (found.files ?? []).map(({ path }) => path);
  let count = 0;
  for (const { base, commit } of steps) {
    const sides = { base: await stateOf(await open(base)), head: await stateOf(await open(commit)) };
    if ((await changedOf(files, sides)).length === 0) continue;
    if ((await othersThan(files, sides)).length > 0) return undefined;
    count += 1;
  }
  if (count === 0) return undefined;
  const args = Object.fromEntries(Object.entries(found.args).filter(([key]) => key !== 'others' && key !== 'other'));
  const free: Observation = { ...found, code: 'policy-changed', args };
  return { ...comparison, observations: comparison.observations.map((one) => (one === found ? free : one)) };
}
