import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  optionsOf
} from "./chunk-policy-rule-settings.js";
import {
  applicationOf
} from "./chunk-policy-profiles.js";

// src/policy/settings-in-force.ts
function appliedProfiles(policy, occurrences) {
  const found = /* @__PURE__ */ new Map();
  for (const occurrence of occurrences) {
    const application = applicationOf(policy.apply, occurrence);
    const [profile, entry] = [application?.profile ?? null, application?.origin ?? null];
    const way = { importer: occurrence.importer ?? null, dependencyType: occurrence.dependencyType ?? null };
    const key = JSON.stringify([profile, entry]);
    found.set(key, { profile, entry, ways: [...found.get(key)?.ways ?? [], way] });
  }
  return [...found.values()];
}
function settingsUnder(policy, profile) {
  return (profile === null ? void 0 : policy.profiles.get(profile)?.settings) ?? policy.settings;
}
function originUnder(policy, profile, rule, key) {
  const own = profile === null ? void 0 : policy.origins.get(`profiles.${profile}.rules.${rule}.${key}`);
  return own ?? policy.origins.get(`rules.${rule}.${key}`) ?? "default";
}
function rulesUnder(policy, profile, rules) {
  const settings = settingsUnder(policy, profile);
  return rules.flatMap(({ id, floor }) => {
    const setting = settings.get(id);
    if (setting === void 0) return [];
    const options = Object.entries({ ...setting.codes, ...optionsOf(setting) }).map(([name, value]) => ({
      name,
      value,
      origin: originUnder(policy, profile, id, name)
    }));
    return [{ id, level: setting.level, floor, origin: originUnder(policy, profile, id, "level"), options }];
  });
}
function contextUnder({ settings, proposers: listed }, given) {
  const about = listed === void 0 ? given : { ...given, listed };
  const setting = settings.get("new-direct-dependency");
  if (setting === void 0) return about;
  const { marks, dependencyBots, formatters } = optionsOf(setting);
  return { ...about, proposers: { marks, dependencyBots, formatters } };
}

export {
  appliedProfiles,
  settingsUnder,
  originUnder,
  rulesUnder,
  contextUnder
};
