import { GateFailure } from '../errors.ts';
import { isPackageName } from '../lockfile/names.ts';
import { aliasTarget, isAnswerable, specKind } from '../lockfile/spec.ts';
import type { Requirement } from '../model/index.ts';
import { limits, quoted } from '../text/visible.ts';
import { programName } from './program.ts';

/** A spec as it was given, and what it asks for or why nobody can be asked. */
export interface Spec {
  readonly text: string;
  /** The package's real name; null where the spec names none. */
  readonly name: string | null;
  readonly requirement?: Requirement;
  readonly refused?: { readonly code: string; readonly why: string };
}

/**
 * `name`, `name@range`, `@scope/name@tag`, `alias@npm:name@range`. A spec that no registry can answer is refused, and so is each
 * of those with one name.
 * @throws GateFailure `usage` where there is none
 */
export function readSpecs(texts: readonly string[]): readonly Spec[] {
  if (texts.length === 0) throw new GateFailure('usage', `vet needs specs: ${programName()} vet express@^5 @acme/x`);
  const specs = texts.map(readSpec);
  return specs.map((spec) => {
    const { name } = spec.requirement ?? {};
    const isTwice = name !== undefined && specs.filter(({ requirement }) => requirement?.name === name).length > 1;
    if (!isTwice) return spec;
    const why = `${quoted(name, limits.name)} is given twice; vet one spec of it at a time.`;
    return { text: spec.text, name: spec.name, refused: { code: 'twice', why } };
  });
}

/** @throws GateFailure `usage` for the first spec that is refused */
export function requireAll(specs: readonly Spec[]): void {
  const refused = specs.find((spec) => spec.refused !== undefined)?.refused;
  if (refused !== undefined) throw new GateFailure('usage', refused.why);
}

function readSpec(text: string): Spec {
  const at = text.indexOf('@', 1);
  const name = at < 0 ? text : text.slice(0, at);
  // npm's own default for a name alone: what its range would be, with the tag `latest` first.
  const spec = at < 0 || at === text.length - 1 ? '*' : text.slice(at + 1);
  if (isPackageName(name) && isAnswerable(name, spec)) {
    return { text, name: aliasTarget(spec)?.name ?? name, requirement: { name, spec, type: 'prod' } };
  }
  const [code, reason] = whyNot(text, name, spec);
  const why = `${quoted(text, limits.name)} cannot be vetted: ${reason}`;
  return { text, name: isPackageName(name) ? name : null, refused: { code, why } };
}

function whyNot(text: string, name: string, spec: string): readonly [code: string, reason: string] {
  const kind = isPackageName(name) ? specKind(spec) : specKind(text);
  switch (kind) {
    case 'git':
      return [
        'git',
        'a git dependency has no publish time, signature or history to judge, and lockgate never fetches one; name a package in a registry.',
      ];
    case 'remote':
      return [
        'url',
        'a URL is not a package in a registry, and lockgate never requests a URL that it is given; name a package in a registry.',
      ];
    case 'file':
    case 'directory':
      return [
        'file',
        'no registry can vouch for a file or folder, and lockgate never opens one; name a package in a registry.',
      ];
    case 'registry':
    case 'alias':
    case 'unknown':
      return ['invalid', 'npm does not accept this name or spec; write NAME or NAME@RANGE.'];
  }
}
