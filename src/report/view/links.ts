/** Addresses that we build from parts that we validate. Nothing that anybody else wrote is ever an address. */
import type { Report, ReportedChange } from '../../model/index.ts';

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

const [githubName, gitlabName] = ['[A-Za-z\\d][A-Za-z\\d_-]{0,99}', '[A-Za-z\\d_][A-Za-z\\d_.-]{0,254}'];
const commits = '[\\da-f]{40}\\.\\.\\.[\\da-f]{40}';
/** No segment can lead out of its folder or name another page of the server. */
const comparePage = new RegExp(
  [
    `^https://github\\.com/${githubName}/(?!\\.{1,2}/)[A-Za-z\\d._-]{1,100}/compare/${commits}$`,
    `^https://gitlab\\.com/${gitlabName}(?:/${gitlabName}){1,20}/-/compare/${commits}$`,
  ].join('|'),
  'u',
);

/** Whether a text is the address of a page on github.com or gitlab.com that compares two commits, and nothing else. */
export const isCompareUrl = (text: string): boolean => text.length <= 2000 && comparePage.test(text);

/** The page that compares the source of a version with that of the one before it, from a report that anybody may have written. */
export function compareUrlOf({ evidence: { compareUrl } }: Pick<ReportedChange, 'evidence'>): string | undefined {
  return compareUrl !== undefined && isCompareUrl(compareUrl) ? compareUrl : undefined;
}
