import type { Report } from '../model/index.ts';
import { serializeEvidence } from '../recording/evidence-file.ts';
import { recordingOf } from '../run/evidence-recording.ts';
import { runGate } from '../run/pipeline.ts';
import type { GateRequest, Run } from '../run/request.ts';
import { reportOf } from '../run/report-of.ts';
import type { Flags } from './flags.ts';
import { shownPath, writeInstead, writeReport, writeText } from './output.ts';
import { startProgress } from './progress.ts';
import { requestOf } from './request.ts';
import type { Subject } from './subject.ts';

export interface Addition {
  readonly report: Report;
  readonly preface?: string;
  /** Printed after a report for a person. */
  readonly closing?: string;
  /** Written in the place of the report. */
  readonly instead?: string;
  /** Whether the exit status is 1 though the report's verdict lets it in. */
  readonly isRefused?: boolean;
}

/** What was run, for a command that says more than the report. The snapshots are still open. */
export interface Ran {
  readonly request: GateRequest;
  readonly run: Run;
}

/**
 * Runs the gate over a subject as the flags say, and writes what they ask for.
 * @param addTo adds to the report what only this command says, and returns texts to print around it, or in its place
 * @returns the exit status.
 */
export async function judgeSubject(
  subject: Subject,
  flags: Flags,
  addTo: (report: Report, ran: Ran) => Promise<Addition> = (report) => Promise.resolve({ report }),
): Promise<number> {
  const request = await requestOf(flags, subject);
  const progress = startProgress(process.stderr, 'Asking the registry');
  const run = await runGate({ ...request, progress: progress.step });
  progress.end();
  const {
    report,
    preface = '',
    closing = '',
    instead,
    isRefused = false,
  } = await addTo(reportOf(run), { request, run }).finally(() =>
    Promise.all([subject.base?.close?.(), subject.head.close?.()]),
  );
  const recording = recordingOf(run);
  if (flags.evidenceOut !== undefined && recording !== undefined) {
    await writeText(flags.evidenceOut, serializeEvidence(recording));
  }
  const isForPerson = flags.format === 'text' && flags.output === undefined;
  if (isForPerson) process.stdout.write(preface);
  const { evidence } = flags;
  const basis = evidence === undefined ? undefined : { path: shownPath(evidence), at: run.now };
  if (instead !== undefined) return Math.max(await writeInstead(instead, report, flags), isRefused ? 1 : 0);
  const status = await writeReport(report, flags, basis);
  if (isForPerson) process.stdout.write(closing);
  return status;
}
