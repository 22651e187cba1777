import type { Claims, DependencyType, LockedPackage, Requirement, Source } from '../../model/index.ts';
import { limits, quoted } from '../../text/visible.ts';
import type { JsonDocument } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { aliased, aliasesOf } from '../../lockfile/aliases.ts';
import { EntryFields, lockedPackage } from '../../lockfile/entry.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { folderOf, follow, join } from '../../text/paths.ts';
import type { WrittenEntry } from './fields.ts';
import type { KeyParts, KeyStyle } from './keys.ts';
import { keysOf, readPnpmKey, withoutPeers } from './keys.ts';
import { readResolution } from './source.ts';
import type { Resolution } from './source.ts';
import type { Refuse } from '../../lockfile/requirements.ts';
import { refuser } from '../../lockfile/requirements.ts';

/** One entry of `packages`: the pin, whatever peers it is resolved with. */
interface Entry {
  readonly object: JsonObject;
  readonly name: string;
  readonly alias: string;
  readonly version: string;
  readonly line: number;
  readonly resolution: Resolution;
  readonly claims: Claims;
}

/** An entry with the references of one set of peers. */
interface Snapshot {
  readonly key: string;
  readonly entry: Entry;
  readonly object: JsonObject;
}

/** The packages and links of a document, each under the key by which importers and packages refer to it. */
export class PnpmPackages {
  readonly #document: JsonDocument;
  readonly #prefix: string;
  readonly #home: string;
  readonly #style: KeyStyle;
  readonly #importers: ReadonlySet<string>;
  readonly #published: ReadonlySet<string>;
  readonly #snapshots = new Map<string, Snapshot>();
  /** The names under which a snapshot is required, by its key; filled while references are read. */
  readonly #asked = new Map<string, Set<string>>();
  readonly #links = new Map<string, LockedPackage>();
  readonly #refuse: Refuse;

  /** @param importers their folders, relative to the lockfile's, each with the folder below it that it publishes */
  constructor(
    document: JsonDocument,
    prefix: string,
    home: string,
    style: KeyStyle,
    importers: ReadonlyMap<string, string | undefined>,
    packages: JsonObject | undefined,
    snapshots: JsonObject | undefined,
  ) {
    this.#document = document;
    this.#prefix = prefix;
    this.#style = style;
    this.#home = home;
    this.#importers = new Set(importers.keys());
    this.#published = new Set(
      [...importers].flatMap(([folder, published]) => (published === undefined ? [] : join(folder, published))),
    );
    this.#refuse = refuser(document, 'lockfile-shape');
    const entries = new Map<string, Entry>();
    packages?.forEach((key, value, offset) => entries.set(key, this.#entry(key, value, offset)));
    if (style === 'at') this.#readSnapshots(entries, snapshots);
    else for (const [key, entry] of entries) this.#snapshots.set(key, { key, entry, object: entry.object });
  }

  #readSnapshots(entries: ReadonlyMap<string, Entry>, snapshots: JsonObject | undefined): void {
    const resolved = new Set<string>();
    snapshots?.forEach((key, object, offset) => {
      const of = entries.has(key) ? key : withoutPeers(key);
      const entry = entries.get(of) ?? this.#refuse(offset, `\`packages\` has no entry for ${quoted(key)}`);
      if (!(object instanceof JsonObject)) return this.#refuse(offset, `The snapshot ${quoted(key)} must be a map`);
      resolved.add(of);
      this.#snapshots.set(key, { key, entry, object });
    });
    // An entry without a snapshot is locked too.
    const none = new JsonObject(0, [], [], []);
    for (const [key, entry] of entries) if (!resolved.has(key)) this.#snapshots.set(key, { key, entry, object: none });
  }

  #entry(key: string, object: unknown, offset: number): Entry {
    if (!(object instanceof JsonObject)) return this.#refuse(offset, `The entry ${quoted(key)} must be a map`);
    const fields = new EntryFields(this.#document, key, object);
    const resolution = fields.map('resolution') ?? fields.refuse('resolution', 'a map');
    const [ownName, ownVersion] = [fields.string('name'), fields.string('version')];
    const parts = this.#parts(key, ownName, ownVersion, offset);
    const name = ownName ?? parts.name;
    for (const each of [name, parts.name]) {
      if (isPackageName(each)) continue;
      const shown = `${quoted(key)} has the name ${quoted(each, limits.name)}, which no registry accepts`;
      return refuser(this.#document, 'lockfile-invalid-name')(offset, shown);
    }
    const read = readResolution(this.#document.path, parts, resolution, fields, {
      home: this.#home,
      importers: this.#importers,
    });
    this.#refuseOtherWords(key, parts, { name: ownName, version: ownVersion }, read.source.kind, offset);
    const version = ownVersion ?? parts.version.replace(/^runtime:/, '');
    fields.checkVersion(version, read.source.kind === 'registry');
    const claims: { -readonly [K in keyof Claims]: Claims[K] } = {};
    for (const claim of ['dev', 'optional'] as const) {
      const value = fields.boolean(claim);
      if (value !== undefined) claims[claim] = value;
    }
    if (fields.boolean('requiresBuild') === true) claims.hasInstallScript = true;
    return { object, name, alias: parts.name, version, line: this.#document.line(offset), resolution: read, claims };
  }

  /** Whether the key or the fields win depends on pnpm's version, so both must name the same registry package. */
  #refuseOtherWords(
    key: string,
    parts: KeyParts,
    own: { readonly name: string | undefined; readonly version: string | undefined },
    kind: Source['kind'],
    offset: number,
  ): void {
    if (kind !== 'registry') return;
    const same = (own.name ?? parts.name) === parts.name && (own.version ?? parts.version) === parts.version;
    if (same) return;
    const shown = `${quoted(key)} calls itself ${quoted(`${own.name ?? parts.name}@${own.version ?? parts.version}`)}`;
    refuser(this.#document, 'lockfile-value')(offset, shown);
  }

  /** If a key names no package (an address, before version 9), the entry's own fields do. */
  #parts(key: string, name: string | undefined, version: string | undefined, offset: number): KeyParts {
    const parts = readPnpmKey(key, this.#style);
    if (this.#style !== 'at' && !key.startsWith('/') && name !== undefined) {
      const own = { name, version: version === undefined || isAddress(key) ? withoutPeers(key) : version };
      return parts?.host === undefined || isAddress(key) ? own : { ...own, host: parts.host };
    }
    return parts ?? this.#refuse(offset, `The key ${quoted(key)} does not name a package`);

    /** `file:x`, `@git+…` or `github.com/owner/repository/commit`: it does not hold the package's version. */
    function isAddress(text: string): boolean {
      return version === undefined || !withoutPeers(text).replace(/_.*$/, '').endsWith(version);
    }
  }

  /**
   * The key that a reference leads to.
   * @param from folder of the importer whose reference it is; links of packages start at the lockfile's folder
   */
  keyOf(name: string, reference: string, from: string, offset: number): string {
    if (reference.startsWith('link:')) return this.#link(name, reference.slice('link:'.length), from, offset);
    const key = keysOf(name, reference, this.#style).find((each) => this.#snapshots.has(each));
    if (key !== undefined) {
      if (this.#snapshots.get(key)?.entry.name !== name) this.#noteAlias(key, name);
      return this.#prefix + key;
    }
    const shown = `${quoted(name, limits.name)} refers to ${quoted(reference)}, which is not in the lockfile`;
    return this.#refuse(offset, shown);
  }

  #noteAlias(key: string, name: string): void {
    this.#asked.set(key, (this.#asked.get(key) ?? new Set()).add(name));
  }

  #link(name: string, target: string, from: string, offset: number): string {
    const lockfileFolder = folderOf(this.#document.path);
    const absolute = follow('', target).path === target && /^(?:\/|~|[a-z]:)/i.test(target);
    const { path, outside } = follow(lockfileFolder, absolute ? target : join(from === '' ? this.#home : from, target));
    const key = `${this.#prefix}link:${path}`;
    if (!this.#links.has(key)) {
      const workspace = !outside && (this.#importers.has(path) || this.#published.has(path));
      this.#links.set(key, {
        ...{ key, name, version: '', line: this.#document.line(offset), requires: [], claims: {} },
        source: { kind: workspace ? 'workspace' : 'link', spec: path, outside, workspace },
      });
    }
    return key;
  }

  /** An entry as it was written. */
  entryOf(key: string): WrittenEntry | undefined {
    const found = this.#snapshots.get(key.slice(this.#prefix.length));
    return found && { objects: [found.entry.object, found.object], resolution: found.entry.resolution };
  }

  /** All packages in the document's order; links last, because they are known only once all references were read. */
  made(): readonly LockedPackage[] {
    const made = [...this.#snapshots.values()].map((snapshot) => this.#locked(snapshot));
    // By now all references were read.
    const packages = made.map((each) => {
      const names = this.#asked.get(each.key.slice(this.#prefix.length));
      return names === undefined ? each : { ...each, ...aliased(each.name, [...aliasesOf(each), ...names]) };
    });
    return [...packages, ...this.#links.values()];
  }

  #locked({ key, entry, object }: Snapshot): LockedPackage {
    const { name, alias, version, line, claims, resolution } = entry;
    const { source, resolved, integrity } = resolution;
    const requires = this.#requires(entry, object);
    const made = { key: this.#prefix + key, name, version, source, line, requires, claims };
    return lockedPackage(made, alias, resolved, integrity);
  }

  #requires(entry: Entry, object: JsonObject): readonly Requirement[] {
    const requires: Requirement[] = [];
    const [peers, meta] = [entry.object.get('peerDependencies'), entry.object.get('peerDependenciesMeta')];
    const read = (map: string, type: DependencyType): void => {
      const asked = object.get(map);
      if (asked === undefined || asked === null) return;
      if (!(asked instanceof JsonObject)) return void this.#refuse(object.offsetOf(map), `\`${map}\` must be a map`);
      asked.forEach((name, reference, offset) => {
        if (typeof reference !== 'string') {
          return this.#refuse(offset, `${quoted(name, limits.name)} in \`${map}\` must be a string`);
        }
        const to = this.keyOf(name, reference, '', offset);
        const isPeer = peers instanceof JsonObject && peers.has(name);
        const optional = meta instanceof JsonObject ? meta.get(name) : undefined;
        const optionalPeer = isPeer && optional instanceof JsonObject && optional.get('optional') === true;
        requires.push({
          ...{ name, spec: this.#specOf(name, reference, to), type: isPeer ? 'peer' : type, to },
          ...(optionalPeer && { optionalPeer }),
        });
      });
    };
    read('dependencies', 'prod');
    read('optionalDependencies', 'optional');
    return requires;
  }

  /** pnpm does not record the spec that a package asked for, so this is what it got, written as a spec. */
  #specOf(name: string, reference: string, to: string): string {
    const found = this.#snapshots.get(to.slice(this.#prefix.length))?.entry;
    if (found?.resolution.source.kind !== 'registry') return reference;
    return found.name === name ? found.version : `npm:${found.name}@${found.version}`;
  }
}
