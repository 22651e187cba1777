import { GateFailure } from '../errors.ts';
import { compareText } from '../text/order.ts';
import { folderOf } from '../text/paths.ts';
import type { Observation, SnapshotFile } from '../model/index.ts';
import type { Inventory } from './discover.ts';
import type { FileReader, Readers } from '../repository/reader.ts';
import { isSame } from '../repository/reader.ts';
import type { States } from '../repository/state.ts';
import { changedSettings, wholeFile } from './changed-settings.ts';
import type { Setting } from '../managers/setting.ts';
import type { Readable, SettingsName } from '../managers/settings-file.ts';
import type { Watched } from '../managers/watched.ts';
import { actionsLockPath, isIdle, watchedAs, watchedSettings } from '../managers/watched.ts';
import { ownersSettings } from './owners-settings.ts';

type Found = Pick<Inventory, 'settings' | 'lockfiles'>;
type Side = keyof States;

/** A settings file is a few lines; a larger one counts as a whole. */
const MAX_BYTES = 256 * 1024;

/**
 * What the head changes that affects installs (`override-changed`) or the gate: at most one
 * observation for each file and code. A file that is malformed or too large counts as changed as a whole; nothing here throws
 * because of a pull request's content.
 * @throws GateFailure `repository-unavailable`
 */
export async function settingObservations(
  base: Found,
  head: Found,
  states: States,
  policyPath: string,
): Promise<readonly Observation[]> {
  const projects = new Set([
    '',
    ...[base, head].flatMap((side) => [...side.lockfiles.values()].map((each) => each.folder)),
  ]);
  const paths = [...new Set([...base.settings.keys(), ...head.settings.keys()])].sort(compareText);
  const readers = { base: states.base.reader, head: states.head.reader };
  const observations: Observation[] = [];
  for (const path of paths) {
    const [before, after] = [base.settings.get(path), head.settings.get(path)];
    const file = after ?? before;
    const watched = file && watchedAs(file, policyPath);
    if (watched === undefined || isIdle(path, projects)) continue;
    if (before !== undefined && after !== undefined && (await isUnchanged(watched, readers, before, after))) continue;
    observations.push(...(await observe(path, watched, before, after, states)));
    readers.base.forget(before);
    readers.head.forget(after);
  }
  return observations;
}

async function isUnchanged(
  { what }: Watched,
  readers: Readers,
  before: SnapshotFile,
  after: SnapshotFile,
): Promise<boolean> {
  if (what === 'modules') return true;
  try {
    return await isSame(readers, before, after);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return false;
    throw cause;
  }
}

async function observe(
  path: string,
  watched: Watched,
  before: SnapshotFile | undefined,
  after: SnapshotFile | undefined,
  { base, head }: States,
): Promise<readonly Observation[]> {
  const how = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const whole = (code: Observation['code']): readonly Observation[] => [{ code, path, line: 1, args: { how } }];
  switch (watched.what) {
    case 'policy':
      return whole('policy-changed');
    case 'approval':
      return whole('approval-changed');
    case 'program':
      return whole('program-changed');
    case 'modules':
      return after === undefined ? [] : [{ code: 'modules-committed', path, line: 1, args: {} }];
    case 'workflow': {
      const texts = await Promise.all([textOf(base.reader, before), textOf(head.reader, after)]);
      const parts = path === actionsLockPath ? texts.map((text) => text && gateEntries(text)) : texts;
      if (parts.every((part) => part !== undefined) && parts[0] === parts[1]) return [];
      return parts.some((part) => part === undefined || usesGate(part)) ? whole('workflow-changed') : [];
    }
    case 'owners': {
      const [old, now] = await Promise.all([textOf(base.reader, before), textOf(head.reader, after)]);
      const owned = (text: string | undefined, side: Side) =>
        text === undefined ? [wholeFile(side)] : ownersSettings(text);
      return changedSettings(path, owned(old, 'base'), owned(now, 'head'));
    }
    case 'settings': {
      const [folder, { name }] = [folderOf(path), watched];
      const [old, now] = await Promise.all([base.settings.at(folder, name), head.settings.at(folder, name)]);
      return changedSettings(path, said(old, 'base'), said(now, 'head'));
    }
  }
}

/** Whether a workflow uses the gate: as an action, as a package, or as its bundle. */
const usesGate = (text: string): boolean => /lockgate/i.test(text.replaceAll(/^\s*#.*$/gm, ''));

/**
 * The entries of GitHub's lockfile for actions that name the gate: those of other actions change every week. The whole text
 * where it is not written as GitHub's own tool writes it.
 */
function gateEntries(text: string): string {
  const plain = text.replaceAll(/^\s*#.*$/gm, '');
  if (/[{[&*|>\\]/.test(plain)) return text;
  const lines = plain.split('\n').filter((line) => line.trim() !== '');
  const depths = lines.map((line) => line.length - line.trimStart().length);
  const first = Math.min(...depths.filter((depth) => depth > 0));
  const entries: string[][] = [];
  for (const [at, line] of lines.entries()) {
    if ((depths[at] ?? 0) <= first) entries.push([]);
    entries.at(-1)?.push(line);
  }
  return entries
    .map((entry) => entry.join('\n'))
    .filter(usesGate)
    .join('\n');
}

/** A YAML file that counts as a whole also counts as overrides if it mentions them. */
const MAY_OVERRIDE = /overrides|packageExtensions|patchedDependencies|catalog/;

/**
 * The settings in a file. One that cannot be read, is too large, or is in an unusual form counts as a
 * whole.
 * @param side stands for the text of an unreadable file, because the two files are known to differ
 */
function said(file: Readable<SettingsName>, side: Side): readonly Setting[] {
  if (file.state === 'absent' || file.text === '') return [];
  const { path, text = '' } = file;
  const isLarge = (file.size ?? Infinity) > MAX_BYTES;
  const settings = file.state === 'read' && !isLarge ? watchedSettings(file) : undefined;
  if (settings !== undefined) return settings;
  // If the bytes are not UTF-8, the text is a guess, and different bytes may give the same text.
  const whole = wholeFile(isLarge || text.includes('\uFFFD') ? side : text);
  return /\.ya?ml$/.test(path) && MAY_OVERRIDE.test(text) ? [whole, { ...whole, affects: 'override' }] : [whole];
}

/** Empty for a missing file; undefined for one that is not a regular file, not UTF-8, or too large. */
async function textOf(reader: FileReader, file: SnapshotFile | undefined): Promise<string | undefined> {
  if (file === undefined) return '';
  if (file.mode !== 'file' || (file.size ?? 0) > MAX_BYTES) return undefined;
  try {
    const bytes = await reader.read(file);
    return bytes.length > MAX_BYTES ? undefined : utf8(bytes);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
