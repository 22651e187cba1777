import { scalarText } from './workflow-file.ts';

/**
 * Who decides what a value of a workflow is: `operator`, who wrote it or set a variable of Actions; `proposer`, whose pull
 * request it is read from; `unread` where the text alone does not say.
 */
export type Author = 'operator' | 'proposer' | 'unread';

const longest = 20_000;
/** A quoted text may hold the braces that end an expression. */
const expression = /\$\{\{((?:'[^']*'|(?!\}\})[^'])*)\}\}/gu;
const constants = new Set(['true', 'false', 'null', 'nan', 'infinity']);
/** What of the `github` context no pull request chooses. What the event says is about the pull request. */
const settled =
  /^\.(?:repository(?:_owner|_id|_owner_id|_visibility|url)?|(?:server|api|graphql)_url|event_name|token|run_id|run_number|run_attempt|workflow|workspace|job|event\.repository\..+)$/u;

/** Who decides a value with `${{ }}` in it; a list or mapping has the worst of its values. */
export function authorOf(value: unknown): Author {
  if (typeof value === 'object' && value !== null) return worst(Object.entries(value).flat().map(authorOf));
  if (typeof value !== 'string' || !value.includes('${{')) return 'operator';
  if (value.length > longest || value.replaceAll(expression, '').includes('${{')) return 'unread';
  return worst([...value.matchAll(expression)].map(([, text = '']) => authorOfExpression(text)));
}

/** What a condition does with a step or job: it always runs, it never does, or who decides. */
export function conditionDoes(value: unknown): 'always' | 'never' | Author {
  if (value === undefined || value === null || value === '') return 'always';
  const text = scalarText(value)?.trim();
  if (text === undefined) return 'unread';
  const bare = (/^\$\{\{([^{}]*)\}\}$/u.exec(text)?.[1] ?? text).trim().replaceAll(/\s+/gu, '').toLowerCase();
  if (/^(?:true|always\(\)|success\(\)|!cancelled\(\)|!failure\(\)|!false)$/u.test(bare)) return 'always';
  if (/^(?:false|failure\(\)|cancelled\(\)|!true|!always\(\)|!success\(\)|null|0|'')$/u.test(bare)) return 'never';
  return text.includes('${{') ? authorOf(text) : authorOfExpression(text);
}

function authorOfExpression(text: string): Author {
  if (text.length > longest) return 'unread';
  const bare = text.replaceAll(/'[^']*'/gu, "''").toLowerCase();
  const named = bare.matchAll(/(?<![\w.-])([a-z_][\w-]*)((?:\.[\w*-]+)*)(\s*\()?/gu);
  return worst(
    [...named].map(([, name = '', path = '', call]): Author => {
      if (call !== undefined) return name === 'hashfiles' ? 'proposer' : 'operator';
      if (name === 'vars' || constants.has(name)) return 'operator';
      return name === 'github' && !settled.test(path) ? 'proposer' : 'unread';
    }),
  );
}

function worst(authors: readonly Author[]): Author {
  return authors.find((each) => each === 'proposer') ?? authors.find((each) => each === 'unread') ?? 'operator';
}
