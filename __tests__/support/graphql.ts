import { readFileSync } from 'node:fs';

/**
 * As much of GraphQL as lockgate's queries use, over the part of GitHub's own schema that scripts/cut-graphql.mjs cut out: a
 * field, argument or type that is not in it is refused, and so is an answer that the schema does not allow.
 */

interface FieldType {
  readonly type: string;
  readonly args: Readonly<Record<string, string>>;
}
interface Schema {
  readonly types: Readonly<
    Record<string, { readonly possible?: readonly string[]; readonly fields: Readonly<Record<string, FieldType>> }>
  >;
  readonly leaves: Readonly<Record<string, readonly string[] | null>>;
}
const schema = JSON.parse(readFileSync(new URL('../fixtures/github/graphql.json', import.meta.url), 'utf8')) as Schema;

type Value =
  | { readonly variable: string }
  | { readonly list: readonly Value[] }
  | { readonly leaf: string | number | boolean | null };
interface Field {
  readonly kind: 'field';
  readonly name: string;
  readonly key: string;
  readonly args: ReadonlyMap<string, Value>;
  readonly include?: Value;
  readonly below?: readonly Selection[];
}
interface Fragment {
  readonly kind: 'fragment';
  readonly on: string;
  readonly below: readonly Selection[];
}
type Selection = Field | Fragment;

export type Arguments = Readonly<Record<string, unknown>>;
/** What a field is answered from: an object of values, lists of them, and functions of the field's arguments. */
export type Source = Readonly<Record<string, unknown>>;

export interface GraphqlAnswer {
  readonly body: unknown;
  /** What a real server would not have accepted, or not have answered: a mistake in the code or in the test. */
  readonly problems: readonly string[];
}

/**
 * @param missing fields, as `Type.field`, that this server does not know: an older Enterprise Server
 */
export function answerQuery(
  text: string,
  variables: Arguments,
  root: Source,
  missing: ReadonlySet<string> = new Set(),
): GraphqlAnswer {
  const { declared, selections } = new Parser(text).document();
  const problems = [...variableProblems(declared, variables)];
  const unknown: { type: string; field: string }[] = [];
  check('Query', selections);
  if (unknown.length > 0) {
    const errors = unknown.map(({ type, field }) => ({
      path: ['query'],
      extensions: { code: 'undefinedField', typeName: type, fieldName: field },
      locations: [{ line: 1, column: 1 }],
      message: `Field '${field}' doesn't exist on type '${type}'`,
    }));
    return { body: { errors }, problems };
  }
  if (problems.length > 0) return { body: { errors: problems.map((message) => ({ message })) }, problems };
  const errors: { type: string; path: readonly string[]; message: string }[] = [];
  const data = run('Query', root, selections, []);
  return { body: errors.length > 0 ? { data, errors } : { data }, problems };

  function check(type: string, below: readonly Selection[]): void {
    for (const one of below) {
      if (one.kind === 'fragment') {
        const allowed = schema.types[type]?.possible;
        if (one.on !== type && allowed?.includes(one.on) !== true) problems.push(`${one.on} is no ${type}`);
        check(one.on, one.below);
        continue;
      }
      if (one.name === '__typename') continue;
      const field = schema.types[type]?.fields[one.name];
      if (field === undefined) {
        problems.push(`GitHub's schema, as cut, has no field ${type}.${one.name}`);
        continue;
      }
      if (missing.has(`${type}.${one.name}`)) unknown.push({ type, field: one.name });
      for (const name of one.args.keys()) {
        if (field.args[name] === undefined) problems.push(`${type}.${one.name} takes no ${name}`);
      }
      for (const [name, wanted] of Object.entries(field.args)) {
        if (wanted.endsWith('!') && !one.args.has(name)) problems.push(`${type}.${one.name} needs ${name}`);
      }
      const size = one.args.get('first') ?? one.args.get('last');
      const isConnection = field.args['first'] !== undefined;
      if (isConnection && !(size !== undefined && 'leaf' in size && Number(size.leaf) <= 100)) {
        problems.push(`${type}.${one.name} needs first or last, at most 100`);
      }
      const named = nameOf(field.type);
      if (named in schema.leaves !== (one.below === undefined)) problems.push(`${type}.${one.name}: wrong selection`);
      if (one.below !== undefined) check(named, one.below);
    }
  }

  function run(type: string, source: Source, below: readonly Selection[], path: readonly string[]): Source {
    const found: Record<string, unknown> = {};
    const own = source['__typename'];
    const actual = typeof own === 'string' ? own : type;
    for (const one of below) {
      if (one.kind === 'fragment') {
        const isMeant = one.on === actual || schema.types[one.on]?.possible?.includes(actual) === true;
        if (isMeant) Object.assign(found, run(one.on, source, one.below, path));
        continue;
      }
      if (one.include !== undefined && valueOf(one.include) !== true) continue;
      if (one.name === '__typename') found[one.key] = actual;
      else found[one.key] = value(type, source, one, [...path, one.key]);
    }
    return found;
  }

  function value(type: string, source: Source, field: Field, path: readonly string[]): unknown {
    const wanted = schema.types[type]?.fields[field.name]?.type ?? '';
    const args = Object.fromEntries([...field.args].map(([name, given]) => [name, valueOf(given)]));
    const given = source[field.name];
    const answer: unknown = typeof given === 'function' ? (given as (args: Arguments) => unknown)(args) : given;
    if (answer instanceof GraphqlRefusal) {
      errors.push({ type: answer.type, path, message: answer.message });
      return null;
    }
    return shaped(wanted, answer, field, path);
  }

  function shaped(wanted: string, answer: unknown, field: Field, path: readonly string[]): unknown {
    const isRequired = wanted.endsWith('!');
    const type = isRequired ? wanted.slice(0, -1) : wanted;
    if (answer === null) {
      if (isRequired) problems.push(`${path.join('.')}: null, and the schema says ${wanted}`);
      return null;
    }
    if (type.startsWith('[')) {
      if (!Array.isArray(answer)) problems.push(`${path.join('.')}: no list`);
      return (answer as unknown[]).map((each) => shaped(type.slice(1, -1), each, field, path));
    }
    if (field.below !== undefined) return run(type, answer as Source, field.below, path);
    if (!isLeaf(type, answer)) problems.push(`${path.join('.')}: ${JSON.stringify(answer)} is no ${type}`);
    return answer;
  }

  function valueOf(given: Value): unknown {
    if ('variable' in given) return variables[given.variable] ?? null;
    return 'list' in given ? given.list.map(valueOf) : given.leaf;
  }
}

/** A field that GitHub refuses: null in its place, and an error. */
export class GraphqlRefusal {
  readonly type: 'FORBIDDEN' | 'NOT_FOUND';
  readonly message: string;
  constructor(type: 'FORBIDDEN' | 'NOT_FOUND', message: string) {
    this.type = type;
    this.message = message;
  }
}

const nameOf = (type: string) => type.replace(/[[\]!]/g, '');

function isLeaf(type: string, value: unknown): boolean {
  const members = schema.leaves[type];
  if (members === undefined) return false;
  if (members !== null) return members.includes(String(value));
  if (type === 'Int') return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (type === 'Boolean') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (type === 'DateTime') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);
  if (type === 'BigInt') return /^\d+$/.test(value);
  return type !== 'GitObjectID' || /^[0-9a-f]{40}$/.test(value);
}

function* variableProblems(declared: ReadonlyMap<string, string>, given: Arguments): Generator<string> {
  for (const name of Object.keys(given)) if (!declared.has(name)) yield `the variable ${name} is not declared`;
  for (const [name, type] of declared) {
    const value = given[name] ?? null;
    if (value === null ? type.endsWith('!') : !isLeaf(type.replace('!', ''), value)) {
      yield `the variable ${name} is no ${type}`;
    }
  }
}

/** A recursive-descent reader of one query. */
class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = text.match(/"[^"]*"|\.\.\.|\$?[A-Za-z_]\w*|-?\d+|[{}()[\]:!@=]|[^\s,]/g) ?? [];
  }

  document(): { readonly declared: ReadonlyMap<string, string>; readonly selections: readonly Selection[] } {
    this.#expect('query');
    const declared = new Map<string, string>();
    if (this.#take('(')) {
      while (!this.#take(')')) {
        const name = this.#next().slice(1);
        this.#expect(':');
        declared.set(name, `${this.#next()}${this.#take('!') ? '!' : ''}`);
      }
    }
    const selections = this.#selections();
    if (this.#at !== this.#tokens.length) throw new Error('more than one operation');
    return { declared, selections };
  }

  #selections(): readonly Selection[] {
    this.#expect('{');
    const found: Selection[] = [];
    while (!this.#take('}')) found.push(this.#selection());
    return found;
  }

  #selection(): Selection {
    if (this.#take('...')) {
      this.#expect('on');
      return { kind: 'fragment', on: this.#next(), below: this.#selections() };
    }
    const key = this.#next();
    const name = this.#take(':') ? this.#next() : key;
    const args = this.#arguments();
    let include: Value | undefined;
    if (this.#take('@')) {
      this.#expect('include');
      include = this.#arguments().get('if');
    }
    const below = this.#tokens[this.#at] === '{' ? this.#selections() : undefined;
    return {
      ...{ kind: 'field', name, key, args },
      ...(include === undefined ? {} : { include }),
      ...(below === undefined ? {} : { below }),
    };
  }

  #arguments(): ReadonlyMap<string, Value> {
    const args = new Map<string, Value>();
    if (!this.#take('(')) return args;
    while (!this.#take(')')) {
      const name = this.#next();
      this.#expect(':');
      args.set(name, this.#value());
    }
    return args;
  }

  #value(): Value {
    if (this.#take('[')) {
      const list: Value[] = [];
      while (!this.#take(']')) list.push(this.#value());
      return { list };
    }
    const token = this.#next();
    if (token.startsWith('$')) return { variable: token.slice(1) };
    if (token.startsWith('"')) return { leaf: token.slice(1, -1) };
    if (/^-?\d+$/.test(token)) return { leaf: Number(token) };
    return { leaf: token === 'true' ? true : token === 'false' ? false : token === 'null' ? null : token };
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('the query ends early');
    this.#at += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) throw new Error(`${token} expected, ${found} found`);
  }
}
