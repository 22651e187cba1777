/** The places of one entry, as different readers of tar take them. */
export type Places = readonly string[];

const block = 512;
/** Longest body of an extended header; node-tar ignores a longer one, which other readers obey. */
const longestExtension = 1024 * 1024;
const nothing = Buffer.alloc(block);
/** Links, devices and folders. */
const noBody = /^[1-6]$/;

/**
 * Walks through the headers of a tar archive beside the parser, because package managers read archives with different
 * readers: some go on after the end, some add the prefix to a name in formats that have none, some know only one of two
 * ways to spell a long path. It names every path that an entry may have.
 * Throws where readers would lose step with one another: a header that is none before the end, a file's size given twice.
 */
export class TarHeaders {
  readonly #onEntry: (paths: Places) => void;
  #pending: Buffer = Buffer.alloc(0);
  #skip = 0;
  #nulls = 0;
  #isOver = false;
  #extension: { readonly type: string; readonly size: number; body: Buffer[]; left: number } | undefined;
  #given: string[] = [];

  constructor(onEntry: (paths: Places) => void) {
    this.#onEntry = onEntry;
  }

  /** @throws Error if readers disagree on where the next header is */
  write(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length && !this.#isOver) {
      if (this.#extension !== undefined && this.#extension.left > 0) {
        const part = chunk.subarray(at, at + this.#extension.left);
        this.#extension.body.push(part);
        this.#extension.left -= part.length;
        at += part.length;
        if (this.#extension.left === 0) this.#extended();
      } else if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, chunk.length - at);
        this.#skip -= skipped;
        at += skipped;
      } else {
        const part = chunk.subarray(at, at + block - this.#pending.length);
        at += part.length;
        this.#pending = this.#pending.length === 0 ? part : Buffer.concat([this.#pending, part]);
        if (this.#pending.length < block) return;
        this.#header(this.#pending);
        this.#pending = Buffer.alloc(0);
      }
    }
  }

  #header(header: Buffer): void {
    if (header.equals(nothing)) {
      this.#nulls += 1;
      return;
    }
    if (!isSummed(header)) {
      if (this.#nulls < 2) throw new Error('a header that is none');
      this.#isOver = true;
      return;
    }
    const type = textOf(header, 156, 1) || '0';
    const size = sizeOf(header);
    if (/^[xgXLKN]$/.test(type)) {
      if (size > longestExtension) throw new Error('an extended header that not every reader reads');
      this.#extension = { type, size, body: [], left: size };
      this.#skip = padded(size) - size;
      return;
    }
    if (/^[ADIMSV]$/.test(type)) throw new Error('an entry that not every reader knows');
    const paths = this.#pathsOf(header);
    const isFolder = type === '5' || (type === '0' && paths.some((path) => path.endsWith('/')));
    if (size > 0 && ((isFolder && type !== '5') || (noBody.test(type) && type !== '5'))) {
      throw new Error('a body where not every reader expects one');
    }
    this.#skip = isFolder ? 0 : padded(size);
    this.#given = [];
    this.#onEntry(paths);
  }

  /** A path that an extension gives takes the place of the header's; one reader still adds the header's prefix. */
  #pathsOf(header: Buffer): Places {
    const format = header.toString('latin1', 257, 263);
    const prefix = textOf(header, 345, 155);
    const names = this.#given.length > 0 ? this.#given : [textOf(header, 0, 100)];
    if (prefix === '') return names;
    const prefixed = names.map((name) => `${prefix}/${name}`);
    return format === 'ustar\0' && this.#given.length === 0 ? prefixed : [...names, ...prefixed];
  }

  #extended(): void {
    const { type, body } = this.#extension ?? { type: '', body: [] };
    this.#extension = undefined;
    const text = Buffer.concat(body).toString();
    if (type === 'L' || type === 'N') this.#given.push(upToNull(text));
    if (/^[LNK]$/.test(type)) return;
    for (const [key, value] of recordsOf(text)) {
      if (key === 'path' || key === 'GNU.sparse.name') this.#given.push(upToNull(value));
      if (key === 'size') throw new Error('a size that not every reader reads');
    }
  }
}

const padded = (size: number): number => Math.ceil(size / block) * block;

function upToNull(text: string): string {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

const textOf = (header: Buffer, from: number, length: number): string =>
  upToNull(header.toString('utf8', from, from + length));

/** Octal text, or from the first bit on a number in base 256. */
function sizeOf(header: Buffer): number {
  const [first = 0] = header.subarray(124);
  if (first >= 0x80) {
    const value = BigInt(`0x${header.toString('hex', 125, 136)}`);
    if (first !== 0x80 || value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error('a size that is none');
    return Number(value);
  }
  const written = textOf(header, 124, 12).trim();
  if (written === '') return 0;
  if (!/^[0-7]+$/.test(written)) throw new Error('a size that is none');
  return Number.parseInt(written, 8);
}

function isSummed(header: Buffer): boolean {
  const written = Number.parseInt(textOf(header, 148, 8).trim(), 8);
  let sum = 8 * 0x20;
  for (const [at, byte] of header.entries()) {
    if (at < 148 || at >= 156) sum += byte;
  }
  return sum === written;
}

/** The records of an extended header, `length key=value` each (POSIX pax), and lines that have no right length. */
function recordsOf(text: string): readonly (readonly [key: string, value: string])[] {
  return text.split('\n').flatMap((line) => {
    const [, key, value] = /^\d+ ([^=]+)=(.*)$/s.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value] as const];
  });
}
