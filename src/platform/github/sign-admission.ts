import * as core from '@actions/core';
import * as z from 'zod';

import { createLimiter } from '../../net/limiter.ts';
import type { PublishedAdmission } from '../port.ts';
import type { GitHubClient } from './api.ts';
import { describeFailure } from './failure.ts';
import type { ActionRequest } from './request.ts';

/** The payload type of an in-toto statement in a DSSE envelope. */
const payloadType = 'application/vnd.in-toto+json';

/** Statements that one run signs: each is a certificate and an entry of a log that others pay for. */
const mostSigned = 500;
/** At a time. */
const concurrency = 4;

/** Milliseconds after which no further statement is signed. */
const longestSigning = 300_000;

/**
 * The documents of a push, one line each: Sigstore bundles, or the statements as they are where they cannot or may not be signed.
 * All of them are signed, or none: a reader must not have to ask why one is not. Nothing here affects the verdict.
 */
export async function signAdmission(
  request: ActionRequest,
  client: GitHubClient,
  admission: PublishedAdmission,
  patience = longestSigning,
): Promise<readonly string[]> {
  const problem = (await whyNotSigned(request, client, admission)) ?? '';
  if (problem !== '') return unsigned(admission.statements, problem);
  try {
    return await signed(admission, await tokenOf(), Date.now() + patience);
  } catch (error) {
    return unsigned(admission.statements, failureWords(error));
  }
}

function unsigned(statements: readonly string[], problem: string): readonly string[] {
  core.warning(`The documents about what came in are not signed: ${problem}. The verdict stands.`);
  return statements;
}

/** Why nothing is sent anywhere; undefined where it may be. */
async function whyNotSigned(
  request: ActionRequest,
  client: GitHubClient,
  { statements, publicLog, sigstore }: PublishedAdmission,
): Promise<string | undefined> {
  if (!process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
    return 'the job has no identity token; give it `permissions: { id-token: write }`';
  }
  if (statements.length > mostSigned) return `there are ${statements.length}, and one run signs at most ${mostSigned}`;
  if (publicLog || (sigstore !== undefined && !Object.values(sigstore).some(isPublicGood))) return undefined;
  const visibility = await visibilityOf(request, client);
  if (visibility.isPublic) return undefined;
  return `${visibility.why}, and the public log shows its name to everybody for ever; set \`admissions: { publicLog: true }\` in the policy if that may be`;
}

/** Whether an address is of the public Sigstore, or of its staging, whose logs are open to everybody. */
const isPublicGood = (url: string): boolean => /(?:^|\.)sigst(?:ore|age)\.dev\.?$/.test(new URL(url).hostname);

const repositoryReply = z.object({ private: z.boolean(), visibility: z.string().optional() });

/** As it stands: a run that is started again has the payload of then. What cannot be read is not public. */
async function visibilityOf(
  { owner, repo }: ActionRequest,
  client: GitHubClient,
): Promise<{ readonly isPublic: true } | { readonly isPublic: false; readonly why: string }> {
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}', { owner, repo });
    const { private: isPrivate, visibility = 'public' } = repositoryReply.parse(data);
    if (!isPrivate && visibility === 'public') return { isPublic: true };
    return { isPublic: false, why: 'the repository is not public' };
  } catch (error) {
    return { isPublic: false, why: `whether the repository is public could not be read (${describeFailure(error)})` };
  }
}

/** One token for all: Fulcio takes it as long as it is valid. */
async function tokenOf(): Promise<string> {
  try {
    return await core.getIDToken('sigstore');
  } catch {
    throw new NoToken();
  }
}

class NoToken extends Error {}
class TooSlow extends Error {}

async function signed(
  { statements, sigstore }: PublishedAdmission,
  token: string,
  until: number,
): Promise<readonly string[]> {
  const { attest } = await import('./sigstore.ts');
  const limiter = createLimiter(concurrency);
  const options = {
    identityToken: token,
    ...(sigstore && { fulcioURL: sigstore.fulcio, rekorURL: sigstore.rekor }),
    ...{ timeout: 20_000, retry: { retries: 2 } },
  };
  let failed = false;
  const bundles = statements.map((statement) =>
    limiter(async () => {
      // After one failure the others would only be entries of a log that nobody gets to see.
      if (failed) return '';
      try {
        if (Date.now() >= until) throw new TooSlow();
        return JSON.stringify(await attest(Buffer.from(statement), payloadType, options));
      } catch (error) {
        failed = true;
        throw error;
      }
    }),
  );
  const outcomes = await Promise.allSettled(bundles);
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}

/** The library's own messages may hold the token or what a server says: only its codes are told. */
function failureWords(error: unknown): string {
  if (error instanceof NoToken) {
    return 'GitHub gave the job no identity token; it needs `permissions: { id-token: write }`';
  }
  if (error instanceof TooSlow) return 'Sigstore took too long to sign all of them';
  const { code } = (error ?? {}) as { readonly code?: unknown };
  switch (code) {
    case 'CA_CREATE_SIGNING_CERTIFICATE_ERROR':
      return 'Fulcio gave no certificate for the identity of this workflow';
    case 'TLOG_CREATE_ENTRY_ERROR':
    case 'TLOG_FETCH_ENTRY_ERROR':
      return 'Rekor did not log the signature';
    default:
      return 'Sigstore could not be used';
  }
}
