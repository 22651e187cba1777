import type { Snapshot } from '../../../model/index.ts';

/** Whose version of a workflow's file runs on a pull request: on `pull_request` GitHub takes the one of the test merge. */
export async function ownerOfFile(
  path: string,
  { merge, trunk, baseline }: { readonly merge: Snapshot; readonly trunk: Snapshot; readonly baseline?: Snapshot },
): Promise<'default' | 'own' | 'none'> {
  const [merged, known, based] = await Promise.all([merge, trunk, baseline].map((one) => fileOf(one, path)));
  if (known === undefined) return 'none';
  return merged !== undefined && [known, based].includes(merged) ? 'default' : 'own';
}

/** Kind and content in one text; undefined where there is none. */
async function fileOf(snapshot: Snapshot | undefined, path: string): Promise<string | undefined> {
  const found = (await snapshot?.list())?.find((file) => file.path === path);
  return found?.id === undefined ? undefined : `${found.mode} ${found.id}`;
}
