/**
 * Whether a checksum (see `LockedPackage.checksum`) is of other bytes than all known ones. Only checksums under one
 * cache key can be compared, because the key says how Yarn packs what it hashes.
 */
export function isOtherChecksum(checksum: string | undefined, known: readonly (string | undefined)[]): boolean {
  if (checksum === undefined || checksum === '') return false;
  const key = checksum.slice(0, checksum.indexOf('/') + 1);
  const comparable = known.filter((each) => each?.startsWith(key) === true);
  return comparable.length > 0 && !comparable.includes(checksum);
}
