import type { DeclaredLicense, LicenseExpression } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { absent, present } from '../model/example.ts';
import { fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args, Zod } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const listed = (z: Zod) =>
  z.string({ error: 'expected a license, such as `MIT`' }).regex(/^[A-Za-z0-9.-]+\+?(?: WITH [A-Za-z0-9.-]+)?$/, {
    error: 'expected one license of the SPDX list, such as `MIT` or `GPL-2.0-only WITH Classpath-exception-2.0`',
  });

/** Whether the allowed licenses satisfy an expression: for `OR` one side, for `AND` both. */
function isSatisfied(expression: LicenseExpression, allowed: ReadonlySet<string>): boolean {
  if ('license' in expression) return allowed.has(expression.license);
  const { join, left, right } = expression;
  return join === 'or'
    ? isSatisfied(left, allowed) || isSatisfied(right, allowed)
    : isSatisfied(left, allowed) && isSatisfied(right, allowed);
}

const ask = (args: Args) =>
  `Ask the person responsible for licenses whether ${quoted(args.name)} may be used, then allow its license or record an exception with the reason.`;
const unclear = (args: Args) =>
  args.declared === undefined
    ? `${named(args)} declares no license.`
    : `${named(args)} declares ${quoted(args.declared)} as its license, which is not an SPDX expression.`;

export default definePackageRule({
  id: 'license',
  summary: 'The policy allows the license that the version declares.',
  why:
    'Each organisation decides which licenses it allows, so the rule is off until the policy lists them. It reads what the version ' +
    'declares (SPDX expressions, and the older forms of `license` and `licenses`), not the files of the package, so a wrong ' +
    'declaration misleads it. Identifiers are compared as written. For `OR` one side must be allowed, for `AND` both.',
  recommended: 'off',
  floor: 'none',
  defaults: { allow: [], unknown: 'warn' },
  options: (z) => ({
    allow: z
      .array(listed(z), { error: 'expected a list of licenses, such as `[MIT, ISC]`' })
      .describe('The allowed licenses, each an identifier from the SPDX list.'),
    unknown: z
      .enum(['off', 'warn', 'error'])
      .describe(
        'The level of a license that is missing or not an SPDX expression; never more than the level of the rule.',
      ),
  }),
  sources: 'registry',
  needs: ['license'],
  messages: {
    'not-allowed': {
      severity: 'configured',
      text: (args) => `${named(args)} declares the license ${quoted(args.declared)}, which the policy does not allow.`,
      remediation: ask,
    },
    unclear: { severity: 'configured', text: unclear, remediation: ask },
    'unclear-warning': { severity: 'advisory', text: unclear, remediation: ask },
  },
  check({ dossier, evidence, options }) {
    const about = identity(dossier.change);
    const license: DeclaredLicense | undefined =
      evidence.license.state === 'present' ? evidence.license.value : undefined;
    if (license?.expression === undefined) {
      if (options.unknown === 'off') return [];
      const code = options.unknown === 'error' ? 'unclear' : 'unclear-warning';
      const args = license === undefined ? about : { ...about, declared: license.declared };
      return [{ code, args, stable: { declared: license?.declared ?? '' } }];
    }
    const { declared, expression } = license;
    if (isSatisfied(expression, new Set(options.allow))) return [];
    return [{ code: 'not-allowed', args: { ...about, declared }, stable: { declared } }];
  },
  facts: ({ evidence }) =>
    halves(
      {},
      fact(evidence, 'license', 'license', ({ declared }) => declared),
    ),
  examples: [
    {
      title: 'An allowed license',
      dossier: { evidence: { license: spdx('MIT') } },
      options: { allow: ['MIT'] },
      expectedCodes: [],
    },
    {
      title: 'A choice of two licenses, one of them allowed',
      dossier: { evidence: { license: spdx('MIT', 'or', 'GPL-3.0-only') } },
      options: { allow: ['MIT'] },
      expectedCodes: [],
    },
    {
      title: 'Two licenses that both apply, one of them not allowed',
      dossier: { evidence: { license: spdx('MIT', 'and', 'GPL-3.0-only') } },
      options: { allow: ['MIT'] },
      expectedCodes: ['not-allowed'],
    },
    {
      title: 'A package that its owner licenses to nobody',
      dossier: { evidence: { license: spdx('UNLICENSED') } },
      options: { allow: ['MIT'] },
      expectedCodes: ['not-allowed'],
    },
    {
      title: 'A text that is not an SPDX expression',
      dossier: { evidence: { license: present({ declared: 'SEE LICENSE IN LICENSE.md' }) } },
      options: { allow: ['MIT'] },
      expectedCodes: ['unclear-warning'],
    },
    {
      title: 'No license, where the policy requires one',
      dossier: { evidence: { license: absent } },
      options: { allow: ['MIT'], unknown: 'error' },
      expectedCodes: ['unclear'],
    },
  ],
});

function spdx(license: string, join?: 'and' | 'or', other?: string) {
  if (join === undefined || other === undefined) return present({ declared: license, expression: { license } });
  const expression = { join, left: { license }, right: { license: other } } as const;
  return present({ declared: `${license} ${join.toUpperCase()} ${other}`, expression });
}
