import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { linesOf, mayDecide } from '../../src/decisions/lines.ts';

const digest = 'ab'.repeat(32);
const line = `/approve left-pad@1.3.0 cooldown/too-young,provenance/missing ${digest}`;
const approval = {
  say: 'approve',
  name: 'left-pad',
  version: '1.3.0',
  codes: ['cooldown/too-young', 'provenance/missing'],
  digest,
  reason: '',
};
const saidBy = (body: string) => linesOf(body).map(({ statement }) => statement);

describe('a line of a comment', () => {
  test.each<[string, string]>([
    ['alone', line],
    ['between other paragraphs', `I have read it.\n\n${line}\n\nThanks!`],
    ['within a paragraph', `I have read it.\n${line}\nThanks!`],
    ['with CRLF, as a browser sends it', `I have read it.\r\n${line}\r\n`],
    ['after a fence that is closed', `\`\`\`\nx\n\`\`\`\n${line}`],
  ])('counts %s', (_, body) => {
    expect(saidBy(body)).toEqual([approval]);
  });

  test.each<[string, string]>([
    ['in a fence', `\`\`\`\n${line}\n\`\`\``],
    ['in a fence that never ends', `~~~\n${line}`],
    ['indented as code', `    ${line}`],
    ['in a quote', `> ${line}`],
    ['as a lazy line of a quote', `> x\n${line}`],
    ['in a list', `- x\n\n  ${line}`],
    ['as a lazy line of a list', `- x\n${line}`],
    ['in an HTML comment over blank lines', `<!--\n\n${line}\n\n-->`],
    ['in an HTML block', `<div>\n${line}\n</div>`],
    ['as a heading', `# ${line}`],
    ['after words', `Please ${line}`],
    ['at the end of a line', `x ${line}`],
    ['with a mark before it', `\u200b${line}`],
    ['in a link text', `[x\n${line}\n](https://registry.example/)`],
  ])('says nothing %s', (_, body) => {
    expect(saidBy(body).filter((one) => one !== null)).toEqual([]);
  });

  test.each<[string, string]>([
    ['struck out over lines', `~~x\n${line}\ny~~`],
    ['in a code span over lines', `\`x\n${line}\ny\``],
    ['with an HTML comment', `${line} <!-- not really -->`],
    ['with twelve digits', line.replace(digest, digest.slice(0, 12))],
    ['with 65 digits', `${line}0`],
    ['in capitals', line.replace(digest, digest.toUpperCase())],
    ['without codes', `/approve left-pad@1.3.0 ${digest}`],
    ['without a version', line.replace('@1.3.0', '@')],
    ['for a range', line.replace('1.3.0', '^1.3.0')],
    ['for all', line.replace('left-pad@1.3.0', '*@*')],
    ['with a letter that looks like another', line.replace('left-pad', 'l\u0435ft-pad')],
    ['with a reason that is too long', `${line} ${'x'.repeat(501)}`],
    ['with a reason outside printable ASCII', `${line} caf\u00e9`],
    ['with no version to deny', '/deny @left-pad'],
    ['with a space for the @', '/deny left-pad 1.3.0'],
    ['with no version to deny, but a reason', '/deny left-pad It phones home.'],
    ['with no version to withdraw', '/withdraw left-pad'],
    ['as a heading that a line below makes one', `${line}\n---\nThanks`],
  ])('that cannot be read is one, %s', (_, body) => {
    expect(saidBy(body)).toEqual([null]);
  });

  test('that other tools read is none of ours', () => {
    expect(linesOf('/approve\n/approve no-issue\n/approve cancel\n/lgtm')).toEqual([]);
  });

  test('may have a reason, be about a scope, and deny, withdraw or name a file', () => {
    expect(saidBy(`${line} I read the source.`)).toEqual([{ ...approval, reason: 'I read the source.' }]);
    expect(saidBy('/deny @acme/x@1.0.0 It steals.')).toEqual([
      { say: 'deny', name: '@acme/x', version: '1.0.0', reason: 'It steals.' },
    ]);
    expect(saidBy('/withdraw @acme/x@1.0.0-rc.1+b')).toEqual([
      { say: 'withdraw', name: '@acme/x', version: '1.0.0-rc.1+b' },
    ]);
    expect(saidBy(`/approve-file .github/dependency-policy.yml ${digest} agreed`)).toEqual([
      { say: 'approve-file', path: '.github/dependency-policy.yml', digest, reason: 'agreed' },
    ]);
  });

  test('may be one of many, each by itself', () => {
    const other = line.replace('1.3.0', '1.3.1');
    expect(saidBy(`${line}\n${other}`)).toEqual([approval, { ...approval, version: '1.3.1' }]);
  });

  test('shows underscores as they are written, escaped or not', () => {
    const named = (name: string) => line.replace('left-pad', name);
    expect(saidBy(named('a_b_c'))).toEqual([{ ...approval, name: 'a_b_c' }]);
    expect(saidBy(named('a\\_b'))).toEqual([{ ...approval, name: 'a_b' }]);
    expect(saidBy(named('__x__'))).toEqual([null]);
  });
});

test('property: no text is read that does not begin a line with one of our words, and reading never throws', () => {
  const piece = fc.constantFrom(
    '```',
    '~~',
    '> ',
    '- ',
    '<!--',
    '-->',
    '\n',
    '    ',
    '`',
    line,
    '/deny a@1 x',
    '\\',
    '[',
    '](x)',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const body = pieces.join('');
      for (const { text } of linesOf(body)) {
        expect(
          body.split('\n').some((raw) =>
            raw
              .replace(/^[-\s\\]*/, '')
              .trimEnd()
              .startsWith(text),
          ),
        ).toBe(true);
        expect(mayDecide(body)).toBe(true);
      }
    }),
  );
});

describe('a body that would take minutes to read', () => {
  const marks = '*a_'.repeat(4000);

  test('is not read: no approval of it counts, a denial does', () => {
    const started = performance.now();
    const read = linesOf(`${line}\n/withdraw a@1\n/deny a@1 x\n/approve that\n\n${marks}`);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(read.map(({ statement }) => statement?.say ?? null)).toEqual([null, 'withdraw', 'deny']);
  });

  test('fifty lines with a reason each are none', () => {
    const all = Array.from({ length: 50 }, () => `${line} I read <it> *all* [here](https://example.com/x_y_z).`);
    expect(linesOf(all.join('\n\n'))).toHaveLength(50);
  });
});

describe('a denial is read generously', () => {
  const deny = '/deny left-pad@1.3.0 It phones home.';
  test.each<[string, string]>([
    ['with code in its reason', '/deny left-pad@1.3.0 its `postinstall` runs curl'],
    ['with any characters', '/deny left-pad@1.3.0 It\u2019s bad \u{1f6d1} <script>'],
    ['without a reason', '/deny left-pad@1.3.0'],
    ['as a heading by the line below', `${deny}\n---\nThanks`],
    ['as a heading', `## ${deny}`],
    ['after three spaces', `   ${deny}`],
    ['with tabs', '/deny\tleft-pad@1.3.0\tIt phones home.'],
    ['with a space that does not break', '/deny\u00a0left-pad@1.3.0 x'],
    ['with a colon', '/deny left-pad@1.3.0: it phones home'],
    ['with a comma', '/deny left-pad@1.3.0, it phones home'],
    ['with a full stop', '/deny left-pad@1.3.0.'],
    ['in capitals', '/DENY left-pad@1.3.0 x'],
    ['with a v', '/deny left-pad@v1.3.0 x'],
    ['with a long reason', `/deny left-pad@1.3.0 ${'x'.repeat(900)}`],
    ['in a list', `- x\n- ${deny}`],
    ['in a nested, ordered list', `1. x\n   - 2) ${deny}`],
    ['below a quote without a blank line', `> x\n${deny}`],
    ['struck out over lines', `~~x\n${deny}\ny~~`],
    ['in an HTML block', `<details>\n${deny}\n</details>`],
    ['continued far to the right', `text\n     ${deny}`],
    ['beside more marks than are read', `${deny}\n${'*a_'.repeat(4000)}`],
    ['below a footnote', `[^1]: x\n${deny}`],
    ['with an HTML comment behind it', `${deny} <!-- cc ann -->`],
    ['with an HTML comment behind it that goes on', `${deny} <!-- cc\nann -->`],
    ['with a line separator in its reason', `${deny}\u2028Really.`],
    ['below what some show as the end of a line', `x\u2028${deny}\u0085y\u2029z\vz\fz`],
    ['behind marks that nobody sees', `\ufeff\u200b\u200e\u00ad\u2060${deny}`],
    ['with marks that nobody sees within', deny.replace('/deny left', '/de\u200bny left\u00ad')],
    ['in bold', `**/deny left-pad@1.3.0** It phones home.`],
    ['with its slash escaped', `\\${deny}`],
    ['beside as many characters as GitHub takes', `${deny}\n${'\u{1f6d1}'.repeat(65_000)}`],
    ['beside more than GitHub takes', `${'x'.repeat(140_000)}\n${deny}`],
    ['far to the right of much space', `text\n${' '.repeat(3000)}${deny}`],
  ])('%s', (_, body) => {
    const [read] = linesOf(body).filter(({ statement }) => statement !== null);
    expect(read?.statement).toMatchObject({ say: 'deny', name: 'left-pad', version: '1.3.0' });
    expect(read?.statement?.say === 'deny' && read.statement.reason.length).toBeLessThanOrEqual(500);
  });

  test.each<[string, string]>([
    ['in a fence', `\`\`\`\n${deny}\n\`\`\``],
    ['indented as code', `    ${deny}`],
    ['in code over lines', `\`x\n${deny}\n\``],
    ['in a quote', `> ${deny}`],
    ['in an HTML comment', `<!--\n${deny}\n-->`],
    ['in an HTML comment that begins behind words', `x <!--\n${deny}\n-->`],
    ['in a fence, beside more marks than are read', `~~~\n${deny}\n~~~\n${'*a_'.repeat(4000)}`],
  ])('but not %s', (_, body) => {
    expect(linesOf(body)).toEqual([]);
  });
});

describe('reading takes no time, whatever fills the text', () => {
  const signs = [
    '\u2028',
    '\u2029',
    '\u0085',
    '\v',
    '\f',
    '\u00a0',
    '\u200b',
    '\t',
    '> ',
    '1. ',
    '=',
    '$',
    '[!a',
    '\\',
    '\n\u2028',
    '/',
  ];
  test.each(signs)('%j', (sign) => {
    for (const body of [
      `${sign.repeat(65_000)}x\n/deny a@1 x`,
      `${sign.repeat(65_000)}/approve a@1 x\n\n/deny a@1 x`,
    ]) {
      const started = performance.now();
      expect(linesOf(body).some(({ statement }) => statement?.say === 'deny')).toBe(true);
      expect(linesOf(body, false).some(({ statement }) => statement?.say === 'deny')).toBe(true);
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});

describe('what may hide or strike out text', () => {
  test.each<[string, string]>([
    ['a footnote', `[^1]: foo\n${line}`],
    ['a reference to one', `x[^1]\n\n${line}`],
    ['an HTML block', `<del>\n\n${line}\n\n</del>`],
    ['HTML in a line', `I do not say <del>\n${line}\n</del>`],
    ['an attribute', `Hi\n\n<details title="\n\n${line}\n\n<p ">`],
    ['a table', `a | b\n--- | ---\n${line}`],
    ['a table of one column', `a\n:-\n${line}`],
    ['mathematics', `$$\n${line}\n$$`],
    ['mathematics in a line', `x $\n${line}\n$`],
    ['a definition', `[x]: https://registry.example/\n\n${line}`],
    ['a task', `- [ ] x\n\n${line}`],
    ['a box', `> [!NOTE]\n> x\n\n${line}`],
  ])('keeps its comment from approving: %s', (_, body) => {
    expect(linesOf(body)).toMatchObject([{ statement: null, flaw: 'unclear-text' }]);
  });

  test.each<[string, string]>([
    ['two beside signs that are punctuation for one reader alone', `a~~\u20ac5\n${line}\n5\u20ac~~a`],
    ['single ones beside such signs', `a~\u20ac5\n${line}\n5\u20ac~a`],
    ['in its reason', `${line} about ~5 kB`],
  ])('a tilde in its paragraph keeps a line from approving: %s', (_, body) => {
    expect(linesOf(body)).toMatchObject([{ statement: null, flaw: 'unclear-text' }]);
    expect(linesOf(body.replace(line, '/withdraw a@1'))[0]).toMatchObject({ flaw: expect.any(String) });
  });

  test('a tilde in code, in another paragraph, or escaped does not', () => {
    expect(saidBy(`\`~1\` ~ x\n\n${line}\n\`~2\` \\~3`)).toEqual([approval]);
  });

  test.each<[string, string]>([
    ['in a list', `- ${line}`],
    ['in an ordered, nested one', `1. x\n   - ${line}`],
    ['as a lazy line of a list', `- x\n${line}`],
    ['directly below a quote', `> Is this fine?\n${line}`],
  ])('a line that approves nothing is answered %s', (_, body) => {
    expect(linesOf(body)).toMatchObject([{ text: line, statement: null, flaw: 'not-alone' }]);
  });

  test('what somebody quotes, or shows in code, is not answered', () => {
    expect(linesOf(`> ${line}\n\n\`\`\`\n${line}\n\`\`\`\n\n- > ${line}`)).toEqual([]);
  });

  test('is plain text in a fence', () => {
    expect(saidBy(`\`\`\`\n<del> [^1] $$ a|b\n-|-\n\`\`\`\n\n${line}`)).toEqual([approval]);
  });

  test.each(['+ ', '1. ', '> ', '- a\n', '=\n', 'a\n=\n', '#\n', '*a'])('is not read for long: %j', (mark) => {
    const body = `${line}\n/deny a@1 x\n\n${mark.repeat(16_384 / mark.length)}`;
    const started = performance.now();
    expect(linesOf(body).map(({ statement }) => statement?.say ?? null)).toEqual([null, 'deny']);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
