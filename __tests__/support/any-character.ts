import * as fc from 'fast-check';

/**
 * Any character of Unicode, half surrogate pairs aside: what fast-check's unit `binary` draws, without the second that
 * its tables take in every test file.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10_ffff - 0x800 }).map(
  (at) => String.fromCodePoint(at < 0xd800 ? at : at + 0x800),
  // Told which characters these are, fast-check adds names such as `__proto__` to what it draws.
  (text) => {
    const at = typeof text === 'string' ? text.codePointAt(0) : undefined;
    if (at === undefined || (at >= 0xd800 && at < 0xe000) || String.fromCodePoint(at) !== text) {
      throw new Error('not one character');
    }
    return at < 0xd800 ? at : at - 0x800;
  },
);
