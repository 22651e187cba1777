import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Updater } from 'tuf-js';

import { GateFailure } from '../errors.ts';
import { visible } from '../text/visible.ts';
import type { RefreshedTrust } from './recorded-trust.ts';
import { canonicalRegistry, isPrivateChannel } from '../registry/registry-map.ts';
import { parseRegistryKeys } from './registry-keys.ts';
import { seedTexts, signedOn } from './seeds.ts';
import { trustFrom } from './trust-material.ts';
import { createTufFetcher } from './tuf-fetcher.ts';

/** The TUF repository to fetch from; default: the public Sigstore's, from the embedded root. */
export interface RefreshSource {
  readonly mirror?: string;
  /** The text of the `root.json` that the chain of trust starts from. */
  readonly root?: string;
}

/** The public repository's targets are 7 kB and 2 kB. */
const maxTargetBytes = 1024 * 1024;

/**
 * Fetches the current trusted root and registry keys by the TUF client workflow (theupdateframework specification,
 * section 5), from the embedded root on: every byte is covered by the signatures of a chain of roots, and metadata that
 * has expired is refused. Nothing is kept between runs.
 * @throws GateFailure `trust-unavailable` whatever goes wrong on the way; `usage` for a mirror that cannot be one.
 */
export async function refreshTrust(source: RefreshSource): Promise<RefreshedTrust> {
  const mirror = readMirror(source.mirror ?? seedTexts.mirror);
  const folder = await mkdtemp(join(tmpdir(), 'lockgate-trust-'));
  const fetcher = await createTufFetcher(mirror, folder);
  try {
    await writeFile(join(folder, 'root.json'), source.root ?? seedTexts.root);
    const targetDir = join(folder, 'targets');
    await mkdir(targetDir);
    const updater = new Updater({
      ...{ metadataDir: folder, metadataBaseUrl: mirror },
      ...{ targetDir, targetBaseUrl: `${mirror}targets/`, fetcher },
    });
    await updater.refresh();
    const trustedRoot = await readTarget(updater, 'trusted_root.json');
    const registryKeys: unknown = JSON.parse(await readTarget(updater, seedTexts.keysTarget));
    trustFrom(trustedRoot, 'trusted_root.json');
    const list = parseRegistryKeys(registryKeys);
    if (list.state === 'malformed' || list.keys.size === 0) throw new Error('its list of registry keys is unusable');
    const date = signedOn(await readFile(join(folder, 'timestamp.json'), 'utf8'));
    return { trustedRoot, registryKeys, ...(date === undefined ? {} : { date }) };
  } catch (cause) {
    const why = visible(cause instanceof Error ? cause.message : String(cause), 200);
    throw new GateFailure(
      'trust-unavailable',
      `The trust material could not be refreshed from ${visible(mirror)} (${why}); run again, or leave out --refresh-trust to use the built-in trust material.`,
    );
  } finally {
    fetcher.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function readTarget(updater: Updater, name: string): Promise<string> {
  const target = await updater.getTargetInfo(name);
  if (target === undefined) throw new Error(`it has no target ${name}`);
  if (target.length > maxTargetBytes) throw new Error(`its target ${name} is larger than ${maxTargetBytes} bytes`);
  return readFile(await updater.downloadTarget(target), 'utf8');
}

function readMirror(text: string): string {
  const mirror = canonicalRegistry(text);
  if ('url' in mirror && isPrivateChannel(mirror.url)) return mirror.url;
  const fault = 'fault' in mirror ? mirror.fault : 'plain http';
  throw new GateFailure('usage', `The TUF mirror must be an https address (plain http only on loopback): ${fault}.`);
}
