import { readFileSync } from 'node:fs';

import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

/**
 * GitHub's own OpenAPI description (cut by scripts/cut-openapi.mjs) as a validator of requests and replies. Every
 * object is closed: a field or parameter that GitHub does not know is as much of a drift as a missing one.
 */
export interface Operation {
  readonly id: string;
  /** As Octokit spells it: `GET /repos/{owner}/{repo}`. */
  readonly route: string;
  /** The path's parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: object;
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
interface Described {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const description = JSON.parse(
  readFileSync(new URL('../fixtures/github/openapi.json', import.meta.url), 'utf8'),
) as Description;
const ajv = new Ajv({ strict: false, allErrors: true, formats: { int64: true } });
formats.default(ajv);
ajv.addSchema({ $id: 'github', components: closed(description.components) as object });
const compiled = new Map<string, ValidateFunction>();

/** The operation that a method and a path name, or `undefined` where the cut description has none. */
export function findOperation(method: string, pathname: string): Operation | undefined {
  const segments = pathname.split('/');
  for (const [template, item] of Object.entries(description.paths)) {
    const described = item[method.toLowerCase()];
    const path = described && matchTemplate(template.split('/'), segments);
    if (path) return { id: described.operationId, route: `${method} ${template}`, path };
  }
  return undefined;
}

/** What is wrong with a request, as sentences; empty where nothing is. `body` is `undefined` where none was sent. */
export function requestProblems(operation: Operation, query: URLSearchParams, body: unknown): string[] {
  const { parameters, requestBody } = describe(operation);
  const problems: string[] = [];
  for (const parameter of parameters) {
    const text = parameter.in === 'path' ? operation.path[parameter.name] : query.get(parameter.name);
    if (text === undefined || text === null) {
      if (parameter.required) problems.push(`${operation.route}: the parameter ${parameter.name} is missing`);
      continue;
    }
    const schema = parameter.schema as { readonly type?: string };
    const value = schema.type === 'integer' || schema.type === 'boolean' ? parseScalar(text) : text;
    problems.push(...violations(`${operation.route} ${parameter.name}`, schema, value));
  }
  for (const name of query.keys()) {
    if (!parameters.some((parameter) => parameter.in === 'query' && parameter.name === name)) {
      problems.push(`${operation.route}: GitHub knows no query parameter ${name}`);
    }
  }
  const schema = requestBody?.content?.['application/json']?.schema;
  if (body === undefined) {
    if (requestBody?.required) problems.push(`${operation.route}: a body is required`);
  } else if (schema === undefined) {
    problems.push(`${operation.route}: takes no body`);
  } else {
    problems.push(...violations(`${operation.route} body`, schema, body));
  }
  return problems;
}

/** What is wrong with a reply, as sentences; empty where nothing is. */
export function replyProblems(operation: Operation, status: number, body: unknown): string[] {
  const response = describe(operation).responses[String(status)];
  if (response === undefined) return [`${operation.route}: GitHub documents no status ${status}`];
  const schema = response.content?.['application/json']?.schema;
  if (schema === undefined) return body === undefined ? [] : [`${operation.route} ${status}: has no body`];
  return violations(`${operation.route} ${status}`, schema, body);
}

/**
 * The smallest value that a named schema allows: each required field, of its type and empty. A test server lays what
 * it means to say over it, and need not spell out dozens of addresses that nobody reads.
 */
export function skeleton(schemaName: string): Record<string, unknown> {
  const schema = description.components.schemas[schemaName] as Schema;
  return emptyValue({ ...schema, nullable: false }) as Record<string, unknown>;
}

interface Schema {
  readonly $ref?: string;
  readonly nullable?: boolean;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

function emptyValue(schema: Schema): unknown {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return emptyValue(description.components.schemas[name] as Schema);
  }
  if (schema.nullable === true) return null;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.oneOf?.[0] !== undefined) return emptyValue(schema.oneOf[0]);
  switch (schema.type) {
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return 0;
    case 'string':
      if (schema.format === 'uri') return 'https://github.example/';
      return schema.format === 'date-time' ? '2026-01-01T00:00:00Z' : '';
    default: {
      const required = (schema.required ?? []).map((name) => [name, emptyValue(schema.properties?.[name] ?? {})]);
      return Object.fromEntries(required);
    }
  }
}

function describe(operation: Operation): Described {
  const [method = '', template = ''] = operation.route.split(' ');
  const described = description.paths[template]?.[method.toLowerCase()];
  if (described === undefined) throw new Error(`no operation ${operation.route}`);
  return described;
}

function matchTemplate(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const path: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith('{')) path[part.slice(1, -1)] = decodeURIComponent(segment);
    else if (part !== segment) return undefined;
  }
  return path;
}

function parseScalar(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function violations(where: string, schema: object, value: unknown): string[] {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (validate === undefined) {
    validate = ajv.compile(closed(schema) as object);
    compiled.set(key, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => {
    const property = error.params['additionalProperty'] as string | undefined;
    const name = property === undefined ? '' : ` (${property})`;
    return `${where}${error.instancePath}: ${error.message ?? error.keyword}${name}`;
  });
}

/** OpenAPI 3.0 to JSON Schema: `nullable` becomes a type, references point at the one document, objects are closed. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const { allOf } = node as { readonly allOf?: readonly Schema[] };
  if (allOf !== undefined) return closed(mergeParts(allOf));
  const { nullable, ...members } = node as { readonly nullable?: boolean };
  const schema = Object.fromEntries(Object.entries(members).map(([key, value]) => [key, closed(value)]));
  if (typeof schema['$ref'] === 'string') return { $ref: `github${schema['$ref']}` };
  if (
    schema['type'] === 'object' &&
    schema['properties'] !== undefined &&
    schema['additionalProperties'] === undefined
  ) {
    schema['additionalProperties'] = false;
  }
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}

/** Parts that are closed one by one allow nothing together: made one object, which is closed then. */
function mergeParts(parts: readonly Schema[]): Schema {
  const whole = parts.map((part) =>
    part.$ref === undefined
      ? part
      : (description.components.schemas[part.$ref.slice(part.$ref.lastIndexOf('/') + 1)] as Schema),
  );
  return {
    type: 'object',
    required: whole.flatMap(({ required = [] }) => required),
    properties: Object.assign({}, ...whole.map(({ properties }) => properties)) as Record<string, Schema>,
  };
}
