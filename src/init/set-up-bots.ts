import { GateFailure } from '../errors.ts';
import type { BotWaiting } from '../managers/bots/bot.ts';
import { daysToWait, waitsEnough } from '../managers/bots/bot.ts';
import { dependabotUpdates, readDependabot } from '../managers/bots/dependabot.ts';
import { readRenovate, renovateDocument } from '../managers/bots/renovate.ts';
import { oneFault } from '../text/decode.ts';
import { JsonObject } from '../text/json-object.ts';
import { parseYamlDocuments } from '../text/yaml.ts';

const faults = oneFault('manifest-invalid', 'fix the file');

/**
 * The file of a bot with the lines that make it wait as the policy asks, in addition to all that it holds. Nothing is
 * changed or removed: a file that says otherwise already, or is written in another form than usual, is left to its owner.
 * @param text the file
 * @param minimum the policy's minimum age, in milliseconds
 * @returns undefined where lines alone do not do it
 */
export function withWaiting(bot: BotWaiting, text: string, minimum: number): string | undefined {
  const days = daysToWait(minimum);
  // Of a `package.json`, Renovate's part is one member.
  if (days === 0 || bot.isSet || bot.hours === undefined || bot.file === 'package.json') return undefined;
  const isDependabot = bot.bot === 'Dependabot';
  try {
    const edited = isDependabot ? withCooldown(text, bot.file, days) : withAge(text, bot.file, days);
    if (edited === undefined) return undefined;
    const now = isDependabot ? readDependabot(edited, bot.file) : readRenovate(edited, bot.file);
    const isDone = now !== undefined && waitsEnough(now, minimum) && now.exceptions.length === bot.exceptions.length;
    return isDone && now.doubt === undefined ? edited : undefined;
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

/** A `cooldown` in each entry of `updates`, behind the line that names its ecosystem. */
function withCooldown(text: string, file: string, days: number): string | undefined {
  const [document] = parseYamlDocuments(text, file, faults, 'core');
  const offsets = dependabotUpdates(document?.value).map((update) => update.offsetOf('package-ecosystem'));
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  let edited = text;
  for (const offset of offsets.toReversed()) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const stop = text.indexOf('\n', offset);
    const line = text.slice(start, stop < 0 ? text.length : stop);
    // Block style, with the entry's first key behind its dash or on a line of its own.
    if (!/^ *(?:- +)?package-ecosystem: *["']?[a-z]+["']? *(?:#.*)?\r?$/.test(line)) return undefined;
    const indent = ' '.repeat(offset - start);
    const added = `${indent}cooldown:${end}${indent}  default-days: ${days}${end}`;
    edited = stop < 0 ? `${edited}${end}${added}` : edited.slice(0, stop + 1) + added + edited.slice(stop + 1);
  }
  return edited;
}

/** `minimumReleaseAge` as the first member. */
function withAge(text: string, file: string, days: number): string | undefined {
  const { value: root } = renovateDocument(text, file);
  if (!(root instanceof JsonObject)) return undefined;
  const member = `"minimumReleaseAge": "${days} days"`;
  const [first] = root.keys;
  if (first === undefined) return undefined;
  const at = root.offsetOf(first);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const indent = text.slice(start, at);
  const isOwnLine = /^[ \t]*$/.test(indent);
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  return text.slice(0, at) + member + (isOwnLine ? `,${end}${indent}` : ', ') + text.slice(at);
}
