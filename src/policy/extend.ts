import type { Place } from '../errors.ts';
import { asOneFailure, GateFailure } from '../errors.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile } from './effective-policy.ts';
import type { PolicyFile, RuleEntry } from './schema.ts';
import { builtInProfiles } from './profiles.ts';
import { rules } from '../rules/index.ts';
import { isLocal, referenceOf } from './references.ts';
import { registries } from './schema/registries.ts';

/** One file merged over the file that it extends (docs/decisions/0159, docs/decisions/0261). */

/** Lists that are concatenated: this file's own entries come first. */
const lists = [
  'baselines',
  'registries',
  'provenance',
  'publishers',
  'allow',
  'deny',
  'apply',
  'exceptions',
  'proposers',
] as const;
const isList = (key: PropertyKey | undefined): key is (typeof lists)[number] => lists.some((one) => one === key);

/**
 * Both files combined. For what comes from the other one, `lineOf` is 0 and `originOf` names its file.
 * @param place of the own file's `extends`, where contradictions between the two are reported
 * @throws GateFailure `policy-invalid` where the other file extends more than a preset, names a file of its own
 *   repository, or contradicts what may be given only once.
 */
export function extendFile(own: AcceptedFile, other: AcceptedFile, place: Required<Place>): AcceptedFile {
  const { trustedRoot, extends: preset } = other.file;
  const refuse = (message: string) => new GateFailure('policy-invalid', `${quoted('extends')}: ${message}`, place);
  if (referenceOf(preset) !== undefined) {
    throw refuse('the policy that it names extends another policy file; it may only extend a preset');
  }
  if (trustedRoot !== undefined && !isLocal(own.file.extends)) {
    throw refuse(
      'the policy that it names has a `trustedRoot`, which is a file of its own repository; set `trustedRoot` here instead',
    );
  }
  const file = {
    ...other.file,
    ...own.file,
    extends: preset,
    ...lockfilesOf(own.file, other.file),
    ...((own.file.sources ?? other.file.sources) ? { sources: { ...other.file.sources, ...own.file.sources } } : {}),
    ...rulesOf(own, other),
    ...((own.file.profiles ?? other.file.profiles)
      ? { profiles: { ...other.file.profiles, ...own.file.profiles } }
      : {}),
    ...Object.fromEntries(lists.flatMap((key) => listOf(key, own.file, other.file))),
  } as PolicyFile;
  demandConsistent(file, refuse);
  const resolve = (members: readonly PropertyKey[]) => ownerOf(members, own, other);
  return {
    file,
    written: (rule, profile) =>
      profile === undefined
        ? Object.keys((file.rules as Entries)?.[rule] ?? {})
        : (hasProfile(own, profile) ? own : other).written(rule, profile),
    lineOf: (members) => {
      const { file: owner, path } = resolve(members);
      return owner === own ? own.lineOf(path) : 0;
    },
    placeOf: (members, of) => {
      const { file: owner, path } = resolve(members);
      return owner.placeOf(path, of);
    },
    originOf: (members) => {
      const { file: owner, path } = resolve(members);
      return owner.originOf(path);
    },
  };
}

type Entries = Readonly<Record<string, RuleEntry | undefined>> | undefined;

const hasProfile = ({ file }: AcceptedFile, name: PropertyKey) => Object.hasOwn(file.profiles ?? {}, name);

function listOf(key: (typeof lists)[number], own: PolicyFile, other: PolicyFile): [string, readonly unknown[]][] {
  const [mine, theirs] = [own[key], other[key]] as (readonly unknown[] | undefined)[];
  return mine === undefined && theirs === undefined ? [] : [[key, [...(mine ?? []), ...(theirs ?? [])]]];
}

function lockfilesOf({ lockfiles: own }: PolicyFile, { lockfiles: other }: PolicyFile): Pick<PolicyFile, 'lockfiles'> {
  if (own === undefined && other === undefined) return {};
  const [include, exclude] = [own?.include ?? other?.include, own?.exclude ?? other?.exclude];
  return { lockfiles: { ...(include && { include }), ...(exclude && { exclude }) } };
}

/**
 * A level alone keeps the other file's options, and so does an entry for the options that it leaves out. It replaces the levels
 * that the other file gives single codes.
 */
function rulesOf(own: AcceptedFile, other: AcceptedFile): { readonly rules?: Readonly<Record<string, RuleEntry>> } {
  const ids = [...new Set([own, other].flatMap(({ file }) => Object.keys(file.rules ?? {})))];
  if (ids.length === 0) return {};
  const part = (of: AcceptedFile, id: string): Readonly<Record<string, unknown>> => {
    const entry = (of.file.rules as Entries)?.[id];
    if (entry === undefined) return {};
    if (typeof entry === 'string') return { level: entry };
    return Object.fromEntries(of.written(id).map((key) => [key, entry[key]]));
  };
  const beneath = (id: string, mine: Readonly<Record<string, unknown>>) => {
    const theirs = part(other, id);
    if (mine.level === undefined) return theirs;
    return Object.fromEntries(Object.entries(theirs).filter(([key]) => !isCode(id, key)));
  };
  const both = ids.map((id) => {
    const mine = part(own, id);
    return [id, { ...beneath(id, mine), ...mine }] as const;
  });
  return { rules: Object.fromEntries(both) };
}

/** Whether a key of a rule's entry is the level of a code, and no option. */
function isCode(id: string, key: string): boolean {
  const rule = rules.find((one) => one.id === id);
  return rule !== undefined && Object.hasOwn(rule.messages, key) && !Object.hasOwn(rule.defaults ?? {}, key);
}

/** What the schema of one file cannot see: a registry, a scope or an id in both files, or a profile in neither. */
function demandConsistent(
  { registries: all, exceptions = [], apply = [], profiles = {}, proposers = [] }: PolicyFile,
  refuse: (message: string) => GateFailure,
): void {
  const found = registries.safeParse(all ?? []).error?.issues ?? [];
  const ids = exceptions.flatMap(({ id }) => id ?? []);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const accounts = proposers.map(({ login, id }) => String(id ?? login.toLowerCase()));
  const doubled = accounts.filter((one, index) => accounts.indexOf(one) !== index);
  const known = { ...profiles, ...builtInProfiles };
  const missing = apply.filter(({ profile }) => !Object.hasOwn(known, profile)).map(({ profile }) => profile);
  const [first, ...others] = [
    ...found.map(
      (issue) => `together with the policy that it names, ${quoted('registries')} is invalid: ${issue.message}`,
    ),
    ...[...new Set(twice)].map((id) => `the policy that it names already has the exception ${quoted(id)}`),
    ...[...new Set(doubled)].map(
      (one) => `the policy that it names already lists ${quoted(one)} under ${quoted('proposers')}`,
    ),
    ...[...new Set(missing)].map((one) => `there is no profile ${quoted(one)}, here or in the policy that it names`),
  ].map(refuse);
  if (first !== undefined) throw asOneFailure([first, ...others]);
}

/** The file that a member of the combined policy comes from, and its place there. */
function ownerOf(
  members: readonly PropertyKey[],
  own: AcceptedFile,
  other: AcceptedFile,
): { file: AcceptedFile; path: readonly PropertyKey[] } {
  const [key, name, option] = members;
  const from = (file: AcceptedFile, path = members) => ({ file, path });
  const has = (file: object, one: PropertyKey | undefined) => one !== undefined && Object.hasOwn(file, one);
  if (isList(key) && typeof name === 'number') {
    const count = (own.file[key] as readonly unknown[] | undefined)?.length ?? 0;
    return name < count ? from(own) : from(other, [key, name - count, ...members.slice(2)]);
  }
  if (key === 'rules' && typeof name === 'string') {
    const entry = (own.file.rules as Entries)?.[name];
    if (entry === undefined) return from(other);
    const wanted = option === undefined || own.written(name).includes(String(option));
    return from(wanted || (option === 'level' && typeof entry === 'string') ? own : other);
  }
  if (key === 'profiles' && name !== undefined) return from(hasProfile(own, name) ? own : other);
  if ((key === 'lockfiles' || key === 'sources') && name !== undefined) {
    return from(has(own.file[key] ?? {}, name) ? own : other);
  }
  return from(has(own.file, key) && key !== 'extends' ? own : other);
}
