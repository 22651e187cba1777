/**
 * Names for the chunks that follow from the sources and not from what is in them: esbuild only knows names with a hash of the
 * content, so that a changed message renames its chunk and, with it, changes every file that imports the chunk.
 */

/** `zod/v4/index.js` is `zod-v4`: the part of a path that says something, as the name of a file. */
function nameOf(path) {
  const parts = path
    .replace(/^src\//, '')
    .replace(/\.[a-z]+(?: with .*)?$/, '')
    .split('/')
    .filter((part) => !['node_modules', 'lib', 'dist', 'index'].includes(part))
    .filter((part, at, parts) => part !== parts[at - 1]);
  const name = parts.join('-').replace(/[^A-Za-z0-9]+/g, '-');
  return name.replace(/^-|-$/g, '').toLowerCase();
}

/** How many of `members` are loaded with `start`, itself included. */
function reach(start, members, inputs) {
  const loaded = new Set([start]);
  for (const path of loaded) {
    for (const { kind, path: imported } of inputs[path]?.imports ?? []) {
      if (kind !== 'dynamic-import' && members.has(imported)) loaded.add(imported);
    }
  }
  return loaded.size;
}

/** The module that pulls in most of its chunk: unlike the largest one, it stays the same when a file grows. */
function headOf({ inputs: own }, inputs) {
  const members = new Set(Object.keys(own));
  const depth = (path) => path.split('/').length;
  const [head] = [...members]
    .map((path) => ({ path, reach: reach(path, members, inputs) }))
    .sort((a, b) => b.reach - a.reach || depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1));
  return head?.path ?? 'runtime';
}

/**
 * The new file name of every chunk by its old one. What is imported on demand has the name of that module; what several
 * of them share has the name of its head, after `chunk-`: a module can be the one and the head of the other.
 */
function namesFor({ inputs, outputs }, isChunk) {
  const named = Object.entries(outputs)
    .filter(([path]) => isChunk(path))
    .map(([path, output]) => {
      const source = output.entryPoint ?? headOf(output, inputs);
      return { path, source, name: `${output.entryPoint === undefined ? 'chunk-' : ''}${nameOf(source)}` };
    })
    .sort((a, b) => (a.source < b.source ? -1 : 1));
  const taken = new Map();
  return new Map(
    named.map(({ path, name }) => {
      const before = taken.get(name) ?? 0;
      taken.set(name, before + 1);
      return [path, `${name}${before === 0 ? '' : `-${before + 1}`}.js`];
    }),
  );
}

/**
 * The files of a build, by their paths below `outdir`, with every chunk and every import of a chunk renamed and nothing else
 * changed.
 * @param texts what esbuild wrote, by the paths of the metafile
 * @throws where a file does not import what the metafile says it does
 */
export function withStableNames(texts, metafile, outdir) {
  const folder = `${outdir}/chunks/`;
  const names = namesFor(metafile, (path) => path.startsWith(folder));
  const files = new Map();
  for (const [path, text] of texts) {
    let renamed = 0;
    const contents = text.replace(/"(\.\.?\/(?:chunks\/)?)([^"/\n]+\.js)"/g, (specifier, way, file) => {
      const name = names.get(folder + file);
      if (name === undefined) return specifier;
      renamed += 1;
      return `"${way}${name}"`;
    });
    const imports = metafile.outputs[path].imports.filter((one) => names.has(one.path));
    if (renamed !== imports.length) {
      throw new Error(`${path} imports ${imports.length} chunks, and ${renamed} imports in it could be renamed`);
    }
    const name = names.get(path);
    const target = name === undefined ? path.slice(outdir.length + 1) : `chunks/${name}`;
    files.set(target, { contents, output: metafile.outputs[path] });
  }
  return files;
}
