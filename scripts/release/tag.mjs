const shape = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$/;

/**
 * What the tag of a release says.
 * @param {string} tag such as `v1.2.3` or `v1.2.3-rc.1`
 * @throws where it is no tag of a release
 */
export function readTag(tag) {
  const found = shape.exec(tag);
  if (found === null) throw new Error(`${JSON.stringify(tag)} is not the tag of a release, such as v1.2.3`);
  return {
    version: tag.slice(1),
    major: `v${found[1]}`,
    prerelease: found[4] !== undefined,
    /** Whether it is not older than another; what is no release's tag, or a prerelease, is never newer. */
    newerThan: (other) => {
      const theirs = shape.exec(other);
      if (theirs === null || theirs[4] !== undefined) return true;
      const at = [1, 2, 3].find((part) => found[part] !== theirs[part]);
      return at === undefined || Number(found[at]) > Number(theirs[at]);
    },
  };
}
