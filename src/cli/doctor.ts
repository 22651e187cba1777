import type { Examination } from '../platform/doctor/examine.ts';
import { GateFailure } from '../errors.ts';
import { logText } from '../report/escape.ts';
import { gateWords } from '../report/fleet/words.ts';
import { jsonText } from '../report/formats/json.ts';
import { limitsOrWhyNot } from '../report/formats/limits-table.ts';
import { wrap } from '../report/formats/wrap.ts';
import { quoted, visible } from '../text/visible.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { connectionFromEnv } from './github-connection.ts';
import { originOf } from './judged-repository.ts';
import { textStyle, writeText } from './output.ts';
import { programName } from './program.ts';

/**
 * `lockgate doctor`: does the repository's protection make the check effective?
 * @returns the exit status: 0 no pull request can get past the gate, 1 one can, 2 GitHub did not provide every setting.
 */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'doctor');
  if (flags.org !== undefined) return (await import('./doctor-fleet.ts')).runFleet({ ...flags, org: flags.org });
  if (flags.positionals.length > 1) throw new GateFailure('usage', 'doctor takes one repository: OWNER/NAME');
  if (flags.format !== 'text' && flags.format !== 'json') {
    throw new GateFailure('usage', `doctor writes text or json; not ${flags.format}.`);
  }
  const { apiUrl, token } = connectionFromEnv();
  if (!token && flags.format === 'text' && flags.output === undefined) await sayLocalLimits(flags);
  const [owner, repo] = await chooseRepository(flags.positionals[0], flags.repo ?? '.');
  if (!token) {
    throw new GateFailure(
      'usage',
      'doctor asks GitHub and needs a token: set GITHUB_TOKEN to one that may read the repository (and its administration settings, if it has classic branch protection)',
    );
  }
  const [{ connect }, { examine }] = await Promise.all([
    import('../platform/github/api.ts'),
    import('../platform/doctor/examine.ts'),
  ]);
  const examination = await examine(await connect({ apiUrl, token }), owner, repo);
  const { width } = textStyle(flags.output);
  const text = flags.format === 'json' ? jsonText(examination) : examinationText(examination, width);
  if (flags.output === undefined) process.stdout.write(text);
  else await writeText(flags.output, text);
  return statusOf(examination);
}

function statusOf({ problems }: Examination): number {
  if (problems.some(({ level }) => level === 'error')) return 1;
  return problems.some(({ level }) => level === 'unknown') ? 2 : 0;
}

const words = { error: 'open', unknown: 'unknown', warn: 'weak', note: 'note' } as const;

function examinationText(
  { repository, defaultBranch, problems, requiredBy, limits }: Examination,
  width: number,
): string {
  const open = problems.filter(({ level }) => level === 'error').length;
  const unread = problems.filter(({ level }) => level === 'unknown').length;
  const verdict =
    open > 0
      ? `A pull request can get past the gate in ${open === 1 ? 'one way' : `${open} ways`}.`
      : unread > 0
        ? 'Some settings could not be read.'
        : `The check is effective: a pull request that fails it cannot be merged${requiredBy.every(({ bypass }) => bypass?.length === 0) ? '' : ', except by those who may bypass it'}.`;
  const found = problems.flatMap(({ level, message, fix }) => [
    '',
    ...wrap(`${words[level]}: ${visible(message)}`, '', width),
    ...wrap(`next: ${visible(fix)}`, '  ', width),
  ]);
  const title = wrap(`${quoted(repository)}, branch ${quoted(defaultBranch)}: ${verdict}`, '', width);
  const own = limitsOrWhyNot(limits, width);
  const gate = requiredBy.length === 0 ? [] : ['', ...wrap(`${gateWords(requiredBy, quoted)}.`, '', width)];
  return logText(`${[...title, ...gate, ...found, '', ...own].join('\n')}\n`);
}

/** What needs no token: the waiting times in the repository of this folder, unless another repository is asked about. */
async function sayLocalLimits({ positionals: [named], repo: folder = '.', output }: Flags): Promise<void> {
  const { localLimits } = await import('./local-limits.ts');
  const isAnother = named !== undefined && named !== (await originOf(folder).catch(() => undefined));
  const limits = isAnother ? undefined : await localLimits(folder);
  if (limits === undefined) return;
  const lines = limitsOrWhyNot(limits.agreement, textStyle(output).width);
  process.stdout.write(logText(`${[...lines, ''].join('\n')}\n`));
}

/** The named repository, else this job's, else the one that the folder's remote `origin` points to. */
async function chooseRepository(named: string | undefined, folder: string): Promise<readonly [string, string]> {
  const text = named ?? process.env['GITHUB_REPOSITORY'] ?? (await originOf(folder));
  const [, owner, repo] = /^([A-Za-z0-9_.-]+)\/([A-Za-z0-9_.-]+)$/.exec(text ?? '') ?? [];
  if (owner !== undefined && repo !== undefined) return [owner, repo];
  throw new GateFailure(
    'usage',
    text === undefined
      ? `doctor does not know which repository to examine; name it: ${programName()} doctor OWNER/NAME`
      : `${quoted(text)} is not a repository; write OWNER/NAME`,
  );
}
