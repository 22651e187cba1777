import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { GateFailure } from '../errors.ts';
import { isPackageName } from '../lockfile/names.ts';
import { explainPolicy } from '../policy/explain.ts';
import { lintPolicy } from '../policy/lint.ts';
import { extendsOf } from '../policy/load.ts';
import type { PolicyText } from '../policy/load.ts';
import { openPolicy, readExtendedPolicy } from '../policy/open.ts';
import { policyJsonSchema } from '../policy/schema.ts';
import { logText } from '../report/escape.ts';
import { jsonText } from '../report/formats/json.ts';
import { errorLine, plural } from '../report/view/words.ts';
import { rules } from '../rules/index.ts';
import { splitSelector } from '../model/options.ts';
import { visible } from '../text/visible.ts';
import { extendedReader } from './extended-policy.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';

const usualPath = '.github/dependency-policy.yml';

/** `lockgate policy check [FILE] | explain [FILE | PACKAGE[@VERSION]] | schema`. @returns the exit status. */
export async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'check':
      return check(readFlags(args, 'policy check'));
    case 'explain':
      return explain(args);
    case 'schema':
      process.stdout.write(`${JSON.stringify(policyJsonSchema(rules), null, 2)}\n`);
      return 0;
    default:
      throw new GateFailure('usage', 'policy takes check, explain or schema: lockgate policy check [FILE]');
  }
}

/** Every failure and every warning, one line each. Warnings leave the status at 0. */
async function check(flags: Flags): Promise<number> {
  const file = await readPolicy(flags);
  if (file === undefined) {
    throw new GateFailure('usage', 'no such file; name the policy: lockgate policy check FILE', { path: usualPath });
  }
  const reference = extendsOf(file);
  const extended =
    reference === undefined ? {} : { extended: await readExtendedPolicy(reference, extendedReader(flags)) };
  const { failures, warnings, policy } = lintPolicy(file, { now: flags.now ?? new Date().toISOString(), ...extended });
  for (const { code, message, line, column } of failures) {
    const place = column === undefined ? {} : { column };
    process.stderr.write(
      `lockgate: ${errorLine({ code, message, path: file.source, ...(line && { line }), ...place })}\n`,
    );
  }
  for (const { message, line } of warnings) {
    process.stdout.write(logText(`${visible(file.source)}:${line}: ${visible(message)}\n`));
  }
  if (policy === undefined) return 2;
  const found = warnings.length === 0 ? 'without warnings' : `with ${plural(warnings.length, 'warning')}`;
  process.stdout.write(`${visible(file.source)}: a valid policy ${found} (${policy.digest})\n`);
  return 0;
}

/** For a package, how the policy judges it; otherwise every value of the file. */
async function explain(args: readonly string[]): Promise<number> {
  const all = readFlags(args, 'policy explain PACKAGE');
  const [asked] = all.positionals;
  if (asked !== undefined && isPackage(asked)) return (await import('./explain-policy.ts')).run(all);
  const flags = readFlags(args, 'policy explain');
  const preset = flags.preset === undefined ? {} : { preset: flags.preset };
  const policy = await openPolicy(await readPolicy(flags), { ...preset, readExtended: extendedReader(flags) });
  const values = explainPolicy(policy);
  if (flags.format === 'json') {
    process.stdout.write(jsonText({ source: policy.source, digest: policy.digest, values }));
    return 0;
  }
  const shown = values.map(({ path, value, origin }) => [
    `${path} = ${visible(JSON.stringify(value))}`,
    visible(origin),
  ]);
  const width = Math.min(72, Math.max(...shown.map(([left = '']) => left.length)));
  const lines = shown.map(([left = '', right = '']) => `${left.padEnd(width)}  ${right}\n`);
  process.stdout.write(logText(`${visible(policy.source)} (${policy.digest})\n\n${lines.join('')}`));
  return 0;
}

/** `left-pad`, `@acme/tool@1.0.0`: anything but the path of a YAML file. The folder's files do not matter. */
function isPackage(text: string): boolean {
  const { name } = splitSelector(text);
  return isPackageName(name) && !/\.ya?ml$/i.test(text);
}

/** The named file, else the usual one in this folder, else nothing. */
async function readPolicy({ positionals: [path, ...more] }: Flags): Promise<PolicyText | undefined> {
  if (more.length > 0) throw new GateFailure('usage', 'name one policy file');
  if (path === undefined && !existsSync(usualPath)) return undefined;
  const source = path ?? usualPath;
  try {
    return { source, text: await readFile(source) };
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    throw new GateFailure('usage', `cannot be read (${reason})`, { path: source });
  }
}
