/** Addresses that we build from parts that we validate. Nothing that anybody else wrote is ever an address. */
import type { Report } from '../../model/index.ts';

const publicRegistry = 'https://registry.npmjs.org/';
const packagePages = 'https://www.npmjs.com/package/';

/** Names that the public npm registry has accepted since 2017, and versions as semver has them. */
const publicName = /^(?:@[a-z\d~-][a-z\d._~-]*\/)?[a-z\d~-][a-z\d._~-]*$/u;
const exactVersion = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[\dA-Za-z.-]{1,64})?$/u;

export const isPlainName = (name: string): boolean => name.length <= 214 && publicName.test(name);
export const isPlainVersion = (version: string): boolean => exactVersion.test(version);

/** The page of a package version, where it was judged by the public npm registry itself. */
export function packageUrl(
  { registries }: Pick<Report, 'registries'>,
  { name, version, registry }: { readonly name: string; readonly version: string; readonly registry: string | null },
): string | undefined {
  const isPublic = registries.some(({ role, url }) => role === 'public' && url === registry && url === publicRegistry);
  return isPublic && isPlainName(name) && isPlainVersion(version) ? `${packagePages}${name}/v/${version}` : undefined;
}

const records: readonly (readonly [RegExp, (id: string) => string])[] = [
  [/^GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}$/u, (id) => `https://github.com/advisories/${id}`],
  [/^CVE-\d{4}-\d{4,10}$/u, (id) => `https://www.cve.org/CVERecord?id=${id}`],
  [/^MAL-\d{4}-\d{1,10}$/u, (id) => `https://osv.dev/vulnerability/${id}`],
];

/** The page of an advisory or a malware record, for ids of the kinds that we know. */
export function recordUrl(id: string): string | undefined {
  return records.find(([pattern]) => pattern.test(id))?.[1](id);
}
