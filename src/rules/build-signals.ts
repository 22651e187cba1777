import type { BuildIdentity } from '../model/index.ts';
import { haveSameHooks } from '../model/install-hooks.ts';
import type { Violation } from '../model/rule.ts';
import { isSameOwner, isSameRepository, spelledRepository, withoutRef } from './builds.ts';
import { isUnseen } from './publishers.ts';
import type { Past } from './publishers.ts';

/**
 * What a certificate says of how a build was started, beside where it ran. Names and meanings are those of Fulcio's OID
 * document (sigstore/fulcio, docs/oid-info.md).
 */

/**
 * Started by what a stranger can do: propose a change, open an issue, comment, fork. `push`, `release`, `schedule` and the like are
 * the project's own.
 */
const byStrangers =
  /^(?:pull_request(?:_target|_review(?:_comment)?)?|merge_request_event|issues|issue_comment|discussion(?:_comment)?|fork|watch|gollum)$/;

/**
 * Whether it was built from the unmerged code of a pull request (GitHub docs, "Events that trigger workflows"; GitLab docs,
 * `CI_MERGE_REQUEST_REF_PATH`).
 */
const isUnmerged = ({ ref = '' }: BuildIdentity): boolean => /^refs\/(?:pull|merge-requests)\//.test(ref);

/** Whether anybody can start such a build, and whether those before were started by the same event. */
function startedByStrangers(build: BuildIdentity, before: readonly BuildIdentity[]): 'no' | 'as before' | 'yes' {
  if (build.trigger === undefined || !byStrangers.test(build.trigger)) return 'no';
  return before.some(({ trigger }) => trigger === build.trigger) ? 'as before' : 'yes';
}

/** Whether one of the builds before ran the same workflow file. */
function isKnownWorkflow(build: BuildIdentity, before: readonly BuildIdentity[]): boolean {
  return before.some(
    (one) => one.workflow === build.workflow && signerOf(one)?.path === signerOf(build)?.path && isSaid(build),
  );
}

const isSaid = ({ workflow, buildSigner }: BuildIdentity) => workflow !== undefined || buildSigner !== '';

/** The workflow that signed, without its ref: a reusable workflow's next release is the same workflow. */
interface Signer {
  readonly path: string;
  /** `host/owner`, in lower case. */
  readonly owner: string;
}

function signerOf({ platform, buildSigner }: BuildIdentity): Signer | undefined {
  if (platform !== 'github') return undefined;
  const path = spelledRepository(withoutRef(buildSigner));
  const [host, owner, repository] = path.split('/');
  return host === undefined || owner === undefined || repository === undefined
    ? undefined
    : { path, owner: `${host}/${owner}` };
}

/** The owner of the workflow that signed, where that is neither the source's nor that of a signer before. */
function foreignSigner(build: BuildIdentity, before: readonly BuildIdentity[]): string | undefined {
  const signer = signerOf(build);
  const known = before.flatMap((one) => signerOf(one)?.owner ?? []);
  if (signer === undefined || known.length === 0) return undefined;
  const [host, owner] = spelledRepository(build.sourceRepository).split('/');
  return signer.owner === `${host ?? ''}/${owner ?? ''}` || known.includes(signer.owner) ? undefined : signer.owner;
}

/** Branches that projects release from by default; what a repository's default branch is, no certificate says. */
const usual = /^refs\/heads\/(?:main|master)$/;
const kindOfRef = (ref: string) =>
  ref.startsWith('refs/tags/') ? 'a tag' : usual.test(ref) ? 'the main branch' : 'another branch';

/** One respect in which a build differs from the one before. Third-party text. */
interface BuildChange {
  readonly what: 'workflow' | 'signing workflow' | 'ref' | 'runner';
  readonly before: string;
  readonly now: string;
}

/** What differs between two builds in one repository, apart from versions of what is the same. */
function changesBetween(before: BuildIdentity, now: BuildIdentity): readonly BuildChange[] {
  const differing = (what: BuildChange['what'], was: string | undefined, is: string | undefined) =>
    was === undefined || is === undefined || was === is ? [] : [{ what, before: was, now: is }];
  const workflow = differing('workflow', before.workflow, now.workflow);
  return [
    ...workflow,
    ...(workflow.length > 0 && isSameOwner(before, now) !== false
      ? []
      : differing('signing workflow', signerOf(before)?.path, signerOf(now)?.path)),
    ...differing('ref', before.ref && kindOfRef(before.ref), now.ref && kindOfRef(now.ref)),
    ...(before.runner === 'hosted' ? differing('runner', before.runner, now.runner) : []),
  ];
}

/** How the build was started and by which workflow, against what is known. */
export function startOf(
  build: BuildIdentity,
  known: readonly BuildIdentity[],
  isMild: boolean,
  sign: string | undefined,
): readonly Violation[] {
  const { ref = '', workflow = '', trigger = '' } = build;
  if (isUnmerged(build)) return [{ code: 'unmerged', args: { ref } }];
  const found: Violation[] = [];
  const signer = foreignSigner(build, known);
  if (signer !== undefined) found.push({ code: 'foreign-signer', args: { signer } });
  const open = startedByStrangers(build, known);
  const isUnknown = known.length > 0 && !isKnownWorkflow(build, known);
  const about = { trigger, ...(workflow === '' ? {} : { workflow }) };
  if (open !== 'no' && (isUnknown || sign !== undefined)) {
    const why = isUnknown || sign === undefined ? {} : { sign };
    return [...found, { code: 'unknown-trigger', args: { ...about, ...why }, stable: about }];
  }
  if (open === 'yes') found.push({ code: isMild ? 'open-trigger-settled' : 'open-trigger', args: about });
  const same = known.find((one) => isSameRepository(build, one));
  const [first] = same === undefined || signer !== undefined ? [] : changesBetween(same, build);
  if (first !== undefined) {
    const differing = { what: first.what, workflow: first.now, before: first.before };
    found.push({ code: isMild ? 'changed-workflow-settled' : 'changed-workflow', args: differing });
  }
  return found;
}

/** A strong sign beside an open trigger: who published it, or what it runs, was not seen before. */
export function signIn(past: Past): string | undefined {
  const { release: own, earlier } = past;
  const former = earlier.at(-1);
  if (own === undefined || former === undefined) return undefined;
  if (own.hooksDigest !== undefined && !haveSameHooks(own, former)) return 'hook';
  return own.publisher !== undefined && isUnseen(own.publisher, past) ? 'publisher' : undefined;
}
