/**
 * Shows what a reviewer sees: the comment, from the real code, in a real browser, in light and dark.
 *
 *   node scripts/pictures.mjs              after `npm run build`: makes docs/images/comment.png, the top of the example's comment
 *   node scripts/pictures.mjs --all DIR    writes every picture to DIR: the example, 12 and 3,000 findings, 300 packages, an outage,
 *                                        and decisions of people
 *
 * CHROMIUM names the browser (default /usr/bin/chromium). The style only resembles GitHub's.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { loadModules } from './generate/load.mjs';
import { commentPage, terminalPage } from './pictures/page.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';
const [flag, folder] = process.argv.slice(2);
if (flag !== undefined && (flag !== '--all' || folder === undefined))
  throw new Error('Usage: pictures.mjs [--all DIR]');

const work = await mkdtemp(join(tmpdir(), 'lockgate-pictures-'));
try {
  const example = await check('markdown');
  if (folder === undefined) {
    await picture(join(root, 'docs/images/comment.png'), commentPage(example, { theme: 'light' }), 620);
  } else {
    await mkdir(folder, { recursive: true });
    for (const [name, page, height] of await allPages(example))
      await picture(join(folder, `${name}.png`), page, height);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

async function allPages(example) {
  const { sample, markdown, terminal } = await loadModules(root, {
    sample: '__tests__/report/sample.ts',
    markdown: 'src/report/formats/markdown.ts',
    terminal: 'src/report/formats/terminal.ts',
  });
  const links = {
    all: 'https://github.example/octo/shop/pull/7/checks',
    rulesUrl: 'https://github.example/octo/lockgate/blob/v1/docs/rules',
  };
  const day = sample.badDay();
  const comments = {
    'comment-1': example,
    'comment-12': markdown.commentMarkdown(day, links),
    'comment-300': markdown.commentMarkdown(sample.flood(900), { ...links, isFirstTime: true }),
    'comment-3000': markdown.commentMarkdown(sample.flood(3000), links),
    'comment-outage': markdown.commentMarkdown(outage(day), links),
    'comment-green': markdown.commentMarkdown({ ...day, verdict: 'pass', findings: [] }),
    ...Object.fromEntries(
      Object.entries(sample.decided()).map(([name, decided]) => [
        `decisions-${name}`,
        markdown.commentMarkdown(decided, links),
      ]),
    ),
  };
  const themed = Object.entries(comments).flatMap(([name, text]) =>
    ['light', 'dark'].map((theme) => [`${name}-${theme}`, commentPage(text, { theme }), 1600]),
  );
  const unfolded = commentPage(comments['comment-12'], { theme: 'light', open: true });
  return [
    ...themed,
    ['comment-12-unfolded', unfolded, 3000],
    ['terminal-example', terminalPage(terminal.terminalReport(JSON.parse(await check('json')), { width: 80 })), 900],
    ['terminal-12', terminalPage(terminal.terminalReport(sample.badDay(), { width: 80 })), 1600],
    ...Object.entries(sample.decided()).map(([name, decided]) => [
      `terminal-decisions-${name}`,
      terminalPage(terminal.terminalReport(decided, { width: 80 })),
      900,
    ]),
  ];
}

/** The same day, and nothing but what could not be judged. */
function outage(report) {
  return { ...report, findings: report.findings.filter(({ outcome }) => outcome === 'indeterminate') };
}

/** What the bundled command line prints for the example; that it fails is its point. */
async function check(format) {
  const sides = ['base', 'head'].flatMap((side) => [`--${side}-dir`, `examples/takeover/${side}`]);
  const args = ['dist/cli.js', 'check', ...sides, '--evidence', 'examples/takeover/evidence.json', '--format', format];
  const failed = await run(process.execPath, args, { cwd: root, env: { PATH: process.env.PATH, HOME: work } }).catch(
    (error) => error,
  );
  if (failed.code !== 1) throw new Error(`The example must fail the check: ${failed.stderr}`);
  return failed.stdout;
}

async function picture(path, html, height) {
  const page = join(work, 'page.html');
  await writeFile(page, html);
  const quiet = [
    ...[
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--hide-scrollbars',
      '--disable-lcd-text',
    ],
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  ];
  const shot = [`--user-data-dir=${join(work, 'profile')}`, `--window-size=900,${height}`, `--screenshot=${path}`];
  await run(browser, [...quiet, ...shot, pathToFileURL(page).href]);
  console.log(path);
}
