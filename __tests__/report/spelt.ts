/** A report in which everything that a pull request, a registry or a policy can spell is spelt by somebody else. */
import fc from 'fast-check';

import type { Report } from '../../src/model/index.ts';
import { hostileText } from './hostile.ts';
import { change, finding, report } from './sample.ts';

const slots = 40;

const coveredBy = (text: (slot: number) => string) => ({
  reason: `w${text(36)}`,
  owner: `o${text(37)}`,
  expires: `e${text(38)}`,
  ...({ kind: 'exception', id: `D${text(17)}`, origin: `p${text(39)}` } as const),
});

/** Every third-party text of a report, spelt by `text`. What stands before it keeps names apart and in order. */
export function spelt(text: (slot: number) => string): Report {
  const name = (index: number) => `n${index}${text(index)}`;
  const version = `1.0.0${text(10)}`;
  const lockfile = `l${text(11)}`;
  const changes = [0, 1, 2, 3].map((index) =>
    change({
      name: name(index),
      version,
      lockfile,
      line: index + 1,
      direct: index === 0,
      via: index === 0 ? [[name(0)]] : [[name(0), `m${text(12)}`, name(index)]],
      kind: index === 2 ? 'updated' : 'added',
      ...(index === 2 ? { previousVersion: `0.9${text(13)}` } : {}),
      ...(index === 1 ? { baseVersions: [`0.8${text(26)}`] } : {}),
      manifests: [{ path: `p${text(14)}`, line: 3 }],
      importers: [text(27)],
    }),
  );
  const said = (index: number) => ({
    name: name(index),
    version,
    lockfile,
    line: index + 1,
    message: `m${index} ${text(15)} is`,
    remediation: `r ${text(16)} do`,
  });
  const made = report({
    changes,
    findings: [
      finding({ ...said(0), floor: true, about: [`a${text(35)}`] }),
      finding({ ...said(1), rule: 'integrity' }),
      finding({ ...said(1), rule: `z${text(28)}`, level: 'warn', message: `\`${text(29)}\``, remediation: text(30) }),
      finding({ ...said(2), level: 'warn' }),
      finding({ ...said(3), status: 'excepted', decision: `D${text(17)}`, coveredBy: coveredBy(text) }),
      finding({ ...said(3), rule: 'lockfile', name: null, version: null }),
    ],
    errors: [{ code: `c${text(31)}`, message: `e ${text(18)} x`, path: `q${text(19)}`, line: 7 }],
    lockfiles: [{ path: lockfile, format: 'npm', formatVersion: `3${text(20)}`, status: 'changed', packages: 4 }],
    policy: { source: `s${text(21)}`, digest: `sha256:${text(22)}`, mode: 'enforce' },
    evidence: {
      [`${name(1)} ${version}`]: {
        provenance: { state: 'absent' },
        publishedAt: { state: 'present', value: `t${text(32)}` },
      },
    },
  });
  return {
    ...made,
    base: `b${text(23)}`,
    head: `h${text(24)}`,
    evaluatedAt: `i${text(33)}`,
    changes: made.changes.map((each) => ({ ...each, registry: `u${text(25)}` })),
    registries: [{ url: `u${text(25)}`, role: 'policy', packages: 4 }],
    trust: { material: 'given', date: `d${text(34)}`, old: true },
  };
}

export const hostileReport = fc
  .array(hostileText, { minLength: slots, maxLength: slots })
  .map((texts) => spelt((slot) => texts[slot] ?? ''));

/** The same report in which nobody means harm: what every other one must look like, texts aside. */
export const benign = spelt(() => 'x');
