/** A spec in the place of a version that nobody could tell; npm reads an empty one as `*`. */
export function shownSpec(spec: string): string {
  return spec.trim() === '' ? '*' : spec.trim();
}
