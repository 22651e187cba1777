import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { commentMarkdown } from '../../src/report/formats/markdown.ts';
import { hasBrowser, readInBrowser } from '../support/browser.ts';
import { repositoryRoot, runCli } from '../support/cli.ts';
import { bodyOf, pageOf } from './page.ts';
import { html } from './rendered.ts';
import { benign, hostileReport, spelt } from './spelt.ts';

const pageWith = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>still</title><body>${body}</body>`;

// The only tests that a machine may skip: where it has no browser.
(hasBrowser ? describe : describe.skip)('in Chromium', () => {
  /** What a person sees of a page: a script of ours, which is no part of the comment, reads it off. */
  async function visible(comment: string): Promise<{ text: string; scripts: number }> {
    const reader =
      'const seen = document.querySelector("main"); const text = seen.innerText; document.title = encodeURIComponent(text) + " " + seen.querySelectorAll("script, iframe, object, embed, img, style, link").length;';
    const document = await readInBrowser(pageWith(`<main>${html(comment)}</main><script>${reader}</script>`));
    const [, text = '', scripts = ''] = /<title>(\S+) (\d+)<\/title>/.exec(document) ?? [];
    return { text: decodeURIComponent(text), scripts: Number(scripts || NaN) };
  }

  test('the comment of the example shows its headline and what blocks, and has nothing that runs or loads', async () => {
    const sides = ['base', 'head'].flatMap((side) => [`--${side}-dir`, `examples/takeover/${side}`]);
    const { status, stdout } = await runCli(
      ['check', ...sides, '--evidence', 'examples/takeover/evidence.json', '--format', 'markdown'],
      { cwd: repositoryRoot },
    );
    expect(status).toBe(1);
    const { text, scripts } = await visible(stdout);
    expect(text).toContain('lockgate: blocked');
    expect(text).toContain('What blocks');
    expect(text).not.toContain('<!--');
    expect(scripts).toBe(0);
  });

  test('markup in the text of others is shown as text', async () => {
    const markup = '<script>document.title="ran"</script><img src=x onerror=alert(1)>';
    const { text, scripts } = await visible(commentMarkdown(spelt(() => markup)));
    expect(text).toContain('<script>document.title="ran"</script>');
    expect(scripts).toBe(0);
  });

  test('hostile comments are read as the parser reads them, and run nothing', async () => {
    const pages = fc.sample(hostileReport, 20).map((made) => html(commentMarkdown(made)));
    const document = await readInBrowser(pageWith(pages.map((text) => `<section>${text}</section>`).join('\n')));
    const one = ['<section>', ...pageOf(commentMarkdown(benign)).shape, '</section>'];
    expect(bodyOf(document).shape).toEqual(Array.from({ length: 20 }, () => one).flat());
    expect(document).toContain('<title>still</title>');
  });
});
