/**
 * Whether an `.npmrc` says `ignore-scripts=true`. Undefined where it says of scripts what is not understood here: sections,
 * lists of packages, or anything that lets all of them run.
 */
export function npmrcIgnoresScripts(text: string): boolean | undefined {
  let ignores = false;
  for (const raw of text.replace(/^\uFEFF/, '').split(/\r\n|[\r\n]/)) {
    const line = raw.trim();
    if (line === '' || /^[;#]/.test(line)) continue;
    const at = line.indexOf('=');
    const key = at < 0 ? line : line.slice(0, at).trimEnd();
    if (/^\[|allow-.*(?:script|build)|(?:built|builds?)-?dep|["'\\]|\$\{/i.test(key)) return undefined;
    if (key === 'ignore-scripts') ignores = at < 0 || line.slice(at + 1).trim() === 'true';
  }
  return ignores;
}
