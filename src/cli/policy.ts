import { existsSync } from 'node:fs';

import { asGateError, GateFailure } from '../errors.ts';
import { isPackageName } from '../lockfile/names.ts';
import { explainPolicy } from '../policy/explain.ts';
import type { Lint, PlacedWarning } from '../policy/lint.ts';
import { lintPolicy } from '../policy/lint.ts';
import { extendsOf } from '../policy/load.ts';
import type { PolicyText } from '../policy/load.ts';
import { openPolicy, readExtendedPolicy } from '../policy/open.ts';
import { policyJsonSchema } from '../policy/schema.ts';
import { logText } from '../report/escape.ts';
import { jsonText } from '../report/formats/json.ts';
import { errorLine, placeWords, plural } from '../report/view/words.ts';
import { rules } from '../rules/index.ts';
import { splitSelector } from '../model/options.ts';
import { visible } from '../text/visible.ts';
import { extendedReader, operatorPolicy, policyFile } from './extended-policy.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { programName } from './program.ts';

const usualPath = '.github/dependency-policy.yml';

/** `lockgate policy check [FILE] | explain [FILE | PACKAGE[@VERSION]] | test [FILE] | schema`. @returns the exit status. */
export async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'check':
      return check(readFlags(args, 'policy check'));
    case 'explain':
      return explain(args);
    case 'test': {
      const flags = readFlags(args, 'policy test');
      return (await import('./policy-test.ts')).run(flags, await readPolicy(flags), flags.positionals[0] ?? usualPath);
    }
    case 'schema':
      process.stdout.write(`${JSON.stringify(policyJsonSchema(rules), null, 2)}\n`);
      return 0;
    default:
      throw new GateFailure(
        'usage',
        `policy takes check, explain, test or schema: ${programName()} policy check [FILE]`,
      );
  }
}

/**
 * Every failure and every warning, one line each. 2: it is no valid policy; 1: an entry can never have an effect; 0: everything
 * else, advice too.
 */
async function check(flags: Flags): Promise<number> {
  if (flags.format !== 'text' && flags.format !== 'json') {
    throw new GateFailure('usage', `policy check writes text or json; not ${flags.format}.`);
  }
  const file = await readPolicy(flags);
  if (file === undefined) {
    throw new GateFailure('usage', `no such file; name the policy: ${programName()} policy check FILE`, {
      path: usualPath,
    });
  }
  const named = extendsOf(file);
  const extended =
    named === undefined ? {} : { extended: await readExtendedPolicy(file, named, extendedReader(flags)) };
  const lint = lintPolicy(file, { now: flags.now ?? new Date().toISOString(), ...extended });
  if (flags.format === 'json') process.stdout.write(jsonText(lintJson(lint, file)));
  else writeLint(lint, file);
  if (lint.policy === undefined) return 2;
  return lint.warnings.some(({ grade }) => grade !== 'advice') ? 1 : 0;
}

function writeLint({ failures, warnings, policy }: Lint, file: PolicyText): void {
  for (const failure of failures) process.stderr.write(`lockgate: ${errorLine(asGateError(failure))}\n`);
  const lineOf = ({ message, ...place }: PlacedWarning) => `${placeWords(place)}: ${visible(message)}\n`;
  const refused = warnings.filter(({ grade }) => grade !== 'advice');
  for (const one of refused) process.stderr.write(logText(`lockgate: ${lineOf(one)}`));
  for (const one of warnings.filter(({ grade }) => grade === 'advice')) process.stdout.write(logText(lineOf(one)));
  if (policy === undefined) return;
  const advice = warnings.length - refused.length;
  const found = advice === 0 ? 'without warnings' : `with ${plural(advice, 'warning')}`;
  const isInvalid = refused.some(({ grade }) => grade === 'weakening');
  const verdict =
    refused.length === 0
      ? `a valid policy ${found}`
      : `${plural(refused.length, 'entry', 'entries')} can never have an effect; a run ${isInvalid ? 'refuses the policy' : 'warns and applies the policy without what has no effect'}`;
  process.stdout.write(`${visible(file.source)}: ${verdict} (${policy.digest})\n`);
}

/** The same for a machine; the places are 1-based. */
function lintJson({ failures, warnings, policy }: Lint, { source }: PolicyText) {
  const placed = (isAdvice: boolean) =>
    warnings
      .filter(({ grade }) => (grade === 'advice') === isAdvice)
      .map(({ grade, message, path, line, column }) => ({
        ...(isAdvice ? {} : { invalid: grade === 'weakening' }),
        ...{ message, path, line, column },
      }));
  return {
    ...{ source, digest: policy?.digest ?? null, errors: failures.map(asGateError) },
    ...{ refused: placed(false), warnings: placed(true) },
  };
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
async function readPolicy(flags: Flags): Promise<PolicyText | undefined> {
  const [path, ...more] = flags.positionals;
  if (more.length > 0) throw new GateFailure('usage', 'name one policy file');
  if (path === undefined && !existsSync(usualPath)) return undefined;
  const policy = path === undefined ? await policyFile(usualPath) : await operatorPolicy(path, flags);
  return typeof policy === 'function' ? policy() : policy;
}
