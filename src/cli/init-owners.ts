import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ownersLines } from '../init/plan.ts';
import { ownersOf, ownersPaths, readOwners } from '../platform/doctor/owners.ts';
import { plural } from '../report/view/words.ts';
import { demandFolders, writeNew } from './init-files.ts';

/** Adds what is missing to the CODEOWNERS that GitHub reads, or says what to add if no owner is known. */
export async function guardGate(
  folder: string,
  dryRun: boolean,
  owner: string | undefined,
): Promise<readonly string[]> {
  const texts = await ownersTexts(folder);
  const at = texts.findIndex((text) => text !== undefined);
  const path = ownersPaths[at] ?? ownersPaths[0];
  const text = texts[at] ?? '';
  const lines = readOwners(text);
  const specific = lines.filter(({ owns }) => !owns('lockgate-owns-this-only-by-a-line-for-everything'));
  const known = owner === undefined ? await knownOwners(folder) : [owner];
  const missing = ownersLines(known.length > 0 ? known : ['@OWNER'], (each) => ownersOf(specific, each).length > 0);
  if (missing.length === 0) return [`kept ${path}: the gate already has code owners`];
  const block = `# The dependency gate: whoever may change these files decides what is admitted.\n${missing.join('\n')}\n`;
  if (dryRun || known.length === 0) {
    return [`add to ${path}${known.length === 0 ? ', with a user or team instead of @OWNER' : ''}:`, block];
  }
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  await demandFolders(folder, path);
  if (at < 0) return [await writeNew(folder, path, block)];
  await writeFile(join(folder, path), `${whole}${whole === '' ? '' : '\n'}${block}`);
  return [`added ${plural(missing.length, 'line')} to ${path}`];
}

const ownersTexts = (folder: string) =>
  Promise.all(ownersPaths.map((path) => readFile(join(folder, path), 'utf8').catch(() => undefined)));

/** Who owns CODEOWNERS, else the account that the remote belongs to. */
export async function knownOwners(folder: string): Promise<readonly string[]> {
  const text = (await ownersTexts(folder)).find((each) => each !== undefined) ?? '';
  const owners = ownersOf(readOwners(text), '.github/CODEOWNERS');
  return owners.length > 0 ? owners : ownerOfOrigin(folder);
}

/** The address of the remote `origin`; none outside of a repository. */
export async function addressOfOrigin(folder: string): Promise<string | undefined> {
  try {
    const [{ openRepository }, { originAddress }] = await Promise.all([
      import('../repository/git.ts'),
      import('../repository/git-origin.ts'),
    ]);
    return await originAddress(await openRepository(folder));
  } catch {
    return undefined;
  }
}

/** The account that the remote `origin` belongs to. An organisation cannot own code: its name is the place to put a team. */
async function ownerOfOrigin(folder: string): Promise<readonly string[]> {
  const owner = /[/:]([A-Za-z0-9-]+)\/[^/:]+?(?:\.git)?\/?$/.exec((await addressOfOrigin(folder)) ?? '')?.[1];
  return owner === undefined ? [] : [`@${owner}`];
}
