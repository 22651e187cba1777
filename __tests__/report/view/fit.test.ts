import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { fit } from '../../../src/report/view/fit.ts';
import type { Section } from '../../../src/report/view/fit.ts';

const length = (text: string) => text.length;
const item = (text: string, heading?: string) => ({ text, findings: 1, ...(heading === undefined ? {} : { heading }) });
const section = (items: Section['items']): Section => ({
  open: 'Open\n',
  items,
  close: 'Close\n',
  more: (left, findings) => `more ${left} of ${findings}\n`,
});

describe('fit', () => {
  test('everything where there is room', () => {
    expect(fit([section([item('a\n'), item('b\n')])], 100, length)).toBe('Open\na\nb\nClose\n');
  });

  test('a heading stands before each run of its items, and not without one', () => {
    const items = [item('a\n', 'H1\n'), item('b\n', 'H1\n'), item('long'.repeat(20), 'H2\n'), item('c\n', 'H3\n')];
    expect(fit([section(items)], 60, length)).toBe('Open\nH1\na\nb\nH3\nc\nmore 1 of 1\nClose\n');
  });

  test('a document whose frame does not fit is refused', () => {
    expect(() => fit([section([item('a')])], 10, length)).toThrow(RangeError);
  });

  test('a section leaves the room that later ones reserve, and no more than they need', () => {
    const first = section([item('aaaaaaaaa\n')]);
    const last = section([item('c\n')]);
    const kept = fit([first, { ...last, reserve: 50 }], 57, length);
    expect(kept).toBe('Open\nmore 1 of 1\nClose\nOpen\nc\nClose\n');
    expect(fit([first, last], 57, length)).toBe('Open\naaaaaaaaa\nClose\nOpen\nmore 1 of 1\nClose\n');
  });

  test('never above the limit, only whole items, and exact counts of the others', () => {
    const sections = fc.array(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 })), { maxLength: 12 }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(sections, fc.integer({ min: 200, max: 900 }), fc.nat(300), (shapes, limit, reserve) => {
        const made = shapes.map((items, s) => ({
          ...section(items.map(([size, findings], i) => ({ text: `<${s}.${i}${'x'.repeat(size)}>\n`, findings }))),
          reserve,
        }));
        const document = fit(made, limit, length);
        expect(document.length).toBeLessThanOrEqual(limit);
        const shown = [...document.matchAll(/<(\d+)\.(\d+?)x+>\n/gu)];
        const all = shapes.flat();
        const shownFindings = shown.reduce((sum, [, s, i]) => sum + (shapes[Number(s)]?.[Number(i)]?.[1] ?? NaN), 0);
        const left = [...document.matchAll(/more (\d+) of (\d+)\n/gu)];
        expect(left.reduce((sum, [, items]) => sum + Number(items), shown.length)).toBe(all.length);
        expect(left.reduce((sum, [, , findings]) => sum + Number(findings), shownFindings)).toBe(
          all.reduce((sum, [, findings]) => sum + findings, 0),
        );
      }),
    );
  });
});
