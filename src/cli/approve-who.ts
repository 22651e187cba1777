import { GateFailure } from '../errors.ts';
import type { Flags } from './flags.ts';
import { connectionFromEnv } from './github-connection.ts';

/** An account, as a record names it. */
export interface Who {
  readonly id: number;
  readonly login: string;
}

/**
 * Whose decision it is: as the flag says, `LOGIN:ID` with a comma between several, else the account of the token. Nothing of it is believed by anybody who reads the
 * record.
 * @returns sorted by id, each once
 * @throws GateFailure `usage` where nothing says it
 */
export async function accountsOf({ by, offline }: Flags): Promise<readonly Who[]> {
  if (by !== undefined) {
    const all = by.split(',').map(readAccount);
    return [...new Map(all.map((who) => [who.id, who])).values()].sort((a, b) => a.id - b.id);
  }
  const { apiUrl, token } = connectionFromEnv();
  const unknown = new GateFailure(
    'usage',
    'whose decision it is is not known: name the account with --by LOGIN:ID (gh api user --jq \'"\\(.login):\\(.id)"\' prints it)',
  );
  if (offline || !token) throw unknown;
  const { connect } = await import('../platform/github/api.ts');
  const { login, id } = await (await connect({ apiUrl, token })).viewer().catch(() => ({ login: '', id: null }));
  // An App's login ends in `[bot]`: no App decides anything.
  if (id === null || !isLogin.test(login)) throw unknown;
  return [{ id, login }];
}

const isLogin = /^[A-Za-z\d](?:[A-Za-z\d_-]{0,99})$/;

function readAccount(text: string): Who {
  const [, login = '', id = ''] = /^([^:]*):([1-9]\d{0,15})$/.exec(text) ?? [];
  if (isLogin.test(login) && Number.isSafeInteger(Number(id))) return { login, id: Number(id) };
  throw new GateFailure('usage', `--by takes LOGIN:ID, such as ann:583231; not ${JSON.stringify(text)}.`);
}
