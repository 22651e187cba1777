import { nearest } from '../../policy/nearest.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { quoted } from '../../text/visible.ts';
import type { Fate, Option } from './option.ts';
import { looser, noCounterpart, nothing, ruled, shown } from './option.ts';
import { switchOf, textsOf } from './values.ts';

/** The options of lockfile-lint, by its src/config.js at ec6cbbaff4be757999c5f707592bad4032cd9c74 (docs/from-lockfile-lint.md). */

const addresses = nothing(
  'every address is compared with the whole one that the registry of its scope has; nothing lowers that',
);
const unclear = (expected: string): Fate => noCounterpart(`its value is not understood: expected ${expected}`);

/** Hosts of the public registry, and the short names that lockfile-lint has for them. */
const publicHosts = /^(?:npm|yarn|registry\.(?:npmjs\.org|yarnpkg\.com))$/;
const gitHosts: ReadonlySet<string> = new Set([
  'github.com',
  'codeload.github.com',
  'gitlab.com',
  'bitbucket.org',
  'git@github.com',
]);

const fromGit =
  'dependencies from git are findings of the rule `source`; to let a repository in at a full commit, write `rules: { source: { allow: [github.com/OWNER/NAME] } }`';

const known: Readonly<Record<string, (value: JsonValue) => Fate | readonly Fate[]>> = {
  path: () => nothing('every lockfile of the repository is judged'),
  type: () => nothing('the format is read from the file itself'),
  format: () => nothing('the output is chosen on the command line: `--format`'),
  'validate-https': (value) => (isOff(value) ? nothing('it is always checked') : addresses),
  'validate-package-names': (value) => (isOff(value) ? nothing('it is always checked') : [addresses, ruled('alias')]),
  'validate-integrity': (value) => (isOff(value) ? nothing('it is always checked') : ruled('integrity')),
  'validate-integrity-strict': (value) => (isOff(value) ? nothing('it is always checked') : ruled('integrity')),
  'integrity-exclude': (value) => {
    const names = textsOf(value);
    if (names === undefined) return unclear('a list of packages');
    return names.length === 0
      ? nothing('the list is empty')
      : looser(
          'it waives integrity of every version for ever; what is locked already is not judged again, and for a change write `exceptions: [{ package, rules: [integrity], reason, expires }]`',
        );
  },
  'empty-hostname': (value) =>
    isOff(value) ? ruled('source') : nothing('a dependency that has no address is judged by the rule `source`'),
  'allowed-hosts': (value) => {
    const hosts = textsOf(value);
    return hosts === undefined
      ? unclear('a list of hosts')
      : [...new Map(hosts.map((each) => [each, hostFate(each)])).values()];
  },
  'allowed-schemes': (value) => {
    const schemes = textsOf(value);
    if (schemes === undefined) return unclear('a list of schemes');
    const others = schemes.filter((each) => each !== 'https:');
    if (others.length === 0) return [addresses, ruled('source')];
    return others.map((each) =>
      each.startsWith('git')
        ? looser(fromGit)
        : looser(`${quoted(each, 40)} stays a finding: an address that is not https is never compared with less`),
    );
  },
  'allowed-urls': (value) => {
    const urls = textsOf(value);
    return urls === undefined ? unclear('a list of addresses') : urls.map(() => looser(fromGit));
  },
  'allowed-package-name-aliases': () =>
    nothing('an alias that is locked already is not judged again; a new one is a finding of the rule `alias`'),
};

const isOff = (value: JsonValue): boolean => switchOf(value) === false;

function hostFate(host: string): Fate {
  const name = host.replace(/^https?:\/\//, '').replace(/\/+$/, '');
  if (publicHosts.test(name)) return addresses;
  if (gitHosts.has(name)) return looser(fromGit);
  return noCounterpart(
    `a host is not an address: where ${quoted(name, 60)} is a registry that the committed settings (\`.npmrc\` and the like) name, nothing is needed; else write \`registries: [{ url, scopes }]\` with its whole address`,
  );
}

/** The short flags of its command line. */
const short: Readonly<Record<string, string>> = {
  ...{ p: 'path', t: 'type', s: 'validate-https', n: 'validate-package-names', i: 'validate-integrity', f: 'format' },
  ...{
    e: 'empty-hostname',
    a: 'allowed-hosts',
    o: 'allowed-schemes',
    u: 'allowed-urls',
    l: 'allowed-package-name-aliases',
  },
};

/** `allowedHosts`, `a` and `allowed-hosts` are one option. */
function optionName(written: string): string {
  const name = written.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.hasOwn(short, name) ? (short[name] as string) : name;
}

export const isLintOption = (written: string): boolean => Object.hasOwn(known, optionName(written));

/** What one option becomes; several lines where its values become different things. */
export function lintOption(written: string, value: JsonValue, line: number): readonly Option[] {
  const name = optionName(written);
  const option = { name: written.length === 1 ? name : written, value: shown(value), line };
  const translate = Object.hasOwn(known, name) ? known[name] : undefined;
  if (translate !== undefined) return [translate(value)].flat().map((becomes) => ({ ...option, becomes }));
  const meant = nearest(name, Object.keys(known));
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return [
    {
      name: written,
      line,
      becomes: { is: 'unknown', why: `lockfile-lint has no such option${hint} Nothing is written for it` },
    },
  ];
}

/** Options that take several values. */
const lists: ReadonlySet<string> = new Set(
  Object.keys(known).filter((name) => name.startsWith('allowed-') || name === 'integrity-exclude'),
);

/**
 * The options in a script of a manifest: `lockfile-lint --path yarn.lock --allowed-hosts npm yarn`.
 * @returns undefined for a script that does not run it
 */
export function lintFlags(script: string): readonly (readonly [name: string, value: JsonValue])[] | undefined {
  const words = [...script.matchAll(/"([^"]*)"|'([^']*)'|(&&|\|\||[;|])|([^\s"';&|]+)/g)].map(
    ([, double, single, end, bare]) => ({ text: double ?? single ?? bare ?? '', isEnd: end !== undefined }),
  );
  const start = words.findIndex(({ text }) => /(?:^|\/)lockfile-lint(?:@[\w.^~-]+)?$/.test(text));
  if (start < 0) return undefined;
  const rest = words.slice(start + 1);
  const end = rest.findIndex(({ isEnd }) => isEnd);
  const options = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const { text } of end < 0 ? rest : rest.slice(0, end)) {
    const [, flag, given] = /^--?([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (flag === undefined) {
      // Without a flag in front, a word is an argument of none.
      (current ?? (current = options.set('', []).get('') ?? [])).push(text);
      continue;
    }
    const isNegated = flag.startsWith('no-') && isLintOption(flag.slice(3));
    const name = isNegated ? flag.slice(3) : flag;
    current = options.get(name) ?? [];
    options.set(name, current);
    if (isNegated) current.push('false');
    if (given !== undefined) current.push(given);
  }
  return [...options].map(([name, values]) => [name, valueOf(name, values)]);
}

function valueOf(name: string, values: readonly string[]): JsonValue {
  if (lists.has(optionName(name))) return values;
  return values.length === 0 ? true : values.join(' ');
}
