/** The texts of docs/report.d.ts and docs/history.d.ts: the types of both documents, from their JSON Schemas, for those who read them in TypeScript. */

/** The parts that readers name most. */
const reportParts = {
  Lockfile: "Report['lockfiles'][number]",
  Change: "Report['changes'][number]",
  Evidence: "Change['evidence']",
  Finding: "Report['findings'][number]",
  ReportError: "Report['errors'][number]",
};

const historyParts = {
  RehearsedChange: "Rehearsal['changes'][number]",
  RehearsedAdvice: "Rehearsal['advice'][number]",
};

export const reportTypes = (schema) =>
  typesOf(schema, { what: 'JSON report', from: 'report.schema.json', name: 'Report', parts: reportParts });

/** What `check --history --format json` prints. */
export const historyTypes = (schema) =>
  typesOf(schema, { what: 'rehearsal', from: 'history.schema.json', name: 'Rehearsal', parts: historyParts });

function typesOf(schema, { what, from, name, parts }) {
  return [
    `/** The ${what} of lockgate, \`${schema.properties.schema.const}\`. Generated from ${from}: do not edit. */`,
    `export interface ${name} ${typeOf(schema, '')}`,
    '',
    ...Object.entries(parts).map(([part, type]) => `export type ${part} = ${type};`),
    '',
  ].join('\n');
}

/** @throws where the schema says something that this does not know, so that no type is wider than the schema */
function typeOf(schema, indent) {
  if ('const' in schema) return literal(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map((each) => typeOf(each, indent)).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ');
  if (schema.type === 'array') return `readonly (${typeOf(schema.items, indent)})[]`;
  if (schema.type === 'object') return objectType(schema, indent);
  const plain = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }[
    schema.type
  ];
  if (plain === undefined)
    throw new Error(`the schema of a document has a type that is not known here: ${schema.type}`);
  return plain;
}

function objectType({ properties, required = [], additionalProperties }, indent) {
  if (properties === undefined) return `{ readonly [key: string]: ${typeOf(additionalProperties, indent)} }`;
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, value]) => [
    ...(value.description === undefined ? [] : [`${deeper}/** ${value.description.replaceAll('*/', '* /')} */`]),
    `${deeper}readonly ${/^\w+$/.test(name) ? name : literal(name)}${required.includes(name) ? '' : '?'}: ${typeOf(value, deeper)};`,
  ]);
  return ['{', ...lines, `${indent}}`].join('\n');
}

const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));
