/** Fits a document into a limit: whole items only, worst first, and exact counts of what is left out. */

export interface Item {
  readonly text: string;
  /** Written before the first item of each run of items that share it. */
  readonly heading?: string;
  /** What the item counts as in `more`. */
  readonly findings: number;
}

export interface Section {
  readonly open: string;
  readonly items: readonly Item[];
  readonly close: string;
  /** Space that earlier sections leave for its items, as far as they need it. Default 0. */
  readonly reserve?: number;
  /** Says how many items, and findings on them, are left out. */
  readonly more: (items: number, findings: number) => string;
}

const whole = (items: readonly Item[], measure: (text: string) => number) =>
  sum(items.map(({ heading = '', text }) => measure(heading) + measure(text)));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/**
 * The document, never longer than `limit` as `measure` counts. Items are added while they fit, section by section; an
 * item that is too long for the space left does not exclude a later, shorter one.
 * @throws RangeError where not even the frame of the document fits.
 */
export function fit(sections: readonly Section[], limit: number, measure: (text: string) => number): string {
  const frames = sections.map(({ open, close, items, more }) => {
    const findings = sum(items.map((item) => item.findings));
    return measure(open) + measure(close) + (items.length === 0 ? 0 : measure(more(items.length, findings)));
  });
  let room = limit - sum(frames);
  if (room < 0) throw new RangeError(`a report does not fit into ${limit}`);

  const wanted = sections.map(({ items, reserve = 0 }) => Math.min(reserve, whole(items, measure)));
  let document = '';
  for (const [index, { open, items, close, more }] of sections.entries()) {
    const kept = sum(wanted.slice(index + 1));
    document += open;
    let heading: string | undefined;
    let left = 0;
    let findings = 0;
    for (const item of items) {
      const text = `${item.heading === heading ? '' : (item.heading ?? '')}${item.text}`;
      const cost = measure(text);
      if (cost <= room - kept) {
        room -= cost;
        document += text;
        heading = item.heading;
      } else {
        left += 1;
        findings += item.findings;
      }
    }
    document += `${left === 0 ? '' : more(left, findings)}${close}`;
  }
  return document;
}
