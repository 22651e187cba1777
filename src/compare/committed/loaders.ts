import { GateFailure } from '../../errors.ts';
import type { LoaderFault, Loaders } from '../../managers/committed.ts';
import type { FileObservation } from '../../model/index.ts';
import { sha512Of } from '../../repository/contents.ts';
import { embeddedTexts } from '../../repository/embedded.ts';
import type { State, States } from '../../repository/state.ts';
import { join } from '../../text/paths.ts';
import type { FoundLockfile } from '../discover.ts';
import type { Places } from './places.ts';
import { textOf } from './reading.ts';

/** One observation for each loader that is new or changed, and not as its manager would write it. */
export async function loaderObservations(
  lockfiles: Iterable<FoundLockfile>,
  { archives }: Places,
  states: States,
): Promise<readonly FileObservation[]> {
  const observations: FileObservation[] = [];
  for (const found of lockfiles) {
    for (const { committed } of found.kind.reading?.managers ?? []) {
      if (committed.loaders === undefined) continue;
      const folders = [...archives].flatMap(([folder, of]) =>
        of.some((each) => each.found === found) ? [folder] : [],
      );
      observations.push(...(await ofLockfile(found, committed.loaders, folders, states)));
    }
  }
  return observations;
}

async function ofLockfile(
  { folder, file }: FoundLockfile,
  loaders: Loaders,
  archives: readonly string[],
  { base, head }: States,
): Promise<readonly FileObservation[]> {
  const names = loaders.names.filter((name) => isTouched({ base, head }, join(folder, name)));
  if (names.length === 0) return [];
  const texts = async (state: State) => {
    const read = loaders.names.map(async (name) => [name, await textOf(state, join(folder, name))] as const);
    return new Map((await Promise.all(read)).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
  };
  const [before, after] = [await texts(base), await texts(head)];
  const changed = names.filter((name) => before.get(name) !== after.get(name) || after.get(name) === undefined);
  if (changed.length === 0) return [];
  const release = await loaders.release(head.settings.in(folder));
  const program = release === undefined ? undefined : await textOf(head, release);
  const lockfile = { path: file.path, text: (await textOf(head, file.path)) ?? '' };
  const given = { base: before, head: after, lockfile, archives };
  const released = program === undefined ? [] : embeddedTexts(program);
  const from = await loaders.published(head.settings.in(folder));
  return changed.flatMap((name): readonly FileObservation[] => {
    const fault = after.has(name) ? faultOf(() => loaders.fault({ ...given, name })) : { reason: 'not-regular' };
    if (fault === undefined || (fault.program !== undefined && released.includes(fault.program))) return [];
    const { reason, program: text } = fault;
    const asked =
      text === undefined || from === undefined
        ? {}
        : { package: from.name, release: from.version, program: sha512Of(new TextEncoder().encode(text)) };
    return [{ code: 'loader-differs', path: join(folder, name), line: 1, args: { reason, ...asked } }];
  });
}

/** Whether the head has it, and not known to be the same as in the base. */
function isTouched({ base, head }: States, path: string): boolean {
  const [before, after] = [base.files.get(path), head.files.get(path)];
  if (after === undefined) return false;
  return before === undefined || before.mode !== after.mode || before.id === undefined || before.id !== after.id;
}

function faultOf(ask: () => LoaderFault | undefined): LoaderFault | undefined {
  try {
    return ask();
  } catch (cause) {
    // What is wrong with the lockfile is an error of its own.
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return { reason: 'no-lockfile' };
    throw cause;
  }
}
