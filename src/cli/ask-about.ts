import { GateFailure } from '../errors.ts';
import type { GateError, Instant } from '../model/index.ts';
import { basisWords } from '../report/view/basis.ts';
import { errorLine } from '../report/view/words.ts';
import { changesAbout } from '../run/findings-about.ts';
import { runGate } from '../run/pipeline.ts';
import type { Focus, Run, Wanted } from '../run/request.ts';
import { visible } from '../text/visible.ts';
import type { Flags } from './flags.ts';
import { shownPath, writeText } from './output.ts';
import { programName } from './program.ts';
import { requestOf } from './request.ts';
import type { Subject } from './subject.ts';
import { openAsked, openChange } from './subject.ts';

/** What the commands that explain one package have in common. */

/** `name`, `@scope/name`, either with `@version`. */
export function wantedOf([asked, ...more]: readonly string[], command: string): Wanted {
  const at = asked?.lastIndexOf('@') ?? -1;
  if (asked === undefined || asked === '' || more.length > 0 || at === asked.length - 1) {
    throw new GateFailure(
      'usage',
      `${command} takes one package: ${programName()} ${command} PACKAGE[@VERSION]${command === 'explain' ? `, or a rule: ${programName()} explain --rule RULE` : ''}`,
    );
  }
  return at > 0 ? { name: asked.slice(0, at), version: asked.slice(at + 1) } : { name: asked };
}

/** @throws GateFailure `usage` for a format that is a report's */
export function refuseFormats(command: string, { format }: Flags): void {
  if (format === 'text' || format === 'json') return;
  throw new GateFailure('usage', `${command} writes text or json; not ${format}.`);
}

/**
 * The run that `check` or `audit` would be, limited in what it asks of registries. Where no flag says which, what `check` says comes
 * first: of a package that the change is about, an audit of the same state would say something else.
 */
export async function askAbout(flags: Flags, focus: Focus): Promise<Run> {
  const change = namesSubject(flags) ? undefined : await openChange(flags).catch(refusal);
  const checked = change === undefined ? undefined : await ask(change, flags, focus);
  if (checked !== undefined && (checked.failed || changesAbout(checked, focus.wanted).length > 0)) return checked;
  return ask(await openAsked(flags), flags, focus);
}

/**
 * What an audit of the proposed state says, by the policy of the base: for a package that the change which the flags name
 * leaves alone. Undefined where the flags name no change.
 */
export async function askUntouched(flags: Flags, focus: Focus): Promise<Run | undefined> {
  if ([flags.base, flags.head, flags.baseDir, flags.headDir].every((flag) => flag === undefined)) return undefined;
  const { head, trusted } = await openChange(flags);
  return ask({ mode: 'audit', head, trusted }, flags, focus).finally(() => trusted.close?.());
}

async function ask(subject: Subject, flags: Flags, focus: Focus): Promise<Run> {
  try {
    return await runGate({ ...(await requestOf(flags, subject)), focus });
  } finally {
    await Promise.all([subject.base?.close?.(), subject.head.close?.()]);
  }
}

const namesSubject = ({ base, head, baseDir, headDir, rev, dir }: Flags) =>
  [base, head, baseDir, headDir, rev, dir].some((flag) => flag !== undefined);

/** Without a base branch there is no change to explain, only a state. */
function refusal(cause: unknown): undefined {
  if (!(cause instanceof GateFailure)) throw cause;
}

/** Writes where the flags say, with what recorded evidence it rests on, and the errors to standard error. @returns 0, or 2 where there are errors. */
export async function writeExplanation(
  text: string,
  { errors, evaluatedAt }: { readonly errors: readonly GateError[]; readonly evaluatedAt?: Instant },
  { output, evidence, format }: Flags,
): Promise<number> {
  const isRecorded = evidence !== undefined && evaluatedAt !== undefined && format === 'text' && text !== '';
  const basis = isRecorded ? `${basisWords({ path: shownPath(evidence), at: evaluatedAt }, visible)}\n` : '';
  if (output === undefined) process.stdout.write(basis + text);
  else await writeText(output, basis + text);
  for (const error of errors) process.stderr.write(`lockgate: ${errorLine(error)}\n`);
  return errors.length === 0 ? 0 : 2;
}
