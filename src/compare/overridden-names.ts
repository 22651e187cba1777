import { GateFailure } from '../errors.ts';
import { overrideTarget } from '../lockfile/locked-settings.ts';
import type { Manifest } from '../managers/manifest.ts';
import type { NpmOverrides } from '../managers/overrides.ts';
import { projectOverrides } from '../managers/project-overrides.ts';
import type { ProjectFiles } from '../managers/settings-file.ts';
import type { Lockfile } from '../model/index.ts';

export interface OverriddenNames {
  readonly has: (name: string) => boolean;
  /** Whether a program or an unknown setting may rewrite any dependency. */
  readonly isOpen: boolean;
}

/**
 * The names of packages that an override, a resolution or a package extension of the project is about, below whatever
 * parents: their version is the project's to say.
 * @param root the root's manifest
 * @param files beside the lockfile
 */
export async function overriddenNames(
  { format, settings }: Lockfile,
  root: Manifest | undefined,
  files: ProjectFiles,
): Promise<OverriddenNames> {
  const names = new Set([...(root?.overridden ?? []), ...(root?.resolutions ?? [])]);
  for (const key of settings?.overrides?.keys() ?? []) names.add(overrideTarget(key));
  let isOpen = false;
  try {
    const { npm = {}, replacements, ofWorkspaces, unapplied } = await projectOverrides(format, files);
    for (const name of namesIn(npm)) names.add(name);
    for (const { name } of [...replacements, ...ofWorkspaces]) names.add(name);
    for (const { name } of unapplied) {
      if (name === undefined) isOpen = true;
      else names.add(name);
    }
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === 'repository-unavailable') throw cause;
  }
  return { has: (name) => names.has(name), isOpen };
}

/** Keys are names, with or without `@range`. */
function namesIn(overrides: NpmOverrides): readonly string[] {
  return Object.entries(overrides).flatMap(([key, value]) => {
    const at = key.indexOf('@', 1);
    return [at < 0 ? key : key.slice(0, at), ...(typeof value === 'string' ? [] : namesIn(value))];
  });
}
