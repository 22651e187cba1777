import { GateFailure } from '../errors.ts';
import { jsonText } from '../report/formats/json.ts';
import { branchTip } from '../repository/git-history.ts';
import { commitSnapshot, openRepository } from '../repository/git.ts';
import { openSubject } from '../run/open.ts';
import { standingRecords } from '../run/standing-records.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { textStyle, writeText } from './output.ts';
import { repositoryIdOf } from './repository-id.ts';
import { requestOf } from './request.ts';

/** `lockgate decisions list`: the records on the default branch, and what each comes to. @returns 0 */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'decisions list');
  if (flags.positionals.length > 0) {
    const [first] = flags.positionals;
    throw new GateFailure('usage', `decisions list takes no arguments: ${JSON.stringify(first)}`);
  }
  const repository = await openRepository(flags.repo ?? '.');
  try {
    const { branch, tip } = await branchTip(repository, flags.branch);
    const trusted = commitSnapshot(repository, tip);
    const request = await requestOf(flags, { mode: 'audit', head: trusted, trusted });
    const opened = await openSubject(request);
    const repositoryId = await repositoryIdOf(flags);
    const listed = await standingRecords({ trusted, branch, commit: tip, opened, repositoryId });
    await write(await render(listed, flags), flags);
    return 0;
  } finally {
    await repository.close();
  }
}

async function render(listed: Awaited<ReturnType<typeof standingRecords>>, flags: Flags): Promise<string> {
  if (flags.isCsv === true) return (await import('../report/formats/decisions-csv.ts')).decisionsCsv(listed);
  if (flags.format === 'json') return jsonText(listed);
  const { decisionsText } = await import('../report/formats/decisions-text.ts');
  return decisionsText(listed, textStyle(flags.output).width);
}

async function write(text: string, { output }: Flags): Promise<void> {
  if (output === undefined) process.stdout.write(text);
  else await writeText(output, text);
}
