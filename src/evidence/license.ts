import type parseExpression from 'spdx-expression-parse';

import type { DeclaredLicense, Evidence, LicenseExpression, Release } from '../model/index.ts';
import { absent, present } from '../model/evidence-values.ts';
import { provider } from './provider.ts';

type Parse = typeof parseExpression;

/** What a release declares as its license, read as SPDX does. The parser is loaded only where a rule asks for it. */
export const license = provider({
  kinds: ['license'],
  needs: ['release'],
  onlyFor: ['license'],
  collect: (_, read) => {
    const parser = import('spdx-expression-parse');
    return async (change) => ({ license: licenseOf(await read('release', change), (await parser).default) });
  },
});

function licenseOf(release: Evidence<Release>, parse: Parse): Evidence<DeclaredLicense> {
  if (release.state !== 'present') return release;
  const { license: declared } = release.value;
  if (declared === undefined) return absent;
  const expression = expressionOf(declared, parse);
  return present({ declared, ...(expression === undefined ? {} : { expression }) });
}

function expressionOf(text: string, parse: Parse): LicenseExpression | undefined {
  // npm's word for "nobody may use it" is no SPDX expression, and as clear as one.
  if (text === 'UNLICENSED') return { license: text };
  try {
    return asExpression(parse(text));
  } catch {
    return undefined;
  }
}

function asExpression(parsed: ReturnType<Parse>): LicenseExpression {
  if ('conjunction' in parsed) {
    return { join: parsed.conjunction, left: asExpression(parsed.left), right: asExpression(parsed.right) };
  }
  const exception = parsed.exception === undefined ? '' : ` WITH ${parsed.exception}`;
  return { license: `${parsed.license}${parsed.plus === true ? '+' : ''}${exception}` };
}
