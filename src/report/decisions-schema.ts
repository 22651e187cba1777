import * as z from 'zod';

import type { RecordNotCounted, RefusedBecause, Undecidable, Unproven } from '../model/index.ts';

/** The part of `lockgate-report/1` about decisions. */

const instant = z.iso.datetime({ offset: true });
const id = z.int().min(1).describe('numeric id of the account');
const account = z.object({
  id,
  login: z.string(),
  type: z.enum(['User', 'Bot', 'Organization', 'Mannequin', 'EnterpriseUserAccount']),
});
const comment = z.string().describe('number of the comment');
/** Somebody's decision. */
export const decision = z.object({
  login: z.string(),
  id,
  comment: comment.nullable(),
  record: z.exactOptional(z.string()).describe('path of the record that says it, where the comment was not heard'),
  reason: z.string(),
  at: instant,
});
const codes = z.array(z.string()).describe('rule/code, of what blocks');

/** The words of a closed union, each once: a word that is missing or too much does not compile. */
const all = <Word extends string>(words: Readonly<Record<Word, true>>) =>
  z.enum(Object.keys(words) as [Word, ...Word[]]);

const undecidable = all<Undecidable>({
  ...{ floor: true, 'no-bytes': true, 'no-digest': true, 'denied-by-policy': true, 'ask-again': true },
  ...{ 'no-subject': true, 'otherwise-elsewhere': true, 'no-repository': true },
});

const refused = all<RefusedBecause>({
  ...{
    'not-a-user': true,
    'not-listed': true,
    'team-not-asked': true,
    'no-permission': true,
    never: true,
    proposer: true,
    edited: true,
  },
  ...{ minimized: true, 'by-mail': true, 'by-app': true, malformed: true, 'other-digest': true, 'other-codes': true },
  ...{ 'not-here': true, 'not-decidable': true, 'contradicts-itself': true, superseded: true, denied: true },
  ...{
    expired: true,
    'after-report-was-edited': true,
    'no-approvers': true,
    'account-gone': true,
    'after-merge': true,
    'in-a-review': true,
    'unclear-text': true,
    'not-alone': true,
  },
});

const uncounted = all<RecordNotCounted>({
  ...{ 'not-a-file': true, 'too-large': true, 'not-json': true, 'not-a-record': true, misnamed: true, revoked: true },
  ...{ 'maybe-revoked': true, expired: true, 'not-yet': true, 'no-approvers': true, 'not-listed': true },
  ...{ 'other-facts': true, 'other-codes': true, 'too-few': true, 'decided-here-alone': true, proposer: true },
  ...{ 'proposers-unknown': true, 'no-repository': true },
});

const unproven = all<Unproven>({
  ...{ 'too-large': true, 'not-json': true, 'not-a-record': true, misnamed: true, 'other-repository': true },
  ...{ 'too-many': true, 'no-platform': true, 'no-pull': true, 'not-merged': true, 'careless-branch': true },
  ...{ 'policy-unknown': true, 'not-brought-in': true, 'not-derived': true, 'not-derivable': true, signature: true },
  ...{
    signer: true,
    proposer: true,
    'proposers-unknown': true,
    'too-few': true,
    'wrong-time': true,
    'not-as-named': true,
  },
  ...{ 'says-more': true, 'recorded-already': true, revoked: true },
});

export const decisionsSchema = z.object({
  asked: z.boolean().describe('whether comments were read'),
  repositoryId: z.exactOptional(z.int().min(1)).describe('numeric id of the repository that decisions are about'),
  pulls: z
    .exactOptional(z.array(z.int().min(1)))
    .describe('of a merge group and of a push: the pull requests that were asked'),
  notCounted: z.exactOptional(z.string()).describe('why no decision by comment counts here, or not for everything'),
  required: z.int().min(1).describe('how many different people an approval needs'),
  because: z.exactOptional(z.string()).describe('why that is one more than the policy says'),
  approvers: z.object({
    users: z.array(z.object({ login: z.string(), id })),
    teams: z.array(z.object({ slug: z.string(), id: z.int().min(1) })),
  }),
  proposers: z
    .array(
      z.object({
        account,
        as: z.enum(['author', 'pusher', 'commit-author', 'committer', 'co-author', 'requester', 'assigner']),
        commit: z.exactOptional(z.string()),
      }),
    )
    .describe('who proposed the change, and so cannot approve it'),
  offers: z
    .array(
      z.object({
        kind: z.enum(['package', 'file']),
        name: z.string().nullable(),
        version: z.string().nullable(),
        path: z.string().nullable(),
        digest: z.string().describe('what is decided, 64 hex digits'),
        codes,
        line: z.string().nullable().describe('the line of a comment that approves it; null where none can be written'),
        unread: z.array(z.string()).describe('kinds of evidence that could not be read'),
        approvals: z.array(decision),
        isApproved: z.boolean(),
        byOne: z.exactOptional(z.literal(true)).describe('one approver is enough for it, a proposer too'),
      }),
    )
    .describe('what a decision would let in, or has let in'),
  undecidable: z
    .array(
      z.object({
        name: z.string().nullable(),
        version: z.string().nullable(),
        lockfile: z.string(),
        codes,
        why: undecidable,
      }),
    )
    .describe('what no decision lets in'),
  denials: z.array(decision.extend({ name: z.string(), version: z.string() })),
  refusals: z
    .array(
      z.object({
        account: account.nullable(),
        comment,
        line: z.string(),
        why: refused,
        fix: z.string(),
        commit: z.exactOptional(z.string()),
        pull: z.exactOptional(z.int().min(1)),
      }),
    )
    .describe('lines that do not count'),
  deleted: z
    .array(z.object({ author: account.nullable(), by: account.nullable(), at: instant }))
    .describe('deleted comments of people who may approve'),
  ledger: z
    .exactOptional(
      z.object({
        commit: z.string().describe('the state that the records were read from'),
        used: z.array(
          z.object({
            record: z.string().describe('its path'),
            decision: z.enum(['approve', 'deny']),
            name: z.string().nullable(),
            version: z.string().nullable(),
            path: z.string().nullable().describe('the file that it is about'),
            by: z.array(z.string()).describe('logins'),
            reason: z.string(),
            expiresAt: instant.nullable(),
          }),
        ),
        notCounted: z.array(z.object({ record: z.string(), why: uncounted })),
        elsewhere: z.int().min(0).describe('records of other repositories'),
        notes: z.array(z.string()),
      }),
    )
    .describe('what the records of decisions say here; absent where none is about anything here'),
  keyHolders: z
    .exactOptional(
      z.object({
        ids: z.array(id).describe('accounts whose security keys the policy lists'),
        own: z.boolean().describe('whether they may decide about what they proposed themselves'),
      }),
    )
    .describe('who may sign a record; absent where the policy lists no keys'),
  proofs: z
    .exactOptional(
      z.array(
        z.object({
          record: z.string().describe('its path'),
          state: z.enum(['derived', 'signed', 'decided-here', 'kept', 'unproven']),
          why: z.exactOptional(unproven),
          says: z
            .exactOptional(
              z.object({
                decision: z.enum(['approve', 'approve-file', 'deny', 'revoke']),
                subject: z.string().describe('a purl, a path, or the name of a record'),
                by: z.array(z.string()).describe('logins'),
                reason: z.string(),
                expiresAt: instant.nullable(),
              }),
            )
            .describe('what it says, which nothing proves'),
        }),
      ),
    )
    .describe('the records that the change brings along, and what proves them; absent where it brings none'),
});
