/** One `package.json` of the repository, as far as it says what the team publishes. */
export interface OwnManifest {
  readonly name: string | undefined;
  readonly isPrivate: boolean;
}

/** Names that are proposed one by one. */
const MAX_NAMES = 10;
const NAME = /^(?:@[a-z0-9][\w.~-]*\/)?[a-z0-9][\w.~-]*$/i;

/**
 * How the packages are named that the repository publishes: each scope as a pattern, other names as they are.
 * @returns none where it publishes nothing
 */
export function ownPatterns(manifests: readonly OwnManifest[]): readonly string[] {
  const names = manifests.flatMap(({ name, isPrivate }) => (isPrivate || !NAME.test(name ?? '') ? [] : [name ?? '']));
  const scoped = names.flatMap((name) => (name.startsWith('@') ? [`${name.split('/', 1)[0] ?? ''}/*`] : []));
  const others = names.filter((name) => !name.startsWith('@'));
  return [...new Set([...scoped, ...others])].sort().slice(0, MAX_NAMES);
}

/** The address of a repository on GitHub that a git remote points to; undefined for another. */
export function repositoryAddress(remote: string | undefined): string | undefined {
  const [, host, path] =
    /^(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)([\w.-]+)(?::\d+)?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      remote ?? '',
    ) ?? [];
  return host === undefined || path === undefined ? undefined : `https://${host}/${path}`;
}

/** A year less one day: an entry is valid for a year at most. */
const DAYS = 364;

/**
 * The lines, commented out, by which the team's own releases need not wait.
 * @param address of the repository that publishes them
 * @param today the day, as ISO 8601
 */
export function ownLines(patterns: readonly string[], address: string | undefined, today: string): readonly string[] {
  if (patterns.length === 0) return [];
  const end = new Date(Date.parse(today) + DAYS * 86_400_000).toISOString().slice(0, 10);
  return [
    '# Your own packages: with these lines, what this repository publishes with provenance need not wait. Name the workflow that',
    '# publishes, and remove the comment signs.',
    '# publishers:',
    `#   - packages: [${patterns.map((each) => JSON.stringify(each)).join(', ')}]`,
    `#     identity: { sourceRepository: "${address ?? 'https://github.com/OWNER/NAME'}", workflow: ".github/workflows/release.yml", ref: "refs/heads/main" }`,
    `#     start: ${today}`,
    `#     end: ${end}`,
    '#     waives: [cooldown, new-package]',
    '#     reason: Our own packages, released from a reviewed branch.',
  ];
}
