import intersects from 'semver/ranges/intersects.js';
import subset from 'semver/ranges/subset.js';
import validRange from 'semver/ranges/valid.js';

import type { Lockfile, Requirement } from '../../model/index.ts';
import { OVERRIDE_KEY } from '../declared-overrides.ts';
import type { Reading } from '../manager.ts';
import type { Manifest } from '../manifest.ts';

/** Of a name in several maps pnpm keeps one requirement: that of the first of these. */
const KEPT = ['optional', 'prod', 'dev', 'peer'] as const;

/**
 * What pnpm may write for one name of an importer's manifest: one requirement, whatever the number of maps; for a peer
 * that is overridden, a production dependency too; nothing where an override (`-`) takes it away.
 */
export function pnpmReadings(manifest: Manifest, name: string, { settings }: Lockfile): readonly Reading[] {
  const declared = manifest.declared.filter((each) => each.name === name);
  const kept = KEPT.flatMap((type) => declared.filter((each) => each.type === type)).slice(0, 1);
  const readings: Reading[] = [{ requires: kept, isSure: true }];
  const [asked] = kept;
  if (asked === undefined) return readings;
  for (const [key, { value }] of settings?.overrides ?? []) {
    const how = applies(key, asked, manifest.name);
    if (how === 'no') continue;
    if (value === '-') readings.push({ requires: [], isSure: how === 'yes' });
    else if (declared.some(({ type }) => type === 'peer')) {
      readings.push({ requires: [{ name, spec: value, type: 'prod' }], isSure: true });
    }
  }
  return readings;
}

/**
 * Whether an override is about a requirement of an importer. Of two ranges that overlap in part it depends on pnpm's
 * version, and of the importer's own version lockgate knows nothing.
 */
function applies(key: string, { name, spec }: Requirement, importer: string | undefined): 'yes' | 'perhaps' | 'no' {
  const [, parent, parentRange, target, range] = OVERRIDE_KEY.exec(key) ?? [];
  if (target !== name || (parent !== undefined && parent !== importer)) return 'no';
  const sure = parentRange === undefined ? 'yes' : 'perhaps';
  if (range === undefined || range === spec) return sure;
  if (validRange(range) === null || validRange(spec) === null) return 'perhaps';
  if (!intersects(range, spec)) return 'no';
  return subset(spec, range) ? sure : 'perhaps';
}
