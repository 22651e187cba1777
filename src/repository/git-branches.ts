import type { GitRepository } from './git.ts';
import { runGit } from './git-process.ts';

/** The names of the branches of the remote `origin` as it was last fetched, and of the local ones, in code-unit order. */
export async function branchNames({ root }: GitRepository): Promise<readonly string[]> {
  const places = ['refs/heads/', 'refs/remotes/origin/'];
  const { status, stdout } = await runGit(root, ['for-each-ref', '--format=%(refname)', ...places]);
  if (status !== 0) return [];
  const names = stdout.split('\n').flatMap((ref) => {
    const place = places.find((each) => ref.startsWith(each));
    return place === undefined ? [] : [ref.slice(place.length)];
  });
  return [...new Set(names)].filter((name) => name !== 'HEAD').sort();
}
