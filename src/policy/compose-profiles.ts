import type { Rule, RuleSetting } from '../model/rule.ts';
import type { AcceptedFile } from './effective-policy.ts';
import type { Application, Profile } from './profiles.ts';
import { builtInProfiles, compileConditions } from './profiles.ts';
import { laidOver } from './rule-settings.ts';
import type { RuleEntry } from './schema/rules.ts';

/**
 * The profiles that a file defines, and the built-in ones that it applies and does not define, laid over its settings.
 * Where each value of them comes from is added to `origins` (`profiles.sandbox.rules.cooldown.level`).
 */
export function profilesOf(
  accepted: AcceptedFile | undefined,
  settings: ReadonlyMap<string, RuleSetting>,
  rules: readonly Rule[],
  origins: Map<string, string>,
): ReadonlyMap<string, Profile> {
  if (accepted === undefined) return new Map();
  const { file, written, lineOf, originOf } = accepted;
  const defined = Object.entries(file.profiles ?? {});
  const builtIn = Object.entries(builtInProfiles).filter(
    ([name]) => !defined.some(([one]) => one === name) && (file.apply ?? []).some(({ profile }) => profile === name),
  );
  const compose = (
    [name, { description, rules: entries }]: readonly [string, { description?: string | undefined; rules: Entries }],
    isBuiltIn: boolean,
  ): readonly [string, Profile] => {
    const set = rules.filter(({ id }) => Object.hasOwn(entries, id) && entries[id] !== undefined);
    for (const { id } of set) {
      const path = `profiles.${name}.rules.${id}`;
      const members = ['profiles', name, 'rules', id];
      if (isBuiltIn) origins.set(`${path}.level`, 'built in');
      else if (typeof entries[id] === 'string') origins.set(`${path}.level`, originOf(members));
      else for (const one of written(id, name)) origins.set(`${path}.${one}`, originOf([...members, one]));
    }
    const own = set.flatMap(({ id }) => {
      const setting = settings.get(id);
      return setting === undefined
        ? []
        : [[id, laidOver(setting, entries[id], isBuiltIn ? [] : written(id, name))] as const];
    });
    const line = isBuiltIn ? 0 : lineOf(['profiles', name]);
    const origin = isBuiltIn ? 'built in' : originOf(['profiles', name]);
    const details = { ...(description === undefined ? {} : { description }), line, origin };
    return [name, { name, ...details, rules: set.map(({ id }) => id), settings: new Map([...settings, ...own]) }];
  };
  return new Map([...defined.map((one) => compose(one, false)), ...builtIn.map((one) => compose(one, true))]);
}
type Entries = Readonly<Record<string, RuleEntry | undefined>>;

/** The entries of `apply` with their conditions compiled. */
export function applicationsOf(accepted: AcceptedFile | undefined): readonly Application[] {
  return (accepted?.file.apply ?? []).map(({ profile, paths, workspaces, dependencyTypes, packages }, index) => {
    const conditions = {
      ...(paths && { paths }),
      ...(workspaces && { workspaces }),
      ...(dependencyTypes && { dependencyTypes }),
      ...(packages && { packages }),
    };
    return {
      ...conditions,
      profile,
      line: accepted?.lineOf(['apply', index]) ?? 1,
      origin: accepted?.originOf(['apply', index]) ?? '',
      fits: compileConditions(conditions),
    };
  });
}
