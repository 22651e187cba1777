import parse from 'spdx-expression-parse';

import type { DeclaredLicense, Evidence, LicenseExpression, Release } from '../model/index.ts';
import { absent, present } from '../model/evidence-values.ts';

type Parsed = ReturnType<typeof parse>;

/** What a release declares as its license, read as SPDX does. Loaded only where a rule asks for it. */
export function licenseOf(release: Evidence<Release>): Evidence<DeclaredLicense> {
  if (release.state !== 'present') return release;
  const { license: declared } = release.value;
  if (declared === undefined) return absent;
  const expression = expressionOf(declared);
  return present({ declared, ...(expression === undefined ? {} : { expression }) });
}

function expressionOf(text: string): LicenseExpression | undefined {
  try {
    return ours(parse(text));
  } catch {
    return undefined;
  }
}

function ours(parsed: Parsed): LicenseExpression {
  if ('conjunction' in parsed) {
    return { join: parsed.conjunction, left: ours(parsed.left), right: ours(parsed.right) };
  }
  const exception = parsed.exception === undefined ? '' : ` WITH ${parsed.exception}`;
  return { license: `${parsed.license}${parsed.plus === true ? '+' : ''}${exception}` };
}
