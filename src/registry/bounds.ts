const maxText = 16 * 1024 * 1024;
const maxValues = 20_000;
const maxDepth = 32;

/** Whether a JSON value is no larger and no deeper than an honest document of keys or attestations ever is. */
export function isBounded(document: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: document, depth: 0 }];
  let values = 0;
  let text = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    values += 1;
    if (typeof value === 'string') text += value.length;
    if (values > maxValues || text > maxText || depth > maxDepth) return false;
    if (typeof value !== 'object' || value === null) continue;
    const parts: readonly unknown[] = Object.values(value);
    if (parts.length > maxValues) return false;
    for (const part of parts) open.push({ value: part, depth: depth + 1 });
  }
  return true;
}
