/** The text of docs/report.d.ts: the types of the JSON report, from its JSON Schema, for those who read reports in TypeScript. */

/** The parts that readers of a report name most. */
const parts = {
  Lockfile: "Report['lockfiles'][number]",
  Change: "Report['changes'][number]",
  Evidence: "Change['evidence']",
  Finding: "Report['findings'][number]",
  ReportError: "Report['errors'][number]",
};

export function reportTypes(schema) {
  return [
    `/** The JSON report of lockgate, \`${schema.properties.schema.const}\`. Generated from report.schema.json: do not edit. */`,
    `export interface Report ${typeOf(schema, '')}`,
    '',
    ...Object.entries(parts).map(([name, type]) => `export type ${name} = ${type};`),
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
    throw new Error(`the schema of the report has a type that is not known here: ${schema.type}`);
  return plain;
}

function objectType({ properties, required = [], additionalProperties }, indent) {
  if (properties === undefined) return `{ readonly [key: string]: ${typeOf(additionalProperties, indent)} }`;
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, value]) => [
    ...(value.description === undefined ? [] : [`${deeper}/** ${value.description.replaceAll('*/', '* /')} */`]),
    `${deeper}readonly ${name}${required.includes(name) ? '' : '?'}: ${typeOf(value, deeper)};`,
  ]);
  return ['{', ...lines, `${indent}}`].join('\n');
}

const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));
