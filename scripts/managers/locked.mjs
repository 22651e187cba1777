/**
 * Which versions a lockfile has of which registry packages, by the plainest reading of its text: what lockgate's own readers
 * are held to.
 */
const inUrl =
  /https?:\/\/registry\.example\/(?:acme\/|jsr\/)?((?:@[^/"]+\/|@[^/"]+%2f)?[^/"@]+)\/-\/[^/"]*?-(\d[^/"]*)\.tgz/g;

/** @param {{ family: string }} manager @param {string} text @returns {string[]} `name version`, sorted */
export function lockedIn({ family }, text) {
  return [...new Set(readers[family](text))].sort();
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, name, version]) => `${name} ${version}`);

const readers = {
  npm: (text) => {
    const { packages, dependencies } = JSON.parse(text);
    return packages === undefined ? inFolders(dependencies) : inPackages(packages);
  },
  yarn1: (text) => matches(text, inUrl),
  berry: (text) => matches(text, /^ {2}resolution: "((?:@[^/"]+\/)?[^@"]+)@npm:(\d[^":]*)(?:::[^"]*)?"$/gm),
  bun: (text) => matches(text, /^ {4}"[^"]+": \["((?:@[^/"]+\/)?[^@"]+)@(\d[^"]*)"/gm),
  pnpm: (text) => {
    const packages = text.slice(text.search(/^packages:$/m), text.search(/^snapshots:$|$(?![\s\S])/m));
    return matches(packages, /^ {2}'?\/?((?:@[^/'\s]+\/)?[^@'/\s]+)@(\d[^':(\s]*)(?:\([^']*\))?'?:$/gm);
  },
};

function inPackages(packages) {
  return Object.entries(packages).flatMap(([at, { name = at.split('node_modules/').at(-1), version, resolved }]) =>
    at.includes('node_modules/') && version !== undefined && isOfRegistry(resolved) ? [`${name} ${version}`] : [],
  );
}

/** The map of npm 6: an alias has the name in its version, and what comes from elsewhere an address. */
function inFolders(dependencies = {}) {
  return Object.entries(dependencies).flatMap(([at, { version, dependencies: below }]) => {
    const [, name = at, number] = /^(?:npm:(.+)@)?(\d[^/]*)$/.exec(version) ?? [];
    return [...(number === undefined ? [] : [`${name} ${number}`]), ...inFolders(below)];
  });
}

const isOfRegistry = (resolved) => resolved === undefined || /^https:[^#]*\/-\//.test(resolved);
