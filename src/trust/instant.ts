const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Milliseconds since the epoch of an ISO 8601 instant with seconds and zone, or undefined for anything else.
 * `Date.parse` alone reads `1` as the year 2001, and the validity of a key must not hang on that.
 */
export function parseInstant(value: unknown): number | undefined {
  if (typeof value !== 'string' || !form.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}
