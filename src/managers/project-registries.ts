import { GateFailure } from '../errors.ts';
import type { Environment, NamedRegistry } from './named-registry.ts';
import type { ReadFile, SettingsName, UnreadableFile } from './settings-file.ts';
import { folderOf } from '../text/paths.ts';
import { managers } from './index.ts';

const mentionsRegistry = /registr|scopes/i;

/**
 * The registries that one project's files name, by the keys that each manager documents, in the order of the
 * files. Files that name no registry are ignored.
 * @throws GateFailure `configuration-invalid` with the file and, where it is known, the line
 */
export async function namedRegistries(
  files: readonly (ReadFile<SettingsName> | UnreadableFile)[],
  env: Environment,
): Promise<readonly NamedRegistry[]> {
  const naming = files.filter(({ text }) => text === undefined || mentionsRegistry.test(text));
  return nearest((await Promise.all(naming.map((file) => namedIn(readOrRefused(file), env)))).flat());
}

/** Of the `.npmrc` files of several folders, which only Yarn 1 reads, the one nearest to the project wins. */
function nearest(named: readonly NamedRegistry[]): readonly NamedRegistry[] {
  const isNpmrc = ({ path }: NamedRegistry) => /(?:^|\/)\.npmrc$/.test(path);
  return named.filter(
    (one) => !named.some((other) => isNpmrc(one) && isNpmrc(other) && one.scope === other.scope && isBelow(other, one)),
  );
}

const isBelow = (one: NamedRegistry, other: NamedRegistry) => folderOf(one.path).length > folderOf(other.path).length;

async function namedIn<N extends SettingsName>(file: ReadFile<N>, env: Environment): Promise<readonly NamedRegistry[]> {
  const [one] = managers.flatMap(({ settings: { registries } }) => registries[file.name] ?? []);
  return (await one?.(file, env)) ?? [];
}

/** @throws GateFailure `configuration-invalid` for a file that cannot be read, because it may name a registry */
export function readOrRefused<F extends { readonly state: 'read' }>(file: F | UnreadableFile): F {
  if (file.state === 'read') return file;
  const { message, line } = file.fault;
  throw new GateFailure('configuration-invalid', message, { path: file.path, ...(line !== undefined && { line }) });
}
