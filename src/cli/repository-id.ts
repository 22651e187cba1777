import { GateFailure } from '../errors.ts';
import type { Flags } from './flags.ts';
import { connectionFromEnv } from './github-connection.ts';
import { originPlace } from './judged-repository.ts';

/**
 * The numeric id of the repository that is judged: as the flag says; in a job that judges its own repository, as the job says; else
 * asked of the GitHub that `origin` is on, with the token of the environment. Undefined where nothing says it: a wrong id would
 * make records of another repository count here.
 */
export async function repositoryIdOf({
  repositoryId,
  offline,
  repo,
  headDir,
  dir,
}: Flags): Promise<number | undefined> {
  if (repositoryId !== undefined) return repositoryId;
  const origin = await originPlace(repo ?? headDir ?? dir ?? '.').catch(noRepository);
  const { GITHUB_REPOSITORY: name, GITHUB_REPOSITORY_ID: own } = process.env;
  const isOwn = origin !== undefined && origin.name.toLowerCase() === name?.toLowerCase();
  if (isOwn && own !== undefined && /^[1-9]\d{0,15}$/.test(own)) return Number(own);
  const { apiUrl, token } = connectionFromEnv();
  if (offline || !token || origin === undefined || origin.host !== hostOf(apiUrl)) return undefined;
  const [{ connect }, { idOf }] = await Promise.all([
    import('../platform/github/api.ts'),
    import('../platform/github/same-repository.ts'),
  ]);
  const { request } = await connect({ apiUrl, token });
  // What GitHub does not say is not known: then nothing is approved, and the report says so.
  return idOf(origin.name, request).catch(() => undefined);
}

/** Where the repositories are whose API this is. */
export function hostOf(apiUrl: string): string | undefined {
  const host = URL.canParse(apiUrl) ? new URL(apiUrl).hostname : undefined;
  return host === 'api.github.com' ? 'github.com' : host;
}

function noRepository(cause: unknown): undefined {
  if (!(cause instanceof GateFailure)) throw cause;
}
