import type {
  AdvisorySource,
  AnotherRegistry,
  ListedAdvisory,
  OwnManifest,
  TarballContents,
  Unavailable,
} from '../model/index.ts';
import type { Packument } from './packument.ts';
import type { ProgramDigests } from './program-digests.ts';

/** Why there is nothing to read. */
export type NoAnswer =
  /**
   * `authenticated`: it was asked with a credential, so the answer does not hide a private package. `unset`: the environment
   * variable that the credential was to come from.
   */
  | { readonly state: 'absent'; readonly authenticated: boolean; readonly unset?: string }
  | { readonly state: 'refused'; readonly status: number }
  | Unavailable;

/** What a registry or another service answered when it was asked for a document. Keys and attestations are recorded like this. */
export type DocumentAnswer = { readonly state: 'document'; readonly document: unknown } | NoAnswer;

/** What a registry answered when it was asked for one name: all that is kept of it, and enough to judge again. */
export type Answer = { readonly state: 'packument'; readonly packument: Packument } | NoAnswer;

export interface RecordedPackument {
  readonly registry: string;
  readonly name: string;
  readonly answer: Answer;
}
export interface RecordedAttestations {
  readonly registry: string;
  readonly name: string;
  /** As the registry lists it. */
  readonly version: string;
  /** The address that was asked instead of the registry's. */
  readonly at?: AnotherRegistry;
  readonly attestations: DocumentAnswer;
}
export interface RecordedKeys {
  readonly registry: string;
  readonly keys: DocumentAnswer;
}
/** What a source of advisories answered about one name; `absent`: the registry has no such endpoint. */
export type AdvisoryAnswer = { readonly state: 'listed'; readonly advisories: readonly ListedAdvisory[] } | NoAnswer;

export interface RecordedAdvisories {
  /** The registry that is trusted for the name, whichever source was asked. */
  readonly registry: string;
  readonly name: string;
  /** Absent: the registry's own bulk endpoint. */
  readonly source?: Exclude<AdvisorySource, 'registry'>;
  /** Those that were asked about: of any other it says nothing. */
  readonly versions: readonly string[];
  readonly advisories: AdvisoryAnswer;
}

/** Downloads of the last month; `absent`: the service knows no such name. */
export type DownloadsAnswer = { readonly state: 'counted'; readonly monthly: number } | NoAnswer;

export interface RecordedDownloads {
  /** The registry whose service was asked. */
  readonly registry: string;
  readonly name: string;
  /** The address of the service that was asked instead of the registry's. */
  readonly at?: AnotherRegistry;
  readonly downloads: DownloadsAnswer;
}
/** The listing of a version's tarball; `integrity` is of the listed bytes. */
export type TarballAnswer =
  | {
      readonly state: 'listed';
      readonly bindingGyp: boolean;
      /** Absent: it was recorded before lockgate read it. */
      readonly manifest?: OwnManifest;
      readonly integrity: string;
      /** The SHA-1 of the same bytes. Absent: it was recorded before lockgate kept it. */
      readonly sha1?: string;
    }
  | NoAnswer;

export interface RecordedTarball {
  readonly registry: string;
  readonly name: string;
  readonly version: string;
  readonly tarball: TarballAnswer;
}
/** The digests of a package manager's tarball and of the file in it that runs. */
export type ProgramAnswer = ProgramDigests | NoAnswer;

export interface RecordedProgram {
  readonly registry: string;
  readonly name: string;
  readonly version: string;
  readonly program: ProgramAnswer;
}
/** The files of a version's tarball, as one digest; `integrity` is of the packed bytes. */
export type ContentsAnswer = ({ readonly state: 'unpacked'; readonly integrity: string } & TarballContents) | NoAnswer;

export interface RecordedContents {
  readonly registry: string;
  readonly name: string;
  readonly version: string;
  readonly contents: ContentsAnswer;
}
export type RecordedAnswer =
  | (RecordedTarball | RecordedContents | RecordedProgram | RecordedPackument | RecordedAttestations)
  | (RecordedKeys | RecordedAdvisories | RecordedDownloads);

/** What was recorded about all of these versions; undefined where nothing was about one of them. */
export function recordedAdvisories(
  recorded: RecordedAnswer | undefined,
  versions: readonly string[],
): AdvisoryAnswer | undefined {
  if (recorded === undefined || !('advisories' in recorded)) return undefined;
  return versions.every((version) => recorded.versions.includes(version)) ? recorded.advisories : undefined;
}

/**
 * What an answer is about. Ascends by registry, then name, then version: no URL, name or version of a registry holds a
 * space.
 */
export function subjectOf(answer: RecordedAnswer): string {
  if ('keys' in answer) return keysSubject(answer.registry);
  if ('downloads' in answer) return downloadsSubject(answer.registry, answer.name, answer.at);
  if ('advisories' in answer) return advisoriesSubject(answer.registry, answer.name, answer.source);
  if ('contents' in answer) return contentsSubject(answer.registry, answer.name, answer.version);
  if ('tarball' in answer) return tarballSubject(answer.registry, answer.name, answer.version);
  if ('program' in answer) return programSubject(answer.registry, answer.name, answer.version);
  return 'attestations' in answer
    ? attestationsSubject(answer.registry, answer.name, answer.version, answer.at)
    : packumentSubject(answer.registry, answer.name);
}

const keysSubject = (registry: string) => registry;
export const packumentSubject = (registry: string, name: string) => `${registry} ${name}`;
/** `advisories` is no version, so this is nobody's attestations. */
export const advisoriesSubject = (registry: string, name: string, source: AdvisorySource = 'registry') =>
  `${registry} ${name} advisories${source === 'registry' ? '' : ` ${source}`}`;
export const downloadsSubject = (registry: string, name: string, at?: AnotherRegistry) =>
  `${registry} ${name} downloads${asked(at)}`;
export const tarballSubject = (registry: string, name: string, version: string) =>
  `${registry} ${name} ${version} tarball`;
export const programSubject = (registry: string, name: string, version: string) =>
  `${registry} ${name} ${version} program`;
export const contentsSubject = (registry: string, name: string, version: string) =>
  `${registry} ${name} ${version} contents`;
const attestationsSubject = (registry: string, name: string, version: string, at?: AnotherRegistry) =>
  `${registry} ${name} ${version}${asked(at)}`;
/** An answer of another address is never taken for the registry's. */
const asked = (at: AnotherRegistry | undefined) => (at === undefined ? '' : ` at ${at}`);
