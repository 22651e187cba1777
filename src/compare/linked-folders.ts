import type { SnapshotFile } from '../model/index.ts';
import type { State, States } from '../repository/state.ts';
import { folderOf } from '../text/paths.ts';

/** Untouched links that are read only because they may lead to a folder: each is a request on a platform. */
const MAX_UNTOUCHED = 64;

/**
 * Enters the folders that symbolic links lead to, in both states: every link that this change touches, and the first of the
 * others. A workspace may stand behind any of them.
 * @param isLeftOut whether the policy leaves out a folder
 * @throws GateFailure `budget` for too many links; `repository-unavailable`
 */
export async function enterLinkedFolders(states: States, isLeftOut: (folder: string) => boolean): Promise<void> {
  const { base, head } = states;
  const linksOf = ({ listed, files }: State) =>
    [...listed.values()].filter(
      ({ path, mode }) => mode === 'symlink' && files.get(path)?.leadsTo === undefined && !isLeftOut(folderOf(path)),
    );
  const enter = async (state: State, other: State) => {
    const links = await Promise.all(
      linksOf(state).map(async (link) => ({ link, isSame: await isSameLink(link, state, other) })),
    );
    const touched = other.listed.size === 0 ? [] : links.filter(({ isSame }) => !isSame);
    const rest = links.filter((link) => !touched.includes(link));
    // Names of folders have no dot as a rule.
    const untouched = [...rest.filter(isBare), ...rest.filter((each) => !isBare(each))].slice(0, MAX_UNTOUCHED);
    await state.enter([...touched, ...untouched].map(({ link }) => link.path));
  };
  await enter(base, head);
  await enter(head, base);
}

const isBare = ({ link: { path } }: { readonly link: SnapshotFile }): boolean => !/\.[^/]*$/.test(path);

/** Whether another state has the same link at the same place. Its target is read only where no id tells. */
export async function isSameLink({ path, id }: SnapshotFile, state: State, other: State): Promise<boolean> {
  const there = other.listed.get(path);
  if (there?.mode !== 'symlink') return false;
  if (id !== undefined && there.id !== undefined && id.length === there.id.length) return id === there.id;
  const [one, another] = await Promise.all([state.links.targetOf(path), other.links.targetOf(path)]);
  return one !== undefined && one === another;
}
