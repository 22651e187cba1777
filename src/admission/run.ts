import type { Dossier, Finding, Instant } from '../model/index.ts';
import type { RecordedAnswer } from '../registry/answer.ts';

/** The run that let something in. Its verdict is the caller's to look at. */
export interface AdmittingRun {
  readonly now: Instant;
  readonly dossiers: readonly Dossier[];
  readonly findings: readonly Finding[];
  readonly answers: readonly RecordedAnswer[];
  readonly policy: PolicyInForce;
  readonly place: AdmissionPlace;
}

export interface PolicyInForce {
  readonly uri: string;
  /** Of what it means: `sha256:` and 64 hex digits, as each report shows it. */
  readonly digest: string;
  /** SHA-256 of the file's bytes, in hex; absent where a preset alone applies. */
  readonly file?: string;
}

/** Where it was let in, and by what. All of it are validated parts. */
export interface AdmissionPlace {
  /** `https://github.com/acme/shop` */
  readonly repository: string;
  readonly commit: string;
  /** `https://github.com/acme/shop/.github/workflows/gate.yml@refs/heads/main`; absent where the runner does not say. */
  readonly workflow?: string;
  /** Of lockgate. */
  readonly version: string;
}

/** Who let it in: the workflow, which is also who signs. */
export const platformOf = ({ workflow, repository }: AdmissionPlace): string => workflow ?? repository;
