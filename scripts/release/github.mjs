/**
 * Makes the GitHub release of a tag: a draft with everything that `npm run pack` made, published only when GitHub has every byte, and
 * immutable from then on. Then the tag of the major version, which users of the action name, moves to the same commit. Run again, it goes on
 * where it stopped, and never changes what is published.
 *
 *   node scripts/release/github.mjs TAG --dir FOLDER --notes FILE
 *
 * It needs no installed package. From the environment: GITHUB_TOKEN (`contents: write`), GITHUB_REPOSITORY, GITHUB_API_URL, and GITHUB_SHA,
 * the commit that was built.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { readTag } from './tag.mjs';

const { values: flags, positionals } = parseArgs({
  options: { dir: { type: 'string', default: 'release' }, notes: { type: 'string' } },
  allowPositionals: true,
});
const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_SHA: built } = process.env;
const api = `${process.env.GITHUB_API_URL ?? 'https://api.github.com'}/repos/${repository}`;

/** @returns the parsed reply; undefined for 404 */
async function ask(method, url, body, type = 'application/json') {
  const response = await fetch(url, {
    method,
    headers: {
      ...{ authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
      ...{ 'x-github-api-version': '2022-11-28', 'user-agent': 'lockgate-release' },
      ...(body === undefined ? {} : { 'content-type': type }),
    },
    body: body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(120_000),
  });
  if (response.status === 404 && method === 'GET') return undefined;
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** All releases, drafts among them: a draft is not found by its tag. */
async function releases() {
  const all = [];
  for (let page = 1; ; page += 1) {
    const listed = (await ask('GET', `${api}/releases?per_page=100&page=${page}`)) ?? [];
    all.push(...listed);
    if (listed.length < 100) return all;
  }
}

/** As Octokit spells a reference in a path. */
const refOf = (tag) => encodeURIComponent(`tags/${tag}`);

/** The commit that a tag of GitHub names; undefined where there is no such tag. */
async function commitOf(tag) {
  let object = (await ask('GET', `${api}/git/ref/${refOf(tag)}`))?.object;
  while (object?.type === 'tag') object = (await ask('GET', `${api}/git/tags/${object.sha}`))?.object;
  return object?.sha;
}

const digestOf = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Uploads what is missing. @throws where GitHub has other bytes under one of the names, or a file that is not ours */
async function upload(release, files) {
  for (const { name } of release.assets) {
    if (!files.has(name)) throw new Error(`the release already has ${name}, which was not made now`);
  }
  for (const [name, bytes] of files) {
    const asset =
      release.assets.find((each) => each.name === name) ??
      (await ask('POST', `${release.upload_url.replace(/\{.*$/, '')}?name=${name}`, bytes, 'application/octet-stream'));
    if (asset.digest !== digestOf(bytes)) throw new Error(`GitHub has other bytes under ${name}: ${asset.digest}`);
  }
}

async function main(tag) {
  const { major, prerelease, newerThan } = readTag(tag);
  const commit = await commitOf(tag);
  if (commit === undefined || commit !== built) {
    throw new Error(`${tag} is at ${commit ?? 'no commit'} on GitHub, and ${built ?? 'nothing'} was built`);
  }
  const files = new Map(readdirSync(flags.dir).map((name) => [name, readFileSync(join(flags.dir, name))]));
  const all = await releases();
  const body = flags.notes === undefined ? '' : readFileSync(flags.notes, 'utf8');
  const asked = { tag_name: tag, name: tag, body, draft: true, prerelease };
  const found = all.find((each) => each.tag_name === tag) ?? (await ask('POST', `${api}/releases`, asked));
  await upload(found, files);
  const latest = { draft: false, make_latest: String(!prerelease && isNewest(all, newerThan)) };
  const release = found.draft ? await ask('PATCH', `${api}/releases/${found.id}`, latest) : found;
  if (release.immutable !== true) {
    throw new Error(
      `the release of ${tag} can be changed: turn on "Release immutability" in the repository's settings`,
    );
  }
  console.log(`released ${release.html_url}`);
  // A fix for an older line of the same major version must not take its users back.
  const line = all.filter((each) => each.tag_name.startsWith(`${major}.`));
  if (prerelease || !isNewest(line, newerThan)) return;
  const pointed = await commitOf(major);
  if (pointed === undefined) await ask('POST', `${api}/git/refs`, { ref: `refs/tags/${major}`, sha: commit });
  else if (pointed !== commit) await ask('PATCH', `${api}/git/refs/${refOf(major)}`, { sha: commit, force: true });
  console.log(`${major} is at ${commit}`);
}

/** Whether no published release is newer. */
const isNewest = (all, newerThan) => all.every(({ draft, tag_name: other }) => draft || newerThan(other));

try {
  await main(positionals[0] ?? '');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
