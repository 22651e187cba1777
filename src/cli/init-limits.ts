import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { GateFailure } from '../errors.ts';
import { withWaiting } from '../init/set-up-bots.ts';
import type { Snapshot } from '../model/index.ts';
import { minimumAgeOf, readAgreement } from '../policy/agreement.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { openPolicy } from '../policy/open.ts';
import { limitsText } from '../report/formats/limits-table.ts';
import { stateOf } from '../repository/state.ts';
import { botText, updateBots } from '../repository/update-bots.ts';
import { demandFolders } from './init-files.ts';

/** What `init` compares with the policy. */
export interface LimitsOf {
  readonly folder: string;
  readonly dryRun: boolean;
  /** Whether files of update bots may be edited; else what is to be added is shown. */
  readonly setsUpBots: boolean;
  /** Opens the folder as it is now. */
  readonly open: () => Promise<Snapshot>;
  /** The policy file that is there now, or would be. */
  readonly policy: { readonly source: string; readonly text: Uint8Array | string };
}

/**
 * Makes the update bots wait as long as the policy asks for, where lines alone do that, and prints what the policy, the
 * package managers and the bots keep out, with the lines that are left to add.
 */
export async function setUpLimits({
  folder,
  dryRun,
  setsUpBots,
  open,
  policy: file,
}: LimitsOf): Promise<readonly string[]> {
  let policy: EffectivePolicy;
  try {
    policy = await openPolicy(file);
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return ['', 'The policy cannot be read: what package managers and update bots keep out was not compared with it.'];
  }
  const { lines, edits } = setsUpBots
    ? await setUpBots(folder, dryRun, await open(), minimumAgeOf(policy))
    : { lines: [], edits: new Map<string, string>() };
  return [...lines, '', ...limitsText(await readAgreement(policy, withEdits(await open(), edits)), 100)];
}

/** The folder as it would be with what was not written. */
function withEdits(snapshot: Snapshot, edits: ReadonlyMap<string, string>): Snapshot {
  const read: Snapshot['read'] = (file, maxBytes) => {
    const text = edits.get(file.path);
    return text === undefined ? snapshot.read(file, maxBytes) : Promise.resolve(new TextEncoder().encode(text));
  };
  return edits.size === 0 ? snapshot : { ...snapshot, read };
}

interface SetUp {
  readonly lines: readonly string[];
  /** By path, what a dry run did not write. */
  readonly edits: ReadonlyMap<string, string>;
}

async function setUpBots(folder: string, dryRun: boolean, head: Snapshot, minimum: number): Promise<SetUp> {
  const state = await stateOf(head);
  const lines: string[] = [];
  const edits = new Map<string, string>();
  for (const bot of await updateBots(state)) {
    const text = await botText(state, bot.file);
    const edited = text === undefined ? undefined : withWaiting(bot, text, minimum);
    if (edited === undefined) continue;
    const what = `\`${bot.key}\` in ${bot.file}: ${bot.bot} then proposes what is old enough for the policy`;
    if (dryRun) {
      lines.push(`would add ${what}`);
      edits.set(bot.file, edited);
    } else {
      await demandFolders(folder, bot.file);
      await writeFile(join(folder, bot.file), edited);
      lines.push(`added ${what}`);
    }
  }
  return { lines, edits };
}
