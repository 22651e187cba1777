import { GateFailure } from '../errors.ts';
import type { BotWaiting } from '../managers/bots/bot.ts';
import { dependabotPaths, readDependabot } from '../managers/bots/dependabot.ts';
import { readRenovate, renovateOf, renovatePaths } from '../managers/bots/renovate.ts';
import { objectOf } from '../managers/object-of.ts';
import { decodeText, oneFault } from '../text/decode.ts';
import type { State } from './state.ts';

/** Every file in which a bot may be configured. */
export const botPaths: readonly string[] = [...dependabotPaths, ...renovatePaths, 'package.json'];

/** These files are a few lines; a larger one is not read. */
const MAX_BYTES = 256 * 1024;
const faults = oneFault('manifest-invalid', 'fix the file');

/**
 * The update bots that a state of the repository configures, and how long each waits. A file that cannot be read gives a bot
 * of which nothing is known.
 * @throws GateFailure `repository-unavailable`
 */
export async function updateBots(state: State): Promise<readonly BotWaiting[]> {
  const [dependabot, renovate] = [dependabotPaths, renovatePaths].map((paths) =>
    paths.find((path) => state.files.has(path)),
  );
  return [
    ...(dependabot === undefined ? [] : await waitingIn(state, dependabot, readDependabot, 'Dependabot')),
    ...(renovate === undefined
      ? await renovateInManifest(state)
      : await waitingIn(state, renovate, readRenovate, 'Renovate')),
  ];
}

async function renovateInManifest(state: State): Promise<readonly BotWaiting[]> {
  const manifest = await state.settings.at('', 'package.json');
  const value = manifest.state === 'read' ? objectOf(manifest.value.value).get('renovate') : undefined;
  return value === undefined ? [] : [renovateOf(value, 'package.json')];
}

async function waitingIn(
  state: State,
  path: string,
  read: (text: string, path: string) => BotWaiting | undefined,
  bot: BotWaiting['bot'],
): Promise<readonly BotWaiting[]> {
  const key = bot === 'Dependabot' ? 'cooldown' : 'minimumReleaseAge';
  const unread = {
    bot,
    file: path,
    key,
    hours: undefined,
    isSet: false,
    exceptions: [],
    doubt: 'it cannot be read',
  } as const;
  const text = await botText(state, path);
  if (text === undefined) return [unread];
  try {
    return [read(text, path)].filter((each) => each !== undefined);
  } catch (cause) {
    if (cause instanceof GateFailure) return [unread];
    throw cause;
  }
}

/**
 * The text of a bot's file; undefined for one that is no regular file, is too large or is not UTF-8.
 * @throws GateFailure `repository-unavailable`
 */
export async function botText({ files, reader }: State, path: string): Promise<string | undefined> {
  const file = files.get(path);
  if (file?.mode !== 'file' || (file.size ?? 0) > MAX_BYTES) return undefined;
  try {
    const bytes = await reader.read(file);
    return bytes.length > MAX_BYTES ? undefined : decodeText(bytes, path, faults);
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code !== 'repository-unavailable') return undefined;
    throw cause;
  } finally {
    reader.forget(file);
  }
}
