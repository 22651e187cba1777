#!/usr/bin/env node
/**
 * Writes the files that are generated from the code: the rules' index, the pages in docs/ and the JSON Schemas.
 *
 *   node scripts/generate.mjs [--check] [--output DIR]
 *
 * `--check` writes nothing, names what is stale, and exits with 1 if anything is. `--output` is the folder whose
 * files are written or checked; by default this repository.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { loadModules } from './generate/load.mjs';
import { ruleIds, rulesIndex } from './generate/rules-index.mjs';
import { presetDigests } from './generate/preset-digests.mjs';
import { banner } from './generate/markdown.mjs';
import { policyPage } from './generate/policy-page.mjs';
import { historyTypes, reportTypes } from './generate/report-types.mjs';
import { ruleCodes } from './generate/rule-codes.mjs';
import { rulesPage } from './generate/rules-page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  args: argv.slice(2),
  options: { check: { type: 'boolean', default: false }, output: { type: 'string', default: root } },
});
const stale = [];

function emit(path, text) {
  const file = join(values.output, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  stale.push(path);
  if (values.check) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Removes the pages of rules that no longer exist. */
function removeOthers(path, wanted) {
  const folder = join(values.output, path);
  const others = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !wanted.has(name));
  for (const { name } of others) {
    stale.push(`${path}/${name}`);
    if (!values.check) rmSync(join(folder, name), { recursive: true });
  }
}

function jsonText(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const ids = ruleIds(root);
emit('src/rules/index.ts', await rulesIndex(root, ids));

const { index, page, blocks, schema, names, presets, effective, report, answer, history, fleet } = await loadModules(
  root,
  {
    index: 'src/rules/index.ts',
    page: 'src/report/rule-page/page.ts',
    blocks: 'src/report/rule-page/blocks.ts',
    schema: 'src/policy/schema.ts',
    names: 'src/policy/schema/names.ts',
    presets: 'src/policy/presets.ts',
    effective: 'src/policy/effective.ts',
    report: 'src/report/schema.ts',
    answer: 'src/report/answer-schema.ts',
    history: 'src/report/history/schema.ts',
    fleet: 'src/report/fleet/schema.ts',
  },
);
const { rules } = index;
for (const [position, id] of ids.entries()) {
  const called = rules[position]?.id;
  if (called !== id) throw new Error(`the rule in src/rules/${id}.ts calls itself ${called}`);
}
const byPreset = names.presetNames.map((name) => [name, presets.presetDefaults(name, rules)]);
const policyJsonSchema = schema.policyJsonSchema(rules);
const laterKeys = Object.entries(schema.laterKeys).flatMap(([path, keys]) =>
  keys.map((key) => (path === '' ? key : `${path}.${key}`)),
);
const digests = names.presetNames.map((preset) => [
  preset,
  effective.composePolicy({ source: preset, preset, rules }).digest,
]);
emit('src/policy/preset-digests.ts', presetDigests(digests));
emit('src/report/view/rule-codes.ts', ruleCodes(rules));
emit('docs/rules.md', rulesPage({ rules, presets: byPreset }));
for (const rule of rules) {
  emit(`docs/rules/${rule.id}.md`, `${banner}\n${blocks.blocksMarkdown(page.rulePage(rule))}`);
}
removeOthers('docs/rules', new Set(ids.map((id) => `${id}.md`)));
emit('docs/policy.md', policyPage({ schema: policyJsonSchema, rules, presets: byPreset, laterKeys }));
emit('docs/policy.schema.json', jsonText(policyJsonSchema));
const reportJsonSchema = report.reportJsonSchema();
emit('docs/report.schema.json', jsonText(reportJsonSchema));
emit('docs/report.d.ts', reportTypes(reportJsonSchema));
emit('docs/answer.schema.json', jsonText(answer.answerJsonSchema()));
const historyJsonSchema = history.historyJsonSchema();
emit('docs/history.schema.json', jsonText(historyJsonSchema));
emit('docs/history.d.ts', historyTypes(historyJsonSchema));
emit('docs/fleet.schema.json', jsonText(fleet.fleetJsonSchema()));

if (values.check && stale.length > 0) {
  stderr.write(`${stale.map((path) => `${path} is stale: run \`npm run generate\` and commit it\n`).join('')}`);
  exit(1);
}
stdout.write(stale.length === 0 ? 'nothing to do\n' : stale.map((path) => `wrote ${path}\n`).join(''));
