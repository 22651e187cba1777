/** A project, in the files that a manager reads it from. */
import { stringify } from 'yaml';

/** Whether a manager is of a family, of a major version from `from` to `to`. */
export const is = (manager, family, from = 0, to = Infinity) =>
  manager.family === family && manager.major >= from && manager.major <= to;

/** Whether a manager adds the peers that nobody declares. */
export const addsPeers = (m) => is(m, 'npm', 7) || is(m, 'pnpm') || is(m, 'bun');

/** Whether a manager knows workspaces. */
export const hasWorkspaces = (m) => !is(m, 'npm', 0, 6);

/**
 * @param {{ family: string, major: number }} m
 * @param {object} manifest the root's, over its name
 * @param {{ workspaces?: Record<string, object>, settings?: object, pnpm?: object, files?: Record<string, unknown> }} more
 *   `workspaces`: manifests by folder; `settings`: in the file of Yarn or pnpm; `pnpm`: where this version of pnpm has them
 */
export function project(m, manifest, { workspaces, settings = {}, pnpm = {}, files = {} } = {}) {
  const folders = Object.keys(workspaces ?? {});
  const isPnpm = m.family === 'pnpm';
  const inManifest = isPnpm && m.major < 10;
  const yaml = {
    ...(isPnpm && folders.length > 0 && { packages: folders }),
    ...settings,
    ...(isPnpm && !inManifest && pnpm),
  };
  const file = { pnpm: 'pnpm-workspace.yaml', berry: '.yarnrc.yml' }[m.family];
  return {
    'package.json': {
      ...{ name: 'app', version: '1.0.0', private: true },
      ...(!isPnpm && folders.length > 0 && { workspaces: folders }),
      ...manifest,
      ...(inManifest && Object.keys(pnpm).length > 0 && { pnpm }),
    },
    ...Object.fromEntries(
      Object.entries(workspaces ?? {}).map(([folder, own]) => [
        `${folder}/package.json`,
        { name: folder.split('/').at(-1), version: '1.0.0', ...own },
      ]),
    ),
    ...(Object.keys(yaml).length > 0 && file !== undefined && { [file]: stringify(yaml) }),
    ...files,
  };
}

/** States whose root alone differs: a title, the dependencies, and what the state is expected to be. */
export const ofDependencies = (m, states, more = {}) =>
  states.map(([title, dependencies, expected = {}]) => ({
    title,
    files: project(m, { dependencies }, more),
    ...expected,
  }));
