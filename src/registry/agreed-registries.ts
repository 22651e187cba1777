import { GateFailure } from '../errors.ts';
import type { NamedRegistry } from '../managers/named-registry.ts';
import { quoted } from '../text/visible.ts';
import { article } from './given-registries.ts';
import { canonicalRegistry } from './registry-map.ts';

/**
 * The registries that the projects of one run agree on: canonical addresses by scope, the default's under the empty text. What the root's
 * files name counts for every project that leaves it open; two addresses in one project contradict each other too, because
 * managers and their versions differ in which file counts. What another folder's files name must be named alike by all: else a
 * pull request could add a lockfile beside some fixture's settings, and all of it would be judged by the fixture's registry.
 * In the same way a lockfile of npm must not make the root's `.npmrc` count for Yarn 2, which does not read it.
 * @param decided scopes (and the empty text) on which the operator has the last word, so that what files say does not matter
 * @param readsNpmrc whether a project, by its position, is installed by a manager that reads `.npmrc`
 * @throws GateFailure `configuration-invalid`; it never holds a value
 */
export function agreedRegistries(
  projects: readonly (readonly NamedRegistry[])[],
  decided: ReadonlySet<string>,
  readsNpmrc: (project: number) => boolean = () => true,
): ReadonlyMap<string, string> {
  const agreed = new Map<string, { readonly url: string; readonly by: NamedRegistry }>();
  for (const by of projects.flat()) {
    const { scope = '' } = by;
    if (decided.has(scope)) continue;
    const before = agreed.get(scope);
    const url = addressOf(by);
    if (before === undefined) agreed.set(scope, { url, by });
    else if (before.url !== url) throw contradiction(scope, before.by, by);
    const open = [...projects.keys()].filter((at) => projects[at]?.every((each) => (each.scope ?? '') !== scope));
    const isStranger = (at: number) => by.path.includes('/') || (/(?:^|\/)\.npmrc$/.test(by.path) && !readsNpmrc(at));
    if (open.some(isStranger)) throw contradiction(scope, undefined, by);
  }
  return new Map([...agreed].map(([scope, { url }]) => [scope, url]));
}

function addressOf(named: NamedRegistry): string {
  const { url, path, line } = named;
  const read = url.includes('${')
    ? ({ fault: 'an environment variable that is not set' } as const)
    : canonicalRegistry(url);
  if ('url' in read) return read.url;
  throw new GateFailure(
    'configuration-invalid',
    `The registry${named.scope === undefined ? '' : ` of ${quoted(named.scope, 100)}`} has ${article(read.fault)}; set it to the registry's https URL.`,
    { path, ...(line === undefined ? {} : { line }) },
  );
}

/** @param one undefined: another project of the change names none */
function contradiction(scope: string, one: NamedRegistry | undefined, other: NamedRegistry): GateFailure {
  const what = scope === '' ? 'the default registry' : `the registry of ${quoted(scope, 100)}`;
  const at = one?.line === undefined ? '' : `, line ${one.line}`;
  const { path, line } = other;
  const differ =
    one === undefined
      ? `This file names ${what}, but no file does for another lockfile of the same change`
      : `This file and ${quoted(one.path, 200)}${at} name different addresses for ${what}, and this change needs both`;
  return new GateFailure(
    'configuration-invalid',
    `${differ}; name the one to trust under \`registries\` of the policy, leave one lockfile out by \`lockfiles.exclude\`, or change them in separate pull requests.`,
    { path, ...(line === undefined ? {} : { line }) },
  );
}
