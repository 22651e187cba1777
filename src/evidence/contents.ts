import type { EvidenceSet } from '../model/index.ts';
import { present, unavailable } from '../model/evidence-values.ts';
import { tarballAddress } from '../registry/address.ts';
import { bindingsOf } from './binding.ts';
import { releaseOf } from './packument-evidence.ts';
import type { Found } from './packuments.ts';
import type { Run } from './provider.ts';
import { fromPackument, provider } from './provider.ts';

type Contents = Pick<EvidenceSet, 'contents'>;

/** Tarballs that one run unpacks. */
const mostTarballs = 500;

/** What the tarballs hold whose SHA-512 the registry states. */
export const contents = provider({
  kinds: ['contents'],
  needs: [],
  onlyFor: ['contents'],
  collect: (run) => fromPackument(run, createUnpacking(run)),
});

function createUnpacking({ broker, registries }: Run) {
  let left = mostTarballs;
  return async ({ change: { name, version }, registry, packument }: Found): Promise<Contents> => {
    return { contents: await unpacked() };

    async function unpacked(): Promise<EvidenceSet['contents']> {
      const found = releaseOf(version, packument);
      if (found.state !== 'present') return found;
      const { tarball, integrity } = found.value;
      const stated = bindingsOf([], integrity).flatMap((binding) => binding?.integrity ?? []);
      if (stated.length === 0) return unavailable('not-provided', 'the registry states no SHA-512 of its tarball');
      const address = tarball === undefined ? undefined : tarballAddress(tarball, registry, registries);
      if (address === undefined) return unavailable('not-provided', 'the registry has no address for its tarball');
      if (left <= 0) return unavailable('budget', `one run unpacks at most ${mostTarballs} tarballs`, 'tarball');
      left -= 1;
      const answer = await broker.contents(registry, name, version, address);
      switch (answer.state) {
        case 'unpacked':
          return stated.includes(answer.integrity)
            ? present({ digest: answer.digest, embedded: answer.embedded })
            : unavailable('malformed', 'the registry serves another tarball than it states', 'tarball');
        case 'absent':
          return unavailable('not-provided', 'the registry does not serve its tarball', 'tarball');
        case 'refused':
          return unavailable('unauthorized', `HTTP ${answer.status} for its tarball`, 'tarball');
        case 'unavailable':
          return unavailable(answer.reason, `its tarball: ${answer.detail}`, 'tarball');
      }
    }
  };
}
