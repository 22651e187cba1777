import { asGateError } from '../errors.ts';
import type { Authorship, Evidence } from '../model/index.ts';
import type { GitRepository } from './git.ts';
import { gitRecords, runGit } from './git-process.ts';
import { authorshipOf, coAuthorOf } from '../model/co-authors.ts';

/** Of a change with more commits, only the newest are read. */
const maxCommits = 1_000;
/** The unit separator: what git puts between the fields, and no name that it accepts holds. */
const separator = '\u001f';
const fields = ['%an', '%ae', '%cn', '%ce', '%(trailers:key=Co-authored-by,valueonly,separator=%x1f)'];

/**
 * Who made the commits that the head has and the base does not.
 * @param base the base's commit, by full id
 * @param head a revision; default: `HEAD`
 * @returns unavailable if git does not say
 */
export async function gitAuthorship(
  repository: GitRepository,
  base: string,
  head = 'HEAD',
): Promise<Evidence<Authorship>> {
  const format = `--format=tformat:${fields.join('%x1f')}`;
  const log = ['log', '-z', '--no-show-signature', `--max-count=${maxCommits}`, format, '--end-of-options'];
  const people: Authorship['people'][number][] = [];
  try {
    for await (const records of gitRecords(repository.root, [...log, `${base}..${head}`])) {
      for (const record of records) {
        const [name = '', email = '', committer = '', address = '', ...trailers] = record.split(separator);
        people.push({ role: 'author', name, email }, { role: 'committer', name: committer, email: address });
        people.push(...trailers.filter((line) => line.trim() !== '').map(coAuthorOf));
      }
    }
    const branch = await branchOf(repository, head);
    return { state: 'present', value: authorshipOf({ people, ...(branch === undefined ? {} : { branch }) }) };
  } catch (cause) {
    return { state: 'unavailable', reason: 'not-provided', detail: asGateError(cause).message };
  }
}

/** The branch that a revision names or is checked out as; undefined for a commit by itself. */
async function branchOf(repository: GitRepository, head: string): Promise<string | undefined> {
  const question = ['rev-parse', '--abbrev-ref', '--end-of-options', head];
  const { status, stdout } = await runGit(repository.root, question);
  const answer = stdout.trim().split('\n').at(-1) ?? '';
  const name = answer.replace(/^origin\//, '');
  return status === 0 && name !== '' && name !== 'HEAD' ? name : undefined;
}
