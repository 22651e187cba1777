/**
 * The repository that a text names in another spelling, as `host/path`: without scheme, user, `.git` and a slash at the end. Undefined
 * where it names none.
 */
export function plainRepository(text: string): string | undefined {
  if (text.length > 512) return undefined;
  const [, authority = '', path = ''] =
    /^(?:[a-z+]+:\/\/)?(?:[^/@\s]*@)?([\w-]+(?:\.[\w-]+)+(?::\d+(?=\/))?)[/:]([^\s@?#]+)$/i.exec(text) ?? [];
  const plain = path.replace(/\/+$/, '').replace(/\.git$/i, '');
  return authority === '' || plain === '' ? undefined : `${authority}/${plain}`;
}
