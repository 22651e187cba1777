/** The same project, locked by one version of a manager after another, or by another manager. */
import { managers } from '../run.mjs';
import { project } from './project.mjs';

const manager = (id) => managers.find((each) => each.id === id);
const rows = [
  ['npm 12', ['npm 6', 'npm 10', 'npm 12']],
  ['npm 10', ['npm 12', 'npm 6', 'npm 10']],
  ['pnpm 12', ['pnpm 8', 'pnpm 9', 'pnpm 10', 'pnpm 11', 'pnpm 12']],
  ['pnpm 9', ['pnpm 12', 'pnpm 11', 'pnpm 10', 'pnpm 9']],
  ['Yarn 4', ['Yarn 1', 'Yarn 3', 'Yarn 4']],
  ['bun 1.4', ['bun 1.2', 'bun 1.4']],
];

const dependencies = { alpha: '^1.0.0', beta: '2.1.0', native: '1.1.0', tool: '1.2.0' };
const plain = { dependencies, devDependencies: { gyp: '1.1.0', lax: '~1.0.0' } };
const peers = {
  dependencies: { plugin: '1.0.0', host: '^1.0.0', 'easy-plugin': '1.1.0' },
  devDependencies: { deep: '1.1.0' },
};
const others = { dependencies: { uno: 'npm:alpha@1.0.0', bundler: '1.1.0', '@scope/part': '1.0.0' } };

const names = [
  'alpha',
  'beta',
  'bundler',
  'deep',
  'easy-plugin',
  'gamma',
  'gyp',
  'host',
  'inner',
  'lax',
  'plugin',
  'tool',
];
const natives = ['native', 'native-linux-x64', 'native-linux-x64-musl', 'native-darwin-arm64', 'native-win32-x64'];

/** Of these the lockfile is written in another form, so that entries may gain or lose fields under one version. */
const moves = [...names, ...natives, '@scope/part'];

const succession = (name, manifest, findings = []) => ({
  name: `newer and older: ${name}`,
  on: (m) => rows.some(([id]) => id === m.id),
  states: (m) => {
    const [, order] = rows.find(([id]) => id === m.id);
    return order.map((id, at) => ({
      title: id,
      by: manager(id),
      files: project(manager(id), manifest),
      // Yarn 4 writes settings that keep what Yarn 3 did.
      may: ['gate-config .yarnrc.yml setting-changed'],
      ...(at > 0 ? { moves } : { findings }),
    }));
  },
});

export const successions = [
  succession('plain', plain),
  succession('peers', peers),
  succession('aliases', others, ['alias alpha new-alias as uno']),
];
