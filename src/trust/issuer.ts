import type { TrustedIssuer } from './trust-material.ts';

/** GitHub's issuers beside the public one: a customized enterprise issuer, Enterprise Server, and data residency (GitHub docs, OIDC reference). */
const githubForms = [
  /^https:\/\/token\.actions\.githubusercontent\.com\/[^/]+$/,
  /^https:\/\/[^/]+\/_services\/token$/,
  /^https:\/\/token\.actions\.[a-z0-9-]+\.ghe\.com$/,
];

/**
 * An OIDC issuer that somebody named, and how its certificates are read. All CI services share the extensions from
 * 1.3.6.1.4.1.57264.1.8 on (Fulcio, docs/oid-info.md); only GitHub's subject is held against them as well.
 */
export function namedIssuer(issuer: string): TrustedIssuer {
  return { issuer, platform: githubForms.some((form) => form.test(issuer)) ? 'github' : 'other' };
}
