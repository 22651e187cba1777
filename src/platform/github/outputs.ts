import * as core from '@actions/core';

import type { Report } from '../../model/index.ts';

/** Paths of what was written; empty where it was not. */
export interface WrittenFiles {
  readonly report: string;
  readonly evidence: string;
  readonly sarif: string;
  readonly admissions: string;
  readonly records: string;
}

/**
 * Sets every output that action.yml names. Only where the runner gives a file for them (`GITHUB_OUTPUT`): without one
 * the toolkit prints a command that runners no longer obey.
 * @throws where the file is gone; the caller makes a warning of it.
 */
export function setOutputs(report: Pick<Report, 'verdict' | 'counts'>, files: WrittenFiles): void {
  const { added, updated, removed, findings, notes, errors, found, couldNotJudge } = report.counts;
  const tallies = { found: found.blocks + found.warns, 'could-not-judge': couldNotJudge.blocks + couldNotJudge.warns };
  const outputs = { verdict: report.verdict, findings, ...tallies, notes, errors, added, updated, removed, ...files };
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}
