import { compareSnapshots } from '../compare/compare.ts';
import { GateFailure } from '../errors.ts';
import type { Comparison, Instant, Snapshot } from '../model/index.ts';
import type { PolicyText, Preset } from '../policy/load.ts';
import { outlinePolicy } from '../policy/open.ts';
import type { PolicyOutline } from '../policy/open.ts';
import { isUsualPolicy } from '../managers/watched.ts';
import { stateOf } from '../repository/state.ts';
import { folderOf, join, normalise } from '../text/paths.ts';
import { readBaseFiles } from './base-files.ts';
import type { BaseFiles } from './base-files.ts';
import { recordedExtended, recordedFile } from './extended-policy.ts';
import type { Focus, GateRequest, ReplayRequest, RunRequest } from './request.ts';
import { readTrust } from './trust-settings.ts';
import type { TrustSettings } from './trust-settings.ts';

/** What a run knows before it compares anything. */
export interface Opened {
  readonly now: Instant;
  readonly preset: Preset | undefined;
  readonly file: PolicyText | undefined;
  readonly policy: PolicyOutline;
  readonly trust: TrustSettings;
  readonly focus: Focus | undefined;
  /** The path of the policy in the judged repository; absent where what judges is not a file of it. */
  readonly home?: string | undefined;
  /** Whether findings that packages share are left to each of them. */
  readonly isEach?: boolean | undefined;
  /** What is judged: two states of a repository with the base branch's files, or a recording of them. */
  readonly subject:
    { readonly request: GateRequest; readonly baseFiles: BaseFiles } | { readonly recording: Recording };
  /** @param head instead of the subject's own, and so `from` for its base */
  readonly compare: (head?: Snapshot, from?: Snapshot) => Promise<Comparison>;
  /** Everything that a state locks; absent of a recording. */
  readonly locked?: (snapshot: Snapshot) => Promise<Comparison>;
}

type Recording = ReplayRequest['replay'];

/**
 * Reads policy and trust from where the proposer cannot write, or from the recording.
 * @throws GateFailure as `readBaseFiles`, `outlinePolicy` and `readTrust` do
 */
export function openSubject(request: RunRequest): Promise<Opened> {
  return 'replay' in request ? openRecording(request) : openSnapshots(request);
}

async function openSnapshots(request: GateRequest): Promise<Opened> {
  const { mode, base, head, trusted, policyPath, now, focus, recorded, readExtended } = request;
  const own = await givenPolicy(request);
  // A file that does not apply is not read, and need not be right.
  const baseFiles = await readBaseFiles(trusted, own?.from === undefined ? policyPath : undefined);
  const file = own === undefined ? baseFiles.policy : await notingUnused(own, trusted);
  if (file === undefined) await requireNamedPolicy(request);
  const preset = file !== undefined && request.presetYields === true ? undefined : request.preset;
  const policy = await outlinePolicy(file, {
    ...(preset === undefined ? {} : { preset }),
    readExtended,
  });
  const trust = await readTrust(request.trust ?? {}, policy, file?.tree ?? trusted);
  if (recorded !== undefined) (await import('./recorded-trust.ts')).demandSameTrust(trust, recorded.trust ?? {});
  const isGated = gatedPaths(request, policy);
  const { isJudgedAlike, isExcluded } = policy;
  const { files: policyPaths, home } = await policyFiles(own, policy, request);
  return {
    ...{ now, preset, file, policy, trust, focus, home, subject: { request, baseFiles } },
    compare: (other, from = base) =>
      other === undefined && request.compared !== undefined
        ? Promise.resolve(request.compared)
        : compareSnapshots(from, other ?? head, { mode, isGated, isExcluded, isJudgedAlike, policyPaths }),
    locked: (state) =>
      compareSnapshots(undefined, state, {
        mode: 'audit',
        isGated: policy.isGated,
        isExcluded,
        isJudgedAlike,
        policyPaths,
      }),
  };
}

const givenPolicy = async ({ policy }: RunRequest): Promise<PolicyText | undefined> =>
  typeof policy === 'function' ? policy() : policy;

/**
 * The files of the judged repository that the policy is read from, and the one that a reader would take for it; `home`: the policy
 * itself, where it is one of them.
 */
async function policyFiles(
  own: PolicyText | undefined,
  { extended }: PolicyOutline,
  { policyPath, base, head }: GateRequest,
): Promise<{ readonly files: readonly string[]; readonly home?: string }> {
  const beside = extended !== undefined && 'source' in extended ? extended : undefined;
  if (own === undefined) return { files: [policyPath, ...(beside ? [beside.source] : [])], home: policyPath };
  if (own.home === undefined) return { files: [policyPath] };
  const { path, isJudged } = own.home;
  const files = [path, ...(beside ? [normalise(join(folderOf(path), beside.path))] : [])];
  const here = await Promise.all(files.flatMap((file) => [hasFile(base, file), hasFile(head, file)]));
  const isOwn = here.includes(true) && (await isJudged());
  return { files: [policyPath, ...(isOwn ? files : [])], ...(isOwn && { home: path }) };
}

/** A policy of another repository, with the file of this one that somebody would take for the policy. */
async function notingUnused(file: PolicyText, trusted: Snapshot): Promise<PolicyText> {
  if (file.from === undefined) return file;
  const unused = (await trusted.list()).find(({ path }) => isUsualPolicy(path));
  if (unused?.path === file.home?.path && (await file.home?.isJudged()) === true) return file;
  return unused === undefined ? file : { ...file, from: { ...file.from, unused: unused.path } };
}

/**
 * A path that a person wrote and that leads to nothing is a mistake, or the policy was deleted: the preset may be weaker than
 * what everybody believes to apply. Only the change that adds the file is judged without it.
 * @throws GateFailure `policy-unavailable`
 */
async function requireNamedPolicy({ isPolicyNamed = false, policyPath, base, head }: GateRequest): Promise<void> {
  if (!isPolicyNamed) return;
  const [before, after] = await Promise.all([hasFile(base, policyPath), hasFile(head, policyPath)]);
  if (!before && after) return;
  const message = `The workflow names this file as the policy (input \`policy\`), but the default branch does not have it; add it there, or correct the input.`;
  throw new GateFailure('policy-unavailable', message, { path: policyPath });
}

const hasFile = async (snapshot: Snapshot | undefined, path: string): Promise<boolean> =>
  (await stateOf(snapshot)).files.get(path) !== undefined;

function gatedPaths({ isLookedAt }: GateRequest, { isGated }: PolicyOutline): (path: string) => boolean {
  return isLookedAt === undefined ? isGated : (path) => isLookedAt(path) && isGated(path);
}

async function openRecording(request: ReplayRequest): Promise<Opened> {
  const { replay, preset: given, now, focus, isEach } = request;
  const own = await givenPolicy(request);
  const { preset: recorded } = replay.policy;
  const file = own ?? recordedFile(replay.policy);
  const preset = given ?? (own === undefined ? (recorded ?? undefined) : undefined);
  const policy = await outlinePolicy(file, {
    ...(preset === undefined ? {} : { preset }),
    readExtended: recordedExtended(replay.policy, own && request.readExtended),
  });
  return {
    ...{ now: now ?? replay.evaluatedAt, preset, file, policy, trust: replay.trust ?? {}, focus, isEach },
    subject: { recording: replay },
    compare: () => Promise.resolve(isEach === true ? gatedOf(replay.comparison, policy) : replay.comparison),
  };
}

/** What a policy judges of recorded evidence: what lies in a lockfile that it gates. */
function gatedOf(comparison: Comparison, { isGated }: Pick<PolicyOutline, 'isGated'>): Comparison {
  return {
    ...comparison,
    lockfiles: comparison.lockfiles.filter(({ path }) => isGated(path)),
    changes: comparison.changes.filter(({ lockfile }) => isGated(lockfile)),
  };
}
