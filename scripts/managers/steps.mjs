/** Takes one manager through the states of one feature, and keeps what it wrote after each. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { lockedIn } from './locked.mjs';
import { commandOf, lock, write } from './run.mjs';

/** What a manager leaves beside its lockfile that nobody commits, or that says nothing here. */
const leftOut = /(?:^|\/)(?:node_modules|\.git|\.pnp\.[a-z.]+|\.yarn\/(?:cache|unplugged|install-state\.gz))(?:\/|$)/;

/**
 * @param {{ manager: any, feature: any, modules: string, server: any, folder: string }} job
 * @returns {Promise<{ states: object[], failed: string[] }>}
 */
export async function statesOf({ manager, feature, modules, server, folder }) {
  const project = join(folder, 'project');
  const states = [];
  const failed = [];
  let kept;
  for (const [at, state] of feature.states(manager).entries()) {
    if (state.skip) continue;
    const { title, files, hide = [], fresh = false } = state;
    const using = state.by ?? manager;
    rmSync(project, { recursive: true, force: true });
    write(project, typeof files === 'function' ? files(server.origin) : files);
    if (kept !== undefined && !fresh) write(project, kept);
    server.hide(hide);
    const home = join(folder, `home-${at}`);
    try {
      await lock(commandOf(modules, using), using, { project, home, origin: server.origin });
    } catch (cause) {
      failed.push(`${using.id}, ${feature.name}, ${title}: ${cause.message.slice(0, 1500)}`);
      continue;
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
    const written = filesOf(project);
    const { lockfile } = using;
    if (written[lockfile] === undefined) {
      failed.push(`${using.id}, ${feature.name}, ${title}: no ${lockfile}`);
      continue;
    }
    kept = Object.fromEntries(Object.entries(written).filter(([path]) => isNamed(path, using)));
    states.push(stateOf({ ...state, manager: using, files: neutral(written, server.origin) }));
  }
  return { states, failed };
}

const isNamed = (path, { lockfile }) => path.split('/').at(-1) === lockfile;

/** What is kept of a state. */
function stateOf({ title, manager, files, changes = [], moves = [], findings = [], may = [], elsewhere }) {
  const lockfiles = Object.entries(files).flatMap(([path, text]) => (isNamed(path, manager) ? [text] : []));
  const all = new Set(lockfiles.flatMap((text) => lockedIn(manager, text)));
  const locked = [...all].filter((each) => each.split(' ')[0] !== elsewhere).sort();
  return { title, manager: manager.id, files, locked, expected: { changes, moves: [moves].flat(), findings, may } };
}

/** The same states with what the feature expects now, and `locked` by the reading of now; without those that it lacks now. */
export function expectedAnew({ manager, feature, states }) {
  const known = feature.states(manager).filter(({ skip }) => !skip);
  return states.flatMap(({ title, files }) => {
    const state = known.find((each) => each.title === title);
    return state === undefined ? [] : stateOf({ ...state, manager: state.by ?? manager, files });
  });
}

function filesOf(folder, below = '') {
  const files = {};
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (leftOut.test(path)) continue;
    if (entry.isDirectory()) Object.assign(files, filesOf(folder, path));
    else if (entry.isFile()) files[path] = readFileSync(join(folder, path), 'utf8');
  }
  return files;
}

/** The registry by an address that nobody has, whatever port it was at. */
function neutral(files, origin) {
  const encoded = encodeURIComponent(origin);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      text
        .replaceAll(origin, 'https://registry.example')
        .replaceAll(encoded, encodeURIComponent('https://registry.example')),
    ]),
  );
}
