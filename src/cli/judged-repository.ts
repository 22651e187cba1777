import { GateFailure } from '../errors.ts';

/** `owner/name` and the host of `origin`'s configured address; undefined where it has no such form. */
export async function originPlace(
  folder: string,
): Promise<{ readonly host: string; readonly name: string } | undefined> {
  const [{ openRepository }, { originAddress }] = await Promise.all([
    import('../repository/git.ts'),
    import('../repository/git-origin.ts'),
  ]);
  const address = (await originAddress(await openRepository(folder))) ?? '';
  const [, host, name] =
    /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+)?[:/]+([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  return host === undefined || name === undefined ? undefined : { host: host.toLowerCase(), name };
}

/** `owner/name`, as the configured address of `origin` ends; undefined where there is none. */
export async function originOf(folder: string): Promise<string | undefined> {
  const [{ openRepository }, { originAddress }] = await Promise.all([
    import('../repository/git.ts'),
    import('../repository/git-origin.ts'),
  ]);
  const address = await originAddress(await openRepository(folder));
  return /[/:]([^/:]+\/[^/:]+?)(?:\.git)?\/?$/.exec(address ?? '')?.[1];
}

/** What the repository of a folder is called on GitHub, by its `origin` and by the job that runs; empty where nothing says it. */
export async function judgedNames(folder: string): Promise<readonly string[]> {
  const names = [process.env['GITHUB_REPOSITORY'], await originOf(folder).catch(noRepository)];
  return names.filter((name): name is string => name !== undefined && /^[\w.-]+\/[\w.-]+$/.test(name));
}

function noRepository(cause: unknown): undefined {
  if (!(cause instanceof GateFailure)) throw cause;
}
