import { GateFailure } from '../../errors.ts';
import { bunfigEntries } from '../../managers/bun/bunfig.ts';
import { managers } from '../../managers/index.ts';
import type { ManifestKey } from '../../managers/manager-settings.ts';
import { manifestSettings } from '../../managers/manifest-settings.ts';
import { npmrcEntries } from '../../managers/npm/npmrc.ts';
import type { SettingEntry } from '../../managers/setting-entry.ts';
import type { ReadFile, SettingsName } from '../../managers/settings-file.ts';
import { readSettings } from '../../managers/settings-files.ts';
import { yamlEntries } from '../../managers/settings-yaml.ts';
import { objectOf } from '../../managers/object-of.ts';
import { decodeText, oneFault } from '../../text/decode.ts';
import { JsonObject } from '../../text/json-object.ts';
import type { Context, Given } from './dependency-review.ts';
import { givenIn, isReviewOption, reviewOptions } from './dependency-review.ts';
import { lintFlags, lintOption } from './lockfile-lint.ts';
import { managerOptions } from './manager-settings.ts';
import type { Option, Translation } from './option.ts';
import { nothing, shown } from './option.ts';
import { reviewSteps } from './workflow.ts';
import type { KeyedFile } from './yaml-file.ts';
import { readYamlFile } from './yaml-file.ts';

/** A file that `init --from` names. */
export interface FromFile {
  /** As the policy and messages name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file that a workflow names by its path in the repository.
 * @throws GateFailure `usage`
 */
export type ReadNamed = (path: string) => Promise<FromFile>;

const faults = oneFault('usage', 'fix the file');
const review = { tool: 'actions/dependency-review-action', page: 'docs/from-dependency-review.md' };
const lint = { tool: 'lockfile-lint', page: 'docs/from-lockfile-lint.md' };
const manager = { tool: 'a package manager', page: 'docs/from-manager-settings.md' };

const recognised =
  'init --from reads a configuration of actions/dependency-review-action or a workflow that uses it, .lockfile-lintrc (.json, .yaml, .yml), package.json, .npmrc, pnpm-workspace.yaml, .yarnrc.yml and bunfig.toml';

/**
 * What the options of a file become.
 * @throws GateFailure `usage` for a file that is none of those, or that cannot be read
 */
export async function translate(file: FromFile, today: string, named: ReadNamed): Promise<readonly Translation[]> {
  const { path } = file;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const context: Context = { today, pathOf: () => path };
  if (/^(?:\.lockfile-lintrc|lockfile-lint\.config)\.[cm]?js$/.test(name)) {
    throw new GateFailure(
      'usage',
      'This is a program, which lockgate does not run; write its options as .lockfile-lintrc.json',
      { path },
    );
  }
  if (/^\.lockfile-lintrc(?:\.json|\.ya?ml)?$/.test(name)) {
    return [{ ...lint, path, options: lintMembers(rootOf(readYamlFile(textOf(file), path))) }];
  }
  if (name === 'package.json') return ofManifest(file);
  if (isManagerFile(name)) return [{ ...manager, path, options: await ofManager(file, name) }];
  if (!/\.ya?ml$/.test(name)) throw unknown(path);
  const keyed = readYamlFile(textOf(file), path);
  const steps = reviewSteps(keyed);
  if (steps !== undefined) {
    if (steps.length === 0) {
      throw new GateFailure(
        'usage',
        'This workflow does not use actions/dependency-review-action; name the file that does',
        { path },
      );
    }
    return (await Promise.all(steps.map(({ options }) => ofStep(keyed, options, context, named)))).flat();
  }
  const root = keyed.value;
  if (!(root instanceof JsonObject) || !root.keys.some(isReviewOption)) throw unknown(path);
  return [{ ...review, path, options: reviewOptions(givenIn(root, keyed.line), context, true) }];
}

const unknown = (path: string) => new GateFailure('usage', `This file is not recognised: ${recognised}`, { path });

function textOf({ path, bytes }: FromFile): string {
  return decodeText(bytes, path, faults);
}

interface Rooted extends KeyedFile {
  readonly value: JsonObject;
}

function rootOf(file: KeyedFile): Rooted {
  if (file.value instanceof JsonObject) return { ...file, value: file.value };
  throw new GateFailure('usage', 'This is not a mapping of options; fix the file', { path: file.path });
}

const lintMembers = ({ value, line }: Rooted): readonly Option[] =>
  value.keys.flatMap((key, at) => lintOption(key, value.values[at] ?? null, line(value.offsets[at] ?? 0)));

/** A step's own options win over those of the configuration file that it names. */
async function ofStep(
  keyed: KeyedFile,
  options: JsonObject,
  context: Context,
  named: ReadNamed,
): Promise<readonly Translation[]> {
  const { path } = keyed;
  const own = givenIn(options, keyed.line);
  const config = own.get('config-file');
  if (config === undefined) return [{ ...review, path, options: reviewOptions(own, context, true) }];
  const local = localPath(config.value);
  if (local === undefined) {
    const rest = reviewOptions(new Map([...own].filter(([name]) => name !== 'config-file')), context, false);
    const elsewhere: Option = {
      ...{ name: 'config-file', value: shown(config.value), line: config.line },
      becomes: {
        is: 'no-counterpart',
        why: 'the file is in another repository, or its path is known only when the workflow runs; fetch it, and run `init --from` on it too',
      },
    };
    return [{ ...review, path, options: [elsewhere, ...rest] }];
  }
  const file = await named(local);
  const root = rootOf(readYamlFile(textOf(file), file.path));
  const written = givenIn(root.value, root.line);
  const theirs = new Map([...written].filter(([name]) => !own.has(name)));
  const replaced = [...written].filter(([name]) => own.has(name));
  const both = new Map([...theirs, ...own]);
  // The defaults count once, for both files together; licenses may stand in one and their exceptions in the other.
  const all = reviewOptions(both, { ...context, pathOf: (name) => (theirs.has(name) ? file.path : path) }, true);
  const isTheirs = ({ name, line }: Option) => theirs.get(name)?.line === line && theirs.has(name);
  return [
    { ...review, path, options: all.filter((option) => !isTheirs(option)) },
    { ...review, path: file.path, options: [...all.filter(isTheirs), ...replaced.map(replacedOption)] },
  ];
}

const replacedOption = ([name, { line }]: readonly [string, Given]): Option => ({
  ...{ name, line },
  becomes: nothing('the workflow has the option itself, and its value counts'),
});

function localPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.includes('${{') || /^[^/]+\/[^/]+\/[^@]+@./.test(value)) return undefined;
  return value.replace(/^\.\//, '');
}

/** The options of lockfile-lint in a manifest, and the settings of managers beside them. */
async function ofManifest(file: FromFile): Promise<readonly Translation[]> {
  const { path } = file;
  const found = await readSettings('package.json', path, file.bytes);
  if (found.state !== 'read') throw notRead(found.state === 'unreadable' ? found.fault : undefined, path);
  const root = objectOf(found.value.value);
  const lineOf = (object: JsonObject, key: string) => found.value.line(object.offsetOf(key));
  const linting = objectOf(root.get('lockfile-lint'));
  const scripts = objectOf(root.get('scripts'));
  const options = [
    ...linting.keys.flatMap((key) => lintOption(key, linting.get(key) ?? null, lineOf(linting, key))),
    ...scripts.keys.flatMap((key) => {
      const script = scripts.get(key);
      const flags = typeof script === 'string' ? lintFlags(script) : undefined;
      return (flags ?? []).flatMap(([name, value]) => lintOption(name, value, lineOf(scripts, key)));
    }),
  ];
  const keys = managers
    .flatMap(({ settings }): readonly ManifestKey[] => settings.manifestKeys)
    .filter(([, key = '']) => /^(?:pnpm|allowScripts|trustedDependencies)$/.test(key));
  const own = managerOptions(found, manifestSettings(found.value, keys));
  const both = [
    ...(options.length === 0 ? [] : [{ ...lint, path, options }]),
    ...(own.length === 0 ? [] : [{ ...manager, path, options: own }]),
  ];
  if (both.length > 0) return both;
  throw new GateFailure(
    'usage',
    'This manifest has no options of lockfile-lint (a key `lockfile-lint`, or a script that runs it) and no settings about install scripts; name the file that has them',
    { path },
  );
}

type ManagerFile = '.npmrc' | 'pnpm-workspace.yaml' | '.yarnrc.yml' | 'bunfig.toml';

const isManagerFile = (name: string): name is ManagerFile =>
  ['.npmrc', 'pnpm-workspace.yaml', '.yarnrc.yml', 'bunfig.toml'].includes(name);

async function ofManager({ path, bytes }: FromFile, name: ManagerFile): Promise<readonly Option[]> {
  const found = await readSettings(name, path, bytes);
  if (found.state !== 'read') throw notRead(found.state === 'unreadable' ? found.fault : undefined, path);
  const entries = entriesOf(found);
  if (entries === undefined) {
    throw new GateFailure(
      'usage',
      'The file has a key that package managers read in different ways (an escape, or a variable); write it plainly',
      { path },
    );
  }
  return managerOptions(found, entries);
}

function entriesOf(file: ReadFile<SettingsName>): readonly SettingEntry[] | undefined {
  const { value } = file;
  if (isOf(file, '.npmrc')) return npmrcEntries(file.value);
  if (isOf(file, 'bunfig.toml')) return bunfigEntries(file.value);
  return 'root' in value && 'isOneMapping' in value ? yamlEntries(value) : undefined;
}

const isOf = <N extends SettingsName>(file: ReadFile<SettingsName>, name: N): file is ReadFile<N> => file.name === name;

function notRead(fault: GateFailure | undefined, path: string): GateFailure {
  const { message = 'the file cannot be read', line, column } = fault ?? {};
  return new GateFailure('usage', message, {
    path,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  });
}
