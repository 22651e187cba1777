import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import { GateFailure } from '../errors.ts';
import type { ProposedApprovals } from '../init/approvals.ts';
import { approvalsLines, idWords, proposedLines, proposedWords, withoutKeyWords } from '../init/approvals.ts';
import type { Audience } from '../init/files.ts';
import { isOwner } from '../init/questions.ts';
import type { ListedUser } from '../model/index.ts';
import { openPolicy } from '../policy/open.ts';
import { describeFailure } from '../platform/github/failure.ts';
import type { GitHubClient } from '../platform/github/api.ts';
import { keyLine, readKeyLine } from '../text/security-key.ts';
import { connectionFromEnv } from './github-connection.ts';
import { originPlace } from './judged-repository.ts';
import { hostOf } from './repository-id.ts';

/** The repository on GitHub, and a token that asks about it. */
export interface Hub {
  readonly client: GitHubClient;
  readonly place: { readonly owner: string; readonly repo: string };
  /** The people who may write there; a clause where GitHub does not tell. */
  readonly writers: () => Promise<readonly ListedUser[] | string>;
}

/** Undefined without a token of the GitHub that `origin` is on: a token is sent nowhere else. */
export async function openHub(folder: string): Promise<Hub | undefined> {
  const { apiUrl, token } = connectionFromEnv();
  if (!token) return undefined;
  const origin = await originPlace(folder).catch(() => undefined);
  if (origin === undefined || origin.host !== hostOf(apiUrl)) return undefined;
  const [{ connect }, { whoMayWrite }] = await Promise.all([
    import('../platform/github/api.ts'),
    import('../platform/github/who-decides.ts'),
  ]);
  const client = await connect({ apiUrl, token });
  const [owner = '', repo = ''] = origin.name.split('/');
  const place = { owner, repo };
  let answer: ReturnType<Hub['writers']> | undefined;
  const ask = () => whoMayWrite(client, place).catch((error: unknown) => describeFailure(error));
  return { client, place, writers: () => (answer ??= ask()) };
}

/** How many people may write; undefined where that is not known. */
export async function countWriters(hub: Hub | undefined): Promise<number | undefined> {
  const writers = await hub?.writers();
  return typeof writers === 'string' ? undefined : writers?.length;
}

/** The one person who may write. */
const aloneIn = (writers: readonly ListedUser[]): ListedUser | undefined =>
  writers.length === 1 ? writers[0] : undefined;

/** What there is to set up approvals with. */
export interface ApprovalsOf {
  readonly hub: Hub | undefined;
  readonly audience: Audience | undefined;
  /** As CODEOWNERS names them. */
  readonly owners: readonly string[];
  /** Lines of public keys, as they were answered. */
  readonly keys: readonly string[];
  /** The policy that is there already. */
  readonly kept: Uint8Array | string | undefined;
}

export interface SetUpApprovals {
  /** For a policy that is written. */
  readonly lines: readonly string[];
  readonly words: readonly string[];
  /** Whether people will decide: then a round runs the check again. */
  readonly isOpen: boolean;
}

const nothing: SetUpApprovals = { lines: [], words: [], isOpen: false };

/** Who may approve, for a team or a person; nothing where nobody said who works here, and where the policy says it already. */
export async function setUpApprovals(asked: ApprovalsOf): Promise<SetUpApprovals> {
  const { audience, kept } = asked;
  if (audience === undefined) return nothing;
  if (kept !== undefined && (await hasApprovals(kept))) return { ...nothing, isOpen: true };
  const found = await (audience === 'team' ? ofTeam(asked) : ofPerson(asked));
  if (!('users' in found)) return { ...nothing, words: found };
  // What is proposed is a policy once its comment signs are gone, whatever GitHub said.
  await openPolicy({ source: 'approvals', text: `version: 1\n${approvalsLines(found).join('\n')}\n` });
  const toAdd = kept === undefined ? [] : approvalsLines(found).map((line) => `    ${line}`);
  return {
    lines: proposedLines(found),
    words: [...proposedWords(found, kept !== undefined), ...toAdd],
    isOpen: true,
  };
}

/** A policy that cannot be read is somebody's: it is not known what it says. */
async function hasApprovals(kept: Uint8Array | string): Promise<boolean> {
  try {
    return (await openPolicy({ source: 'kept', text: kept })).approvals !== undefined;
  } catch (cause) {
    if (cause instanceof GateFailure) return true;
    throw cause;
  }
}

async function ofTeam({ hub, owners: named }: ApprovalsOf): Promise<ProposedApprovals | readonly string[]> {
  // CODEOWNERS also takes addresses of mail, which no policy lists.
  const owners = named.filter(isOwner);
  if (hub === undefined) {
    return idWords(owners, 'there is no GITHUB_TOKEN for the GitHub of this repository to ask for ids');
  }
  const { resolveOwner } = await import('../platform/github/who-decides.ts');
  const all = await Promise.all(owners.map((owner) => resolveOwner(hub.client, owner)));
  const unresolved = all.flatMap((one) => ('unresolved' in one ? [one.unresolved] : []));
  const found = all.flatMap((one) => ('users' in one ? [one] : []));
  const users = distinct(found.flatMap((one) => one.users));
  const teams = distinct(found.flatMap((one) => one.teams));
  if (users.length + teams.length === 0 || unresolved.length > 0) {
    return idWords(owners, unresolved[0] ?? 'nobody is named as owner of the gate');
  }
  return { users, teams, keys: [] };
}

const distinct = <T extends { readonly id: number }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];

async function ofPerson({ hub, keys }: ApprovalsOf): Promise<ProposedApprovals | readonly string[]> {
  if (hub === undefined) return [];
  const writers = await hub.writers();
  if (typeof writers === 'string') {
    return [
      `Whether you are the only person who may write here is not known: ${writers}. With a token that may write to the repository, init sets up approvals by security key.`,
    ];
  }
  const alone = aloneIn(writers);
  if (alone === undefined) {
    return writers.length === 0
      ? []
      : [
          `${writers.length} people may write here: \`lockgate init --for team\` lets them approve what others propose.`,
        ];
  }
  if (keys.length === 0) return withoutKeyWords;
  return { users: [alone], teams: [], keys: keys.map((key) => ({ id: alone.id, key })) };
}

/** The largest file that is read as a public key; real ones are a line. */
const MAX_KEY_FILE = 4096;

/** The public keys in files that were named, without their comments; undefined where one is none, or is named twice. */
export function readKeys(answer: string, folder: string): readonly string[] | undefined {
  if (/^(?:none|no)$/i.test(answer)) return [];
  const keys = answer.split(/[\s,]+/).map((file) => {
    try {
      const path = file.startsWith('~/') ? join(homedir(), file.slice(2)) : resolve(folder, file);
      if (!statSync(path).isFile() || statSync(path).size > MAX_KEY_FILE) return undefined;
      const key = readKeyLine(readFileSync(path, 'utf8').trim());
      return typeof key === 'string' ? undefined : keyLine(key);
    } catch {
      return undefined;
    }
  });
  const read = keys.flatMap((key) => key ?? []);
  return read.length === keys.length && new Set(read).size === keys.length ? read : undefined;
}
