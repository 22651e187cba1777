import type { Trust } from './trust-material.ts';
import type { TrustOptions } from './trust-options.ts';

/** Whom to trust: the given root, else a refreshed one, else what is built in. @throws GateFailure as `trustFrom` */
export async function loadTrust({
  trustedRoot,
  refreshed,
}: {
  readonly trustedRoot?: TrustOptions['trustedRoot'] | undefined;
  readonly refreshed?: TrustOptions['refreshed'] | undefined;
}): Promise<Trust> {
  const { embeddedTrust, trustFrom } = await import('./trust-material.ts');
  if (trustedRoot !== undefined) return trustFrom(trustedRoot.text, trustedRoot.path);
  return refreshed === undefined ? embeddedTrust : trustFrom(refreshed.trustedRoot, 'trusted_root.json');
}
