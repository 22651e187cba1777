import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Tarball, InstallHooks } from './evidence.ts';

/**
 * What npm runs when it installs a package from a registry (https://docs.npmjs.com/cli/v11/using-npm/scripts):
 * `prepare` runs only for git and local packages. `implicit-gyp` is npm's own `node-gyp rebuild` for a `binding.gyp`.
 */
const runOnInstall = ['preinstall', 'install', 'postinstall', 'implicit-gyp'] as const;

/** The hooks that run on install, each with its command. */
export type Runs = ReadonlyMap<string, string>;

const BUILD = 'node-gyp rebuild';

export function runsOf(hooks: InstallHooks): Runs {
  return new Map(runOnInstall.flatMap((hook) => (hooks[hook] === undefined ? [] : [[hook, hooks[hook]] as const])));
}

/** What a version runs by what is in its tarball; undefined where that was not read. */
export function ownHooks(tarball: Tarball): InstallHooks | undefined {
  if (!('manifest' in tarball) || tarball.manifest.state !== 'read') return undefined;
  const { hooks } = tarball.manifest;
  return tarball.bindingGyp ? withBuild(hooks) : hooks;
}

/** What npm runs where there is a `binding.gyp` too: it builds unless a script takes the place of the build. */
export function withBuild(hooks: InstallHooks): InstallHooks {
  return hooks.install === undefined && hooks.preinstall === undefined ? { ...hooks, 'implicit-gyp': BUILD } : hooks;
}

/**
 * Whether they run the same. npm's publish writes the build for a `binding.gyp` into the registry's document as an
 * `install` script, which the tarball has not: the two are one.
 */
export function runTheSame(one: InstallHooks, other: InstallHooks): boolean {
  return digestOf(asScript(one)) === digestOf(asScript(other));
}

/** SHA-256, hex, of the install hooks: equal for equal hooks. Whole, because both sides may be an attacker's choice. */
export function digestOf(hooks: InstallHooks): string {
  const text = JSON.stringify(Object.entries(hooks).sort(([a], [b]) => (a < b ? -1 : 1)));
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The digests under which a registry's documents may have stated these hooks. */
export function digestsOf(hooks: InstallHooks): readonly string[] {
  return [hooks, asScript(hooks), asFlag(hooks)].map(digestOf);
}

/** The build for a `binding.gyp` as an `install` script. */
function asScript(hooks: InstallHooks): InstallHooks {
  const build = hooks.install ?? hooks['implicit-gyp'];
  return { ...besideInstall(hooks), ...(build === undefined ? {} : { install: build }) };
}

/** That script as the build that it stands for. */
function asFlag(hooks: InstallHooks): InstallHooks {
  return hooks.install === BUILD && hooks.preinstall === undefined ? withBuild(besideInstall(hooks)) : hooks;
}

function besideInstall({ preinstall, postinstall }: InstallHooks): InstallHooks {
  return {
    ...(preinstall === undefined ? {} : { preinstall }),
    ...(postinstall === undefined ? {} : { postinstall }),
  };
}
