import { parse } from 'yaml';

export type Json = Readonly<Record<string, unknown>>;

/** A mapping, and an empty one for everything else: a workflow may have any shape. */
export const asMap = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** The texts of a list, or a text alone. */
export const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');

/** A text, number or truth value as text; undefined for everything else. */
export const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;

/** A workflow file as GitHub reads it. @returns undefined where the text is not a YAML mapping */
export function parseWorkflow(text: string): Json | undefined {
  let workflow: unknown;
  try {
    // GitHub reads anchors and aliases; the bound keeps them from growing.
    workflow = parse(text, { maxAliasCount: 100, logLevel: 'error' });
    // An alias may stand inside of what it names. This throws, and nothing that reads the workflow ends otherwise.
    JSON.stringify(workflow);
  } catch {
    return undefined;
  }
  return typeof workflow === 'object' && workflow !== null && !Array.isArray(workflow) ? (workflow as Json) : undefined;
}

/** What starts a workflow. */
export function eventsOf({ on }: Json): ReadonlySet<string> {
  return new Set(typeof on === 'object' && on !== null && !Array.isArray(on) ? Object.keys(on) : texts(on));
}

export const stepsOf = (job: Json): readonly Json[] => (Array.isArray(job['steps']) ? job['steps'] : []).map(asMap);

/** What the token of a job may do, by scope; `read-all` or `write-all` for everything; undefined: the repository's default. */
export type Permissions = Readonly<Record<string, string>> | 'read-all' | 'write-all' | undefined;

/** A job's own `permissions` replace those of its workflow as a whole. */
export function permissionsOf(workflow: Json, job: Json): Permissions {
  const given = job['permissions'] ?? workflow['permissions'];
  if (given === undefined || given === null) return undefined;
  if (given === 'read-all' || given === 'write-all') return given;
  return Object.fromEntries(Object.entries(asMap(given)).map(([scope, access]) => [scope, String(access)]));
}

/** The secrets that a job names, the token aside; `all` where it hands them on without naming any. */
export function secretsOf(workflow: Json, job: Json): readonly string[] {
  const text = JSON.stringify([workflow['env'] ?? null, job]);
  const named = [...text.matchAll(/\bsecrets(?:\.([A-Za-z_]\w*)|\s*\[\s*\\?['"]([^'"\\]+))/gu)].map(
    ([, dotted, quoted]) => dotted ?? quoted ?? '',
  );
  const handsOnAll = job['secrets'] === 'inherit' || /\btoJSON\(\s*secrets\s*\)/iu.test(text);
  const own = [...new Set(named)].filter((name) => name.toUpperCase() !== 'GITHUB_TOKEN').sort();
  return handsOnAll ? ['all', ...own] : own;
}
