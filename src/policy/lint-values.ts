import parseExpression from 'spdx-expression-parse';

import { quoted } from '../text/visible.ts';
import type { AcceptedFile } from './effective-policy.ts';
import type { Warning } from './lint-warning.ts';
import { nearest } from './nearest.ts';

/** Values that are compared exactly with what no build and no package can have. */

interface Member {
  readonly at: readonly PropertyKey[];
  readonly value: unknown;
}

const partsOf = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;

/** The entries of a list. */
export function entriesOf({ at, value }: Member): readonly Member[] {
  return Array.isArray(value) ? value.map((one: unknown, index) => ({ at: [...at, index], value: one })) : [];
}

/** An option of a rule, in `rules` and in every profile. */
export function optionsOf({ file }: AcceptedFile, rule: string, option: string): readonly Member[] {
  const all = [
    { at: ['rules'], rules: partsOf(file.rules) },
    ...Object.entries(file.profiles ?? {}).map(([name, own]) => ({
      at: ['profiles', name, 'rules'],
      rules: partsOf(own.rules),
    })),
  ];
  return all.map(({ at, rules }) => ({ at: [...at, rule, option], value: partsOf(rules[rule])[option] }));
}

/** Git refs that are not full, or that no ref can be: an identity is compared exactly. */
export function partialRefs(accepted: AcceptedFile): readonly Warning[] {
  const { file } = accepted;
  const publishers = [
    { at: ['publishers'], value: file.publishers },
    ...optionsOf(accepted, 'publisher', 'listed'),
  ].flatMap(entriesOf);
  const expected = [{ at: ['provenance'], value: file.provenance }, ...optionsOf(accepted, 'provenance', 'expect')];
  return [
    ...publishers.flatMap(({ at, value }) => {
      const { identity, waives } = partsOf(value);
      const grade = Array.isArray(waives) && waives.length > 0 ? 'weakening' : 'refused';
      return partialRef({ at: [...at, 'identity', 'ref'], value: partsOf(identity)['ref'] }, grade);
    }),
    ...expected.flatMap(entriesOf).flatMap(({ at, value }) => {
      const { ref, issuer } = partsOf(value);
      // What another issuer calls a ref is its own matter.
      return issuer === undefined ? partialRef({ at: [...at, 'ref'], value: ref }, 'refused') : [];
    }),
  ];
}

function partialRef({ at, value }: Member, grade: Warning['grade']): readonly Warning[] {
  if (typeof value !== 'string') return [];
  const matches = 'so no build can ever match it';
  if (/[*?[\\^~:]/.test(value)) {
    const message = `${quoted(value)} is compared exactly and is no git ref, ${matches}; name one ref, such as \`refs/heads/main\``;
    return [{ grade, message, at, of: 'value' }];
  }
  if (/^refs\/[^/]+\/./.test(value)) return [];
  const name = value.replace(/^\/?(?:refs\/)?(?:heads\/)?/, '');
  const meant = /^(?:refs\/)?tags\//.test(value)
    ? quoted(`refs/tags/${value.replace(/^(?:refs\/)?tags\//, '')}`)
    : /^v?\d+\.\d+/.test(name)
      ? quoted(`refs/tags/${name}`)
      : `${quoted(`refs/heads/${name}`)}, or ${quoted(`refs/tags/${name}`)} for a tag`;
  return [{ grade, message: `${quoted(value)} is not a full git ref, ${matches}; write ${meant}`, at, of: 'value' }];
}

/** Licenses that packages use, and that a near miss most likely means. */
const usualLicenses: readonly string[] = [
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BSD-3-Clause-Clear', 'Unlicense'],
  ...['MPL-2.0', 'CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'BlueOak-1.0.0', 'Python-2.0', 'Zlib', 'WTFPL', 'Artistic-2.0'],
  ...['EPL-1.0', 'EPL-2.0', 'EUPL-1.2', 'BSL-1.0', 'W3C', 'OFL-1.1', 'AFL-2.1', 'BUSL-1.1', 'UNLICENSED'],
  ...['GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0-only', 'GPL-3.0-or-later', 'AGPL-3.0-only', 'AGPL-3.0-or-later'],
  ...['LGPL-2.0-only', 'LGPL-2.1-only', 'LGPL-2.1-or-later', 'LGPL-3.0-only', 'LGPL-3.0-or-later'],
];

/** Identifiers that the SPDX list has deprecated in favour of `-only` and `-or-later`. */
const deprecatedLicense = /^((?:A|L)?GPL-\d\.\d|GFDL-1\.\d)(\+?)$/;

/** Allowed licenses that no SPDX expression can contain, and deprecated ones. */
export function unknownLicenses(accepted: AcceptedFile): readonly Warning[] {
  return optionsOf(accepted, 'license', 'allow')
    .map((list) => entriesOf(list))
    .flatMap((list) => {
      const allowed = new Set(list.map(({ value }) => value));
      return list.flatMap(({ at, value }) => (typeof value === 'string' ? licenseWarning(value, allowed, at) : []));
    });
}

function licenseWarning(
  license: string,
  allowed: ReadonlySet<unknown>,
  at: readonly PropertyKey[],
): readonly Warning[] {
  const [, stem, plus] = deprecatedLicense.exec(license) ?? [];
  if (stem !== undefined) {
    const current = `${stem}-${plus === '+' ? 'or-later' : 'only'}`;
    const message = `${quoted(license)} is a deprecated identifier and is compared as written; list ${quoted(current)} too`;
    return allowed.has(current) ? [] : [{ grade: 'advice', message, at, of: 'value' }];
  }
  if (isLicense(license)) return [];
  const meant = nearest(license, usualLicenses);
  const advice = meant === undefined ? 'use an identifier of the SPDX list' : `did you mean ${quoted(meant)}?`;
  const message = `${quoted(license)} is not on the SPDX list, so no license expression can contain it; ${advice}`;
  return [{ grade: 'refused', message, at, of: 'value' }];
}

/** As the rule reads what a package declares: npm's own word is no SPDX expression. */
export function isLicense(license: string): boolean {
  if (license === 'UNLICENSED') return true;
  try {
    return 'license' in parseExpression(license);
  } catch {
    return false;
  }
}
