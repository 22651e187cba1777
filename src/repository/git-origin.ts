import type { GitRepository } from './git.ts';
import { runGit } from './git-process.ts';

/** The address of the remote `origin`, as configured; undefined where there is none. Nothing is fetched from it. */
export async function originAddress({ root }: GitRepository): Promise<string | undefined> {
  const { status, stdout } = await runGit(root, ['config', '--get', 'remote.origin.url']);
  return status === 0 ? stdout.trim() : undefined;
}
