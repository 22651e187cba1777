const heading = /^## (.+)$/gm;

/** The sections of a changelog, in its order: title and text. */
function sections(text) {
  const found = [...text.matchAll(heading)];
  return found.map(({ index, 0: line, 1: title }, at) => ({
    title,
    body: text.slice(index + line.length, found[at + 1]?.index ?? text.length).trim(),
  }));
}

/**
 * The changelog with what is unreleased under a version, and nothing unreleased.
 * @param {string} date ISO 8601
 * @throws where nothing is unreleased
 */
export function cutSection(text, version, date) {
  const [first] = sections(text);
  if (first?.title !== 'Unreleased') throw new Error('CHANGELOG.md does not begin with "## Unreleased"');
  if (first.body === '') throw new Error('CHANGELOG.md has nothing under "## Unreleased"');
  return text.replace('## Unreleased\n', `## Unreleased\n\n## ${version} - ${date}\n`);
}

/**
 * What the changelog says of a version that is about to be released.
 * @throws where it is not the newest section, has no date or no text, or something is unreleased still
 */
export function notesOf(text, version) {
  const [unreleased, newest] = sections(text);
  if (unreleased?.title !== 'Unreleased' || unreleased.body !== '') {
    throw new Error('CHANGELOG.md has changes that belong to no version: run node scripts/release/version.mjs');
  }
  const [, named, date = ''] = /^(\S+) - (\d{4}-\d{2}-\d{2})$/.exec(newest?.title ?? '') ?? [];
  if (named !== version || Number.isNaN(Date.parse(date))) {
    throw new Error(`the newest section of CHANGELOG.md is "${newest?.title ?? ''}", not "${version} - YYYY-MM-DD"`);
  }
  if (newest.body === '') throw new Error(`CHANGELOG.md says nothing of ${version}`);
  return `${newest.body}\n`;
}
