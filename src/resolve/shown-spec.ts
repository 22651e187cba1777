/** A spec to show instead of an unknown version; npm reads an empty one as `*`. */
export function shownSpec(spec: string): string {
  return spec.trim() === '' ? '*' : spec.trim();
}
