import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { codeSpan, logText, prose, tableCell } from '../../src/report/escape.ts';
import { quoted, visible } from '../../src/text/visible.ts';
import { hostileText } from './hostile.ts';
import { codeSpans, html, tags, withoutCode } from './rendered.ts';

describe('codeSpan', () => {
  test.each(['left-pad', 'a`b', '``', '`a', 'a`', '|', '</code><img src=x>', '', ' ', ' a ', '\\', 'a\\`'])(
    '%p is one code span',
    (text) => {
      expect(html(codeSpan(text))).toMatch(/^<p><code>[^<]*<\/code><\/p>$/u);
    },
  );

  test('any text is one code span that shows it whole', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const rendered = html(`before ${codeSpan(text, 5000)} after`);
        expect(tags(rendered)).toEqual(['<p>', '</p>']);
        expect(withoutCode(rendered)).toBe('<p>before  after</p>');
        const spaces = (shown: string) => shown.replaceAll('\\u{20}', ' ');
        const [shown = ''] = codeSpans(rendered);
        expect(spaces(shown)).toBe(spaces(visible(text, 5000)) || '""');
      }),
      { numRuns: 500 },
    );
  });
});

describe('tableCell', () => {
  test('any text stays in its cell', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, two) => {
        const rendered = html(
          `| a | b |\n| --- | --- |\n| ${tableCell(codeSpan(one))} | ${tableCell(codeSpan(two))} |\n`,
        );
        expect(rendered.match(/<td>/gu)).toHaveLength(2);
        expect(codeSpans(rendered)).toHaveLength(2);
        expect(rendered).toMatch(/<td><code>[^<]*<\/code><\/td>\s*<td><code>[^<]*<\/code><\/td>/u);
      }),
      { numRuns: 500 },
    );
  });

  test('a backslash before a pipe does not free the pipe, whichever way a reader counts backslashes', () => {
    expect(tableCell('`a\\|b\\\\|c|d`')).toBe('`a\\u{5C}\\|b\\u{5C}\\u{5C}\\|c\\|d`');
  });
});

describe('prose', () => {
  test('our words stay words and what is between backticks becomes code', () => {
    expect(prose("`left-pad` `1.3.0` was released 3 hours ago; it isn't 72 hours (see `a`/`b`).")).toBe(
      "`left-pad` `1.3.0` was released 3 hours ago; it isn't 72 hours (see `a`/`b`).",
    );
  });

  test.each([
    ['a mention', 'thanks @org/everyone for it', '@org/everyone'],
    ['a reference', 'Fixes #1 now', '#1'],
    ['a short reference', 'see GH-12 there', 'GH-12'],
    ['an address', 'at https://evil.example/x now', 'https://evil.example/x'],
    ['an address without a scheme', 'at www.evil.example now', 'www.evil.example'],
    ['an e-mail address', 'by a@evil.example now', 'a@evil.example'],
    ['a commit id', 'in deadbeef1 now', 'deadbeef1'],
    ['an image', 'a ![x](y) now', '![x](y)'],
    ['HTML', 'a <img> now', '<img>'],
    ['an entity', 'a &#64;org now', '&#64;org'],
    ['an emoji code', 'a :smile: now', ':smile:'],
    ['an unpaired backtick', 'a `b now', '`b'],
    ['emphasis', 'a *b* now', '*b*'],
    ['mathematics', 'a $x$ now', '$x$'],
    ['a word beside code', '`a`@org now', 'a@org'],
    ['a list marker at the start', '1. a', '1.'],
    ['letters that look like ours', 'lоdash is', 'lоdash'],
  ])('%s outside of backticks becomes code', (_what, text, code) => {
    expect(codeSpans(html(prose(text)))).toContain(code);
  });

  test('no message, whatever it holds, leaves its paragraph or is read as anything but words and code', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (one, two) => {
        const rendered = html(`x ${prose(`${one} is not ${quoted(two)} ${two}${quoted(one)}`)} y`);
        expect(tags(rendered)).toEqual(['<p>', '</p>']);
        expect(withoutCode(rendered).replace(/&quot;/gu, '"')).toMatch(/^<p>[a-z\d\s.,:;!?'’"“”()/+%=&→…–—-]*<\/p>$/iu);
      }),
      { numRuns: 500 },
    );
  });

  test('a message alone in a list item starts no block of its own', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(tags(html(`- ${prose(text) || 'x'}`))).toEqual(['<ul>', '<li>', '</li>', '</ul>']);
      }),
      { numRuns: 500 },
    );
  });
});

describe('logText', () => {
  test.each([
    ['::error::x', '\\u{3A}:error::x'],
    ['  ::error::x', '  \\u{3A}:error::x'],
    ['a ::error::x', 'a ::error::x'],
    ['a ##[add-mask]b', 'a #\\u{23}[add-mask]b'],
    ['###[x]', '##\\u{23}[x]'],
    ['##vso[task.x]', '#\\u{23}vso[task.x]'],
  ])('%p becomes %p', (text, inert) => {
    expect(logText(text)).toBe(inert);
  });

  test('no line of any text is a command, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(hostileText.map((text) => visible(text))), (lines) => {
        const inert = logText(lines.join('\n'));
        for (const line of inert.split('\n')) {
          expect(line.trimStart().startsWith('::')).toBe(false);
          expect(line).not.toContain('##[');
        }
        expect(logText(inert)).toBe(inert);
      }),
    );
  });
});
