/** The registry's part of an address; empty where a lockfile states none, the text itself where it is no address. */
export function originOf(address: string | undefined): string {
  if (address === undefined) return '';
  const url = URL.parse(address);
  return url === null || url.origin === 'null' ? address : url.origin;
}
