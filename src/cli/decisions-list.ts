import { GateFailure } from '../errors.ts';
import type { DecisionsDocument, EnteredDocument, HealthDocument } from '../model/index.ts';
import { jsonText } from '../report/formats/json.ts';
import { branchTip } from '../repository/git-history.ts';
import type { GitRepository } from '../repository/git.ts';
import { commitSnapshot, openRepository } from '../repository/git.ts';
import { readWholeLedger } from '../run/ledger.ts';
import type { Opened } from '../run/open.ts';
import { openSubject } from '../run/open.ts';
import { standingRecords } from '../run/standing-records.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { textStyle, writeText } from './output.ts';
import { repositoryIdOf } from './repository-id.ts';
import { requestOf } from './request.ts';

/**
 * `lockgate decisions list`: the records on the default branch, and what each comes to; with `--all` what came in by them and
 * without, with `--health` how they were made. @returns 0
 */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'decisions list');
  demandOneList(flags);
  const repository = await openRepository(flags.repo ?? '.');
  try {
    const { branch, tip } = await branchTip(repository, flags.branch);
    const trusted = commitSnapshot(repository, tip);
    const request = await requestOf(flags, { mode: 'check', base: trusted, head: trusted, trusted });
    const opened = await openSubject(request);
    const place = { repository, branch, tip, opened, repositoryId: await repositoryIdOf(flags) };
    const text = flags.switches?.has('all')
      ? await all(place, flags)
      : flags.switches?.has('health')
        ? await health(place, flags)
        : await standing(place, flags);
    if (flags.output === undefined) process.stdout.write(text);
    else await writeText(flags.output, text);
    return 0;
  } finally {
    await repository.close();
  }
}

function demandOneList({ positionals: [first], switches, since, admissions }: Flags): void {
  const refuse = (message: string) => new GateFailure('usage', message);
  if (first !== undefined) throw refuse(`decisions list takes no arguments: ${JSON.stringify(first)}`);
  if (switches !== undefined && switches.size > 1) throw refuse('--all and --health are two lists: ask for one');
  if (since !== undefined && switches === undefined) throw refuse('--since only takes effect with --all or --health');
  if (admissions !== undefined && switches?.has('all') !== true) {
    throw refuse('--admissions only takes effect with --all');
  }
}

interface Place {
  readonly repository: GitRepository;
  readonly branch: string;
  readonly tip: string;
  readonly opened: Opened;
  readonly repositoryId: number | undefined;
}

async function standing({ repository, branch, tip, opened, repositoryId }: Place, flags: Flags): Promise<string> {
  const trusted = commitSnapshot(repository, tip);
  const listed: DecisionsDocument = await standingRecords({ trusted, branch, commit: tip, opened, repositoryId });
  if (flags.isCsv === true) return (await import('../report/formats/decisions-csv.ts')).decisionsCsv(listed);
  if (flags.format === 'json') return jsonText(listed);
  const { decisionsText } = await import('../report/formats/decisions-text.ts');
  return decisionsText(listed, textStyle(flags.output).width);
}

async function all(place: Place, flags: Flags): Promise<string> {
  const { repository, branch, tip, opened, repositoryId } = place;
  const { since } = flags;
  const { entries } = await readWholeLedger(commitSnapshot(repository, tip));
  const { enteredVersions } = await import('../run/entered-versions.ts');
  const admissions = await admissionsOf(place, flags);
  const found = await enteredVersions({ repository, tip, opened, entries, repositoryId, since, admissions });
  const listed: EnteredDocument = {
    ...({ schema: 'lockgate-entered/1', branch, commit: tip, since: since ?? null } as const),
    ...found,
  };
  if (flags.format === 'json') return jsonText(listed);
  const { enteredCsv, enteredText } = await import('../report/formats/entered.ts');
  return flags.isCsv === true ? enteredCsv(listed) : enteredText(listed, textStyle(flags.output).width);
}

async function admissionsOf({ opened, repositoryId }: Place, flags: Flags) {
  if (flags.admissions === undefined) return undefined;
  const [{ admissionsIn, identityFrom }, { loadTrust }] = await Promise.all([
    import('./admission-files.ts'),
    import('../trust/load-trust.ts'),
  ]);
  const identity = identityFrom(flags, repositoryId);
  const read = await admissionsIn(flags.admissions, identity, await loadTrust(opened.trust));
  return read.flatMap((one) => (one.state === 'verified' ? [one] : []));
}

async function health({ repository, branch, tip, repositoryId }: Place, flags: Flags): Promise<string> {
  const { since } = flags;
  const { entries } = await readWholeLedger(commitSnapshot(repository, tip));
  const [{ healthOf }, { pullTimes }] = await Promise.all([
    import('../decisions/ledger/health.ts'),
    import('./pull-times.ts'),
  ]);
  const pulls = [...new Set(entries.flatMap(({ record: { pull } }) => pull ?? []))].sort((a, b) => b - a);
  const openedAt = await pullTimes(pulls, flags);
  const unknown = pulls.filter((pull) => !openedAt.has(pull)).length;
  const notes =
    unknown === 0
      ? []
      : [
          `When ${unknown} of ${pulls.length} pull requests were opened is not known here: set GITHUB_TOKEN to count their time to yes.`,
        ];
  const listed: HealthDocument = {
    ...({ schema: 'lockgate-decision-health/1', branch, commit: tip, since: since ?? null } as const),
    ...healthOf({ entries, repositoryId, since, openedAt }),
    notes,
  };
  if (flags.format === 'json') return jsonText(listed);
  const { healthCsv, healthText } = await import('../report/formats/health.ts');
  return flags.isCsv === true ? healthCsv(listed) : healthText(listed, textStyle(flags.output).width);
}
