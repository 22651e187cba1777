/**
 * The registry's part of a tarball's address: all before the package's own name, which hosts with several registries tell them
 * apart by; of an address that does not hold the name its folder. Empty where a lockfile states none, the text itself where it is
 * no address.
 */
export function registryPart(address: string | undefined, name: string): string {
  if (address === undefined) return '';
  const url = URL.parse(address);
  if (url === null || url.origin === 'null') return address;
  const path = url.pathname.replaceAll(/%2f/gi, '/').replaceAll(/%40/g, '@');
  const at = path.indexOf(`/${name}/`);
  return `${url.origin}${path.slice(0, at === -1 ? path.lastIndexOf('/') : at)}/`;
}
