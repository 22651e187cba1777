import { createHash } from 'node:crypto';

/** Sentences are not verdicts: another wording must not look like another verdict. */
const prose = new Set(['message', 'remediation', 'detail']);

/**
 * The one text of a value: members sorted by UTF-16 units whatever order they were made in, an item on a line so that
 * two texts can be compared by line, without prose, with one name for every loopback registry, and without the fingerprint
 * that is over such an address.
 */
export function canonicalText(value) {
  const text = JSON.stringify(value, sorted, 1);
  return `${text.replace(/http:\/\/127\.0\.0\.1:\d+/g, 'https://registry.example')}\n`;
}

/** The first 128 bits are plenty to tell two texts apart. */
export const digestOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 32);

function sorted(key, value) {
  if (prose.has(key) && typeof value === 'string') return undefined;
  if (value instanceof Map) return { map: [...value] };
  if (value instanceof Set) return { set: [...value] };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .filter((name) => name !== 'fingerprint' || !isOverAddress(value))
      .sort((a, b) => (a < b ? -1 : 1))
      .map((name) => [name, value[name]]),
  );
}

/**
 * A finding about a registry, with what it repacks or does not offer: its address is in the fingerprint, and its port is another
 * one in each run.
 */
function isOverAddress({ rule, name, codes, packages }) {
  return packages !== undefined || (rule === 'signature' && name === null && codes.includes('repacked'));
}
