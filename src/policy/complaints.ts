import * as z from 'zod';

import { GateFailure } from '../errors.ts';
import { quoted } from '../text/visible.ts';
import { nearest } from './nearest.ts';
import { plainRepository } from '../text/plain-repository.ts';
import { laterKeys } from './schema.ts';
import type { PolicyDocument } from './yaml.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Replaces the library's own messages where the schema has none: they say only what was expected. */
export const expectations: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_value') return `expected ${choice(issue.values)}`;
  if (issue.code === 'invalid_type') return `expected ${article[issue.expected] ?? issue.expected}`;
  if (issue.code === 'too_small') return `expected at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `expected at most ${issue.maximum}`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'expected another name';
  return 'expected another value';
};

const article: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: '`true` or `false`',
};

const choice = (values: readonly unknown[]) => {
  const words = values.map((value) => quoted(String(value), 64));
  return words.length < 2 ? words.join('') : `one of ${words.join(', ')}`;
};

/** Failures of one kind that are reported: nobody reads more, and a hostile file has tens of thousands. */
const maxComplaints = 100;

/**
 * The schema's objections to a file, as failures in the order of the file: the place, what was expected, what was found,
 * and what was probably meant.
 */
export function complaints(
  issues: readonly Issue[],
  { schema, document, path }: { schema: z.ZodType; document: PolicyDocument; path: string },
): readonly GateFailure[] {
  const failures = issues
    .slice(0, maxComplaints)
    .flatMap(branchMeant)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, maxComplaints).map((key) => {
            const message = unknownKey(issue.path, key, schema);
            return new GateFailure('policy-invalid', message, { path, ...document.place([...issue.path, key]) });
          })
        : [
            new GateFailure('policy-invalid', mistake(issue, document), {
              path,
              ...document.place(issue.path, 'value'),
            }),
          ],
    );
  return failures.sort(inFileOrder);
}

type Placed = Pick<GateFailure, 'line' | 'column'>;

export function inFileOrder({ line = 0, column = 0 }: Placed, other: Placed): number {
  return line - (other.line ?? 0) || column - (other.column ?? 0);
}

/** A union reports all its branches: the one that was meant is the one that got furthest. */
function branchMeant(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const progress = (branch: readonly Issue[]) =>
    Math.min(
      ...branch.map(({ code, path }) =>
        path.length > 0 || code === 'unrecognized_keys' ? 2 : code === 'invalid_type' ? 0 : 1,
      ),
    );
  const [meant = []] = [...issue.errors].sort((a, b) => progress(b) - progress(a));
  return meant.flatMap((inner) => branchMeant({ ...inner, path: [...issue.path, ...inner.path] }));
}

function unknownKey(path: Path, key: string, schema: z.ZodType): string {
  const where = path.length === 0 ? '' : ` in ${quoted(spell(path))}`;
  if (laterKeys[spell(path).replaceAll(/\[\d+\]/g, '[]')]?.includes(key) === true) {
    return `the key ${quoted(key, 64)}${where} is not supported by this version yet; remove it, because it would not be enforced`;
  }
  const known = keysAt(schema, path);
  const meant = nearest(key, known);
  const advice = meant === undefined ? `expected ${choice(known)}` : `did you mean ${quoted(meant)}?`;
  return `unknown key ${quoted(key, 64)}${where}; ${advice}`;
}

function mistake(issue: Issue, document: PolicyDocument): string {
  const subject = issue.path.length === 0 ? document.what : quoted(spell(issue.path));
  const found = valueAt(document.value, issue.path);
  if (found === undefined) return `${subject} is missing: ${issue.message}`;
  const values = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const meant = typeof found === 'string' ? (nearest(found, values) ?? respelling(found, issue)) : undefined;
  const advice = meant === undefined || meant === found ? '' : `; did you mean ${quoted(meant)}?`;
  return `${subject}: ${issue.message}; found ${describe(found)}${advice}`;
}

/** The same repository in the spelling that is asked for, where the text only has another one. */
function respelling(found: string, issue: Issue): string | undefined {
  const plain = plainRepository(found);
  if (plain === undefined) return undefined;
  if (issue.code === 'custom') return issue.params?.['repository'] === plain ? plain : undefined;
  const address = `https://${plain}`;
  return issue.code === 'invalid_format' && matchesFormat(address, issue) ? address : undefined;
}

function matchesFormat(text: string, issue: z.core.$ZodIssueInvalidStringFormat): boolean {
  const [, source] = /^\/(.*)\/$/.exec(issue.pattern ?? '') ?? [];
  return source !== undefined && new RegExp(source).test(text);
}

function describe(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return describeText(value);
  return typeof value === 'number' || typeof value === 'boolean'
    ? `the ${typeof value} ${quoted(String(value), 64)}`
    : 'something else';
}

/** The user info of a URL may be a secret, so it is hidden; a text that looks like a number or a boolean is called a text. */
function describeText(text: string): string {
  const shown = quoted(text.replaceAll(/\/\/[^/\s]*@/g, '//***@'), 64);
  return /^([-+.\d].*|true|false|null|~?)$/i.test(text) && text.length < 16 ? `the text ${shown}` : shown;
}

/** `exceptions[0].rules[1]`. */
export function spell(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, part) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    return (at as Readonly<Record<PropertyKey, unknown>>)[part];
  }, value);
}

/** The keys that the schema knows at a place. */
function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  const [part, ...rest] = path;
  if (schema instanceof z.ZodRecord) return part === undefined ? [] : keysAt(schema.valueType, rest);
  if (schema instanceof z.ZodArray) return part === undefined ? [] : keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  if (part === undefined) return Object.keys(shape);
  const member = typeof part === 'string' && Object.hasOwn(shape, part) ? shape[part] : undefined;
  return member === undefined ? [] : keysAt(member, rest);
}
