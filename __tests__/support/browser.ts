import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const named = process.env['CHROMIUM'];
/** What CHROMIUM names, else where Debian installs it. */
const browser = named ?? '/usr/bin/chromium';

/** A browser that was named must be there: its tests run, and fail without it. */
export const hasBrowser = named !== undefined || existsSync(browser);
if (!hasBrowser) {
  process.stderr.write(`Skipped: no browser reads the comments, for there is no ${browser}; set CHROMIUM to one.\n`);
}

/** It asks nobody for anything: no test reaches the internet. */
const quiet = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The document that a browser makes of a page, as HTML, after its scripts ran. */
export async function readInBrowser(page: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-browser-'));
  try {
    const file = join(folder, 'page.html');
    writeFileSync(file, page);
    const { stdout } = await promisify(execFile)(
      browser,
      [...quiet, `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', pathToFileURL(file).href],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
