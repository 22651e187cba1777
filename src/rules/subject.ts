import type { Address, Change, Dossier, Pin } from '../model/index.ts';
import { limits, quoted, visible } from '../text/visible.ts';
import type { Args } from '../model/rule.ts';

/** How rules about a package name their subject. */

export type Subject = Omit<Dossier, 'evidence'>;

/** The arguments that name the package. */
export function identity(change: Change): { readonly name: string; readonly version: string } {
  return { name: change.name, version: change.version };
}

/** `name@version` from those arguments, between backticks. */
export function named(args: Args): string {
  const { name, version } = args;
  if (name === undefined || version === undefined) throw new TypeError('a message lacks the package that it is about');
  return quoted(`${name}@${version}`, limits.name + limits.version + 1);
}

/**
 * An argument that is one of our own words or a number, without backticks.
 * @throws TypeError where it is missing: a defect of the rule.
 */
export function plain(value: string | number | undefined): string {
  if (value === undefined) throw new TypeError('a message lacks one of its arguments');
  return visible(String(value), limits.name);
}

/** A number with a comma after every three digits: `200,000,000`. */
export function withCommas(value: string | number | undefined): string {
  return plain(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/**
 * The trusted registry of a package that comes from one.
 * @throws TypeError where the collector assigned none: a defect, and never a reason to report nothing.
 */
export function registryOf(dossier: Subject): string {
  if (dossier.registry === undefined) throw new TypeError(`no registry was assigned to ${dossier.change.name}`);
  return dossier.registry;
}

/**
 * Each pin with its classified address.
 * @throws TypeError where their numbers differ: a pin without an address would pass unnoticed.
 */
export function pinsOf(dossier: Subject): readonly { readonly pin: Pin; readonly address: Address }[] {
  if (dossier.addresses.length !== dossier.change.pins.length) {
    throw new TypeError(`${dossier.change.name} has a different number of pins and addresses`);
  }
  return dossier.addresses.map((address, index) => ({ pin: dossier.change.pins[index] as Pin, address }));
}
