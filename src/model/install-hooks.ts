import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { Tarball, InstallHooks, ReleaseSummary } from './evidence.ts';
import { withoutOwnWords } from './own-words.ts';

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

/** The hooks of one release, with what its own words are. */
export interface HooksOf {
  readonly name: string;
  readonly version: string;
  readonly hooks: InstallHooks;
}

/** Whether two releases of a package run the same, its own version and the digests behind it aside (see `withoutOwnWords`). */
export function runAlike(one: HooksOf, other: HooksOf): boolean {
  if (runTheSame(one.hooks, other.hooks)) return true;
  const [own, others] = [one, other].map((each) => ownDigestOf({ ...each, hooks: asScript(each.hooks) }));
  return own !== undefined && own === others;
}

type Digests = Pick<ReleaseSummary, 'hooksDigest' | 'ownHooksDigest'>;

/** The same by what the registry's documents say of two releases. */
export function haveSameHooks(one: Digests | undefined, other: Digests | undefined): boolean {
  if (one?.hooksDigest === other?.hooksDigest) return true;
  return one?.ownHooksDigest !== undefined && one.ownHooksDigest === other?.ownHooksDigest;
}

/** SHA-256, hex, of hooks without the release's own words; undefined where they hold none. Never equal to a `digestOf`. */
export function ownDigestOf({ name, version, hooks }: HooksOf): string | undefined {
  const entries = Object.entries(hooks).map(
    ([hook, text]) => [hook, text, withoutOwnWords(text, name, version)] as const,
  );
  if (entries.every(([, , changed]) => changed === undefined)) return undefined;
  return hashOf(['own', ...entries.map(([hook, text, changed]) => [hook, changed ?? text] as const).sort(byHook)]);
}

const byHook = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

/** SHA-256, hex, of the install hooks: equal for equal hooks. Whole, because both sides may be an attacker's choice. */
export function digestOf(hooks: InstallHooks): string {
  return hashOf(Object.entries(hooks).sort(byHook));
}

const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))));

/** The digests under which a registry's documents may have stated these hooks. */
export function digestsOf(hooks: InstallHooks): readonly string[] {
  return variantsOf(hooks).map(digestOf);
}

/** The same without the release's own words; none where they hold none. */
export function ownDigestsOf(release: HooksOf): readonly string[] {
  return variantsOf(release.hooks).flatMap((hooks) => ownDigestOf({ ...release, hooks }) ?? []);
}

const variantsOf = (hooks: InstallHooks) => [hooks, asScript(hooks), asFlag(hooks)];

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
