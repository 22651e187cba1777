/** A credential that a settings file gives for a registry. Secret. */
export interface NamedCredential {
  /** As written, with variables replaced: a URL, or one without its scheme. Absent: the manager's own default registry. */
  readonly registry?: string;
  /** What npm calls `_authToken`, or `_auth`. An unset variable in it is left as it is. */
  readonly key: '_authToken' | '_auth';
  readonly value: string;
}

/** `user:password` as a header carries it; a text without a colon is that already. */
export const basicOf = (ident: string): string =>
  ident.includes(':') && !ident.includes('${') ? btoa(String.fromCharCode(...new TextEncoder().encode(ident))) : ident;

/** The token, else the user and password, of one registry. */
export function credentialOf(
  registry: string | undefined,
  token: string | undefined,
  ident: string | undefined,
): readonly NamedCredential[] {
  const at = registry === undefined ? {} : { registry };
  if (token !== undefined && token !== '') return [{ ...at, key: '_authToken', value: token }];
  return ident === undefined || ident === '' ? [] : [{ ...at, key: '_auth', value: basicOf(ident) }];
}
