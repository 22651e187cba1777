import type { Change } from '../model/index.ts';
import type { Args, Message, Violation } from '../model/rule.ts';
import { compileGlobs } from '../text/glob.ts';
import { gitReference, repositoryPattern } from '../text/git-reference.ts';
import type { GitReference } from '../text/git-reference.ts';
import { quoted } from '../text/visible.ts';

/** A dependency on a git repository: which one, at which commit, and whether the policy names it. */

const useRegistry = 'Depend on a version that a trusted registry publishes, and lock again.';

const at = (args: Args) =>
  args.before === undefined
    ? `at the commit ${quoted(args.commit)}`
    : `now at the commit ${quoted(args.commit)}, and at ${quoted(args.before)} on the base branch`;

const nobodyVouches = 'No registry vouches for its content, and an install may run its `prepare` script.';

/** https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/working-with-forks/about-permissions-and-visibility-of-forks */
const forks = 'forges also serve the commits of forks under the name of the repository.';

export const gitMessages: Readonly<Record<string, Message>> = {
  'git-elsewhere': {
    severity: 'configured',
    text: (args) =>
      `${quoted(args.name)} is requested as ${quoted(args.asked)}, but the lockfile has another repository or commit for it: ${quoted(args.locked)}.`,
    remediation: () => 'Remove the entry from the lockfile and lock again.',
  },
  'git-unmerged': {
    severity: 'configured',
    text: (args) =>
      `${quoted(args.name)} is requested from a pull request of the repository ${quoted(args.repository)}: ${quoted(args.asked)}. Anybody can open one.`,
    remediation: () => 'Depend on a commit of a branch or a tag of the repository, by its 40 digits.',
  },
  'git-bytes': {
    severity: 'configured',
    text: (args) =>
      `${quoted(args.name)} comes from the same commit as on the base branch (${quoted(args.commit)}), but the lockfile pins other bytes for it, or none.`,
    remediation: () =>
      'Do not install it before somebody knows why: an archive of one commit has the same content. Restore the entry.',
  },
  'git-unpinned': {
    severity: 'configured',
    text: (args) =>
      `${quoted(args.name)} comes from a git repository and is not pinned to a full commit (${args.other === '' ? 'to nothing' : quoted(args.other)}), so other content can be installed later: ${quoted(args.spec)}. ${nobodyVouches}`,
    remediation: () =>
      'Pin it to a full commit of 40 digits, or depend on a version that a trusted registry publishes.',
  },
  git: {
    severity: 'configured',
    text: (args) =>
      args.commit === undefined
        ? `${quoted(args.name)} comes from a git repository: ${quoted(args.spec)}. ${nobodyVouches}`
        : `${quoted(args.name)} comes from the git repository ${quoted(args.repository)}, ${at(args)}. ${nobodyVouches}`,
    remediation: (args) =>
      args.repository === undefined
        ? useRegistry
        : `${useRegistry} If the repository is trusted, name it in the policy on the default branch (${quoted(`source: { allow: ["${args.repository}"] }`)}): the commit is then a warning.`,
  },
  'git-moved': {
    severity: 'advisory',
    text: (args) =>
      `${quoted(args.name)} comes from the git repository ${quoted(args.repository)}, which the policy names, ${at(args)}. ${nobodyVouches}`,
    remediation: (args) =>
      `Review what changed in ${quoted(args.repository)} between the two commits, and that the new one is in a branch of it: ${forks}`,
  },
  'git-allowed': {
    severity: 'advisory',
    text: (args) =>
      `${quoted(args.name)} comes from the git repository ${quoted(args.repository)}, which the policy names, ${at(args)}. ${nobodyVouches}`,
    remediation: (args) =>
      `Review the content of ${quoted(args.repository)} at this commit, and that the commit is in a branch of it: ${forks}`,
  },
};

/** Whether a change is of a git repository: one that a manager clones, or an archive of one that a forge serves. */
export function isOfGit({ source: { kind, spec = '' } }: Change): boolean {
  return kind === 'git' || (kind === 'remote' && gitReference(spec)?.repository !== undefined && isArchive(spec));
}

const isArchive = (spec: string) => /^https:\/\/(?:codeload\.github\.com|bitbucket\.org|gitlab\.com)\//i.test(spec);

/** What is said of it: one code with the facts that it names. */
export function judgeGit(change: Change, allow: readonly string[]): Pick<Violation, 'code' | 'args'> {
  const spec = change.source.spec ?? '';
  const pinned = [...new Set(change.pins.flatMap(({ resolved }) => resolved ?? []))];
  const [locked, ...others] = (pinned.length > 0 ? pinned : [spec]).map((each) => gitReference(each));
  const asked = [...(pinned.length > 0 ? [spec] : []), ...(change.requestedAs ?? [])];
  // An address that cannot be read to the end may lead anywhere.
  if (locked === undefined || others.includes(undefined)) return { code: 'git', args: {} };
  const other = asked.find((each) => !mayMean(gitReference(each), locked));
  if (other !== undefined) return { code: 'git-elsewhere', args: { asked: other, locked: pinned[0] ?? spec } };
  const { repository, commit } = locked;
  const unmerged = asked.find((each) => ofRequest.test(gitReference(each)?.other ?? ''));
  if (unmerged !== undefined) return { code: 'git-unmerged', args: { repository, asked: unmerged } };
  const differs = others.some((each) => each?.repository !== repository || each.commit !== commit);
  if (differs) return { code: 'git-elsewhere', args: { asked: pinned[0] ?? spec, locked: pinned[1] ?? spec } };
  if (commit === undefined) return { code: 'git-unpinned', args: { other: locked.other ?? '' } };
  const before = gitReference(change.previousSource?.spec ?? '');
  if (hasOtherBytes(change, commit)) return { code: 'git-bytes', args: { repository, commit } };
  const hasMoved = before?.repository === repository && before.commit !== undefined && before.commit !== commit;
  const moved = hasMoved ? { before: before.commit } : {};
  const args = { repository, commit, ...moved };
  if (!isAllowed(repository, allow)) return { code: 'git', args };
  return { code: 'before' in moved ? 'git-moved' : 'git-allowed', args };
}

/** Refs of unmerged requests: of GitHub, GitLab and Bitbucket. */
const ofRequest = /^(?:refs\/)?(?:pull|pull-requests|merge-requests)\//i;

/**
 * Whether the base branch pins the archive of this very commit by another digest. Where a format writes no address, what it is
 * requested as has the commit. A checksum of Yarn counts only where it is known to be of other content.
 */
function hasOtherBytes({ basePins, pins, changed, source, previousSource = source }: Change, commit: string): boolean {
  const digestOf = ({ integrity, checksum }: Change['pins'][number]) =>
    integrity ?? (changed.includes('integrity') ? checksum : undefined);
  const digests = basePins
    .filter(({ resolved = previousSource.spec ?? '' }) => gitReference(resolved)?.commit === commit)
    .flatMap((pin) => digestOf(pin) ?? []);
  return digests.length > 0 && pins.some((pin) => !digests.includes(digestOf(pin) ?? ''));
}

/** Whether a request can lead to what is locked: the same repository and, where it names a full commit, that commit. */
function mayMean(asked: GitReference | undefined, locked: GitReference): boolean {
  if (asked?.repository !== locked.repository) return false;
  return asked.commit === undefined || asked.commit === locked.commit;
}

function isAllowed(repository: string, allow: readonly string[]): boolean {
  const patterns = allow.filter((each) => each.includes('/')).map(repositoryPattern);
  return compileGlobs(patterns)(repository);
}
