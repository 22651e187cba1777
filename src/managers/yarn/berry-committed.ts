import { JsonObject } from '../../text/json-object.ts';
import { folderOf, join, normalise } from '../../text/paths.ts';
import type { CommittedBytes, CommittedPlaces, LockedArchive } from '../committed.ts';
import { foldersNamed } from '../committed.ts';
import { patchesOfManifest } from '../patch-files.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { archiveName } from './archive-names.ts';
import { pnpLoaders } from './pnp-loaders.ts';
import { splitDescriptor } from './entry.ts';
import { parseYarnText } from './text.ts';

/** Yarn 2 and later: archives in `.yarn/cache`, packages that do not run from an archive in `.yarn/unplugged`. */
export const berryCommitted: CommittedBytes = { places, archives, patches: patchesOfManifest, loaders: pnpLoaders };

async function places(files: ProjectFiles): Promise<CommittedPlaces> {
  const file = await files.at('.yarnrc.yml');
  const rc = file.state === 'read' ? file.value.root : new JsonObject(0, [], [], []);
  const folder = files.pathOf('');
  const named = (...keys: readonly string[]) =>
    foldersNamed(
      folder,
      keys.map((key) => rc.get(key)),
    );
  const global = named('globalFolder');
  return {
    archives: [join(folder, '.yarn/cache'), ...named('cacheFolder'), ...global.map((each) => join(each, 'cache'))],
    stores: [
      ...['.yarn/unplugged', '.yarn/install-state.gz'].map((each) => join(folder, each)),
      ...named('pnpUnpluggedFolder', 'virtualFolder', 'pnpmStoreFolder', 'installStatePath'),
    ],
  };
}

function archives(path: string, text: string): readonly LockedArchive[] {
  const root = parseYarnText(text, path, 'berry').value as JsonObject;
  return root.keys.flatMap((key): readonly LockedArchive[] => {
    const entry = root.get(key);
    const resolution = entry instanceof JsonObject ? entry.get('resolution') : undefined;
    if (!(entry instanceof JsonObject) || typeof resolution !== 'string') return [];
    const { name, spec: reference } = splitDescriptor(resolution);
    if (/^(?:workspace|link|portal):/.test(reference)) return [];
    const checksum = entry.get('checksum');
    const version = /^npm:([^:#]+)(?:::|$)/.exec(reference)?.[1];
    const patched = patchedBy(name, reference, folderOf(path));
    return [
      {
        ...{ name, version: version ?? reference, ...archiveName(name, reference) },
        checksum: typeof checksum === 'string' ? checksum.replace(/^.*\//, '') : '',
        origin: version !== undefined ? 'registry' : patched === undefined ? 'elsewhere' : 'patched',
        ...(patched !== undefined && { patched }),
      },
    ];
  });
}

/** The packages that Yarn patches itself. */
const BUILTIN = new Set(['fsevents', 'resolve', 'typescript']);

/** Undefined for a `patch:` locator that Yarn does not write. */
function patchedBy(name: string, reference: string, folder: string): LockedArchive['patched'] {
  const [, source = '', list = '', bound = ''] = /^patch:([^#]+)#((?:(?!::).)+)(?:::(.*))?$/s.exec(reference) ?? [];
  try {
    const from = splitDescriptor(decodeURIComponent(source));
    const files = list.split('&').map((each) => each.replace(/^(?:~(?!\/)|optional!)+/, ''));
    const own = files.filter((each) => !each.startsWith('builtin<'));
    if (source === '' || from.name !== name || (own.length < files.length && !BUILTIN.has(name))) return undefined;
    const [, workspace = ''] = /@workspace:(.*)$/s.exec(new URLSearchParams(bound).get('locator') ?? '') ?? [];
    const patches = own.map((each) =>
      normalise(each.startsWith('~/') ? join(folder, each.slice(2)) : join(join(folder, workspace), each)),
    );
    return { from: archiveName(from.name, from.spec), patches };
  } catch {
    return undefined;
  }
}
