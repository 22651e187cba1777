/** Hours that Renovate's own presets wait for npm packages, by its documentation of November 2026. */
const waiting: Readonly<Record<string, number>> = {
  'config:best-practices': 72,
  'security:minimumReleaseAgeNpm': 72,
  'npm:unpublishSafe': 72,
};

/** Renovate's own presets that say nothing of ages: whole groups, and single ones of groups that have others. */
const GROUPS =
  /^(?::|(?:default|group|schedule|monorepo|docker|helpers|workarounds|replacements|customManagers|regexManagers|mergeConfidence|packages|preview|abandonments|global|compatibility):)/;
const single: ReadonlySet<string> = new Set([
  ...['config:recommended', 'config:base', 'config:js-app', 'config:js-lib', 'config:semverAllMonthly'],
  ...['config:semverAllWeekly', 'security:openssf-scorecard', 'security:only-security-updates'],
]);

/**
 * How long a preset waits for npm packages, in hours; 0: it says nothing of ages. Undefined for one that is not known here,
 * such as one of a repository.
 */
export function presetHours(preset: string): number | undefined {
  const name = preset.replace(/\(.*\)$/s, '');
  if (Object.hasOwn(waiting, name)) return waiting[name];
  if (name === ':unpublishSafe' || name === 'default:unpublishSafe') return waiting['npm:unpublishSafe'];
  return GROUPS.test(name) || single.has(name) ? 0 : undefined;
}
