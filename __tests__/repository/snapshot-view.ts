import type { Snapshot } from '../../src/model/index.ts';

/** What a snapshot lists, one line each: `file package.json`. */
export async function listingOf(snapshot: Snapshot): Promise<string[]> {
  return (await snapshot.list()).map(({ path, mode }) => `${mode} ${path}`);
}

/** A listed file's text. */
export async function textOf(snapshot: Snapshot, path: string, maxBytes = 1024): Promise<string> {
  const file = (await snapshot.list()).find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`not listed: ${path}`);
  return Buffer.from(await snapshot.read(file, maxBytes)).toString('utf8');
}
