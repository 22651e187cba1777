import { GateFailure } from '../errors.ts';
import type { Approvals, Instant, Report } from '../model/index.ts';
import { milliseconds } from '../model/options.ts';
import { parseReport } from '../report/schema.ts';
import { quoted, visible } from '../text/visible.ts';
import type { Flags } from './flags.ts';
import { readText } from './output.ts';
import { programName } from './program.ts';
import { repositoryIdOf } from './repository-id.ts';

/** What `lockgate approve` is given. Each refusal is one line with what to write instead. */

const refuse = (message: string) => new GateFailure('usage', message);

/** What a decision is about, as it was written: `name@version`, or a path. */
export function readWanted({ positionals }: Flags): string {
  const [wanted, another] = positionals;
  if (wanted !== undefined && wanted !== '' && another === undefined) return wanted;
  throw refuse(
    `approve takes one package version or one path: ${programName()} approve left-pad@1.3.0 --reason 'Read the diff.'`,
  );
}

const longestReason = 500;

export function readReason({ reason = '' }: Flags): string {
  const trimmed = reason.trim();
  if (trimmed === '') throw refuse('--reason says why, for whoever asks a year later: name one');
  if (trimmed.length > longestReason) throw refuse(`--reason is longer than ${longestReason} characters: shorten it`);
  if (visible(trimmed) !== trimmed) throw refuse('--reason holds characters that cannot be seen: leave them out');
  return trimmed;
}

/**
 * When an approval ends: after so many hours or days, or at the end of a day, in UTC; never later than the policy lets it.
 * @throws GateFailure `usage`
 */
export function readExpiry({ expires }: Flags, now: Instant, { maximumAge }: Approvals): Instant {
  const last = Date.parse(now) + maximumAge;
  if (expires === undefined) return new Date(last).toISOString();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(expires);
  const end = isDay
    ? Date.parse(`${expires}T23:59:59.000Z`)
    : /^[1-9]\d{0,3}[dh]$/.test(expires)
      ? Date.parse(now) + milliseconds(expires)
      : NaN;
  if (Number.isNaN(end)) throw refuse(`--expires takes a date, or a time such as 30d; not ${JSON.stringify(expires)}.`);
  if (end <= Date.parse(now)) throw refuse(`--expires ${expires} is in the past: name a later date`);
  if (end > last) {
    const until = new Date(last).toISOString().slice(0, 10);
    throw refuse(
      `--expires ${expires} is later than the policy lets an approval last (${until}): name an earlier date`,
    );
  }
  return new Date(end).toISOString();
}

const maxReportBytes = 64 * 1024 * 1024;

/** The gate's own report, which the approver has read. */
export async function readReport(path: string): Promise<Report> {
  return parseReport(await readText(path, maxReportBytes));
}

/** The id of the repository that is decided for. @throws GateFailure `usage` where nothing says it, or two say otherwise */
export async function demandRepositoryId(flags: Flags, report: Report | undefined): Promise<number> {
  const reported = report?.decisions?.repositoryId;
  const id = flags.repositoryId ?? reported ?? (await repositoryIdOf(flags));
  if (id === undefined) {
    throw refuse(
      'a decision is about one repository, and its numeric id is not known here: name it with --repository-id (gh api repos/OWNER/REPO --jq .id prints it), or with --report the JSON report of the check',
    );
  }
  if (reported !== undefined && reported !== id) {
    throw refuse(`--report is about the repository ${reported}, and --repository-id says ${id}: correct one of them`);
  }
  return id;
}

/** @throws GateFailure `usage` where what was read is not what is found now */
export function demandAsRead(
  found: { readonly what: string; readonly digest: string; readonly codes: readonly string[] },
  { digest, codes }: Flags,
): void {
  if (digest !== undefined && digest !== found.digest) {
    throw refuse(`${found.what} is now ${found.digest}, not what --digest says: read the report again`);
  }
  if (codes === undefined) return;
  const others = found.codes.filter((code) => !codes.includes(code));
  const unknown = codes.filter((code) => !found.codes.includes(code));
  if (others.length > 0) {
    throw refuse(`${found.what} is also blocked by ${others.join(', ')}: read that too, and name it`);
  }
  if (unknown.length > 0) {
    throw refuse(`${quoted(unknown[0])} does not block ${found.what}: it is blocked by ${found.codes.join(',')}`);
  }
}
