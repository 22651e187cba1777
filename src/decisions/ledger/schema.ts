import * as z from 'zod';

/** What a record says, as the predicate of its statement. Everything is required: a record has one way to be written. */

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const text = (most: number) => z.string().max(most);
const instant = z.iso.datetime({ offset: false });
const code = z.string().regex(/^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/);
const positive = z.int().min(1);

const person = z.strictObject({
  id: positive,
  login: text(100),
  team: z.exactOptional(positive),
  authenticated: z.enum(['comment', 'security-key', 'claim']),
  comment: z
    .string()
    .regex(/^[1-9][0-9]{0,19}$/)
    .nullable(),
  codes: z.array(code).max(100),
  reason: text(500),
  at: instant,
});

/** In npm's one spelling: of another no name begins with the stem that is looked for. */
const purl = z.string().regex(/^pkg:npm\/(?:%40[^@/%]{1,250}\/)?[^@/%]{1,250}@[^@/]{1,250}$/);
const packagePreimage = z.strictObject({
  v: z.literal(1),
  purl,
  sha512: hex(128),
  registry: text(2000),
  repositoryId: positive,
  use: z.array(text(20)).max(10),
  profile: z.array(text(100)).max(100),
  facts: z.record(text(60), z.strictObject({ before: z.json().optional(), after: z.json().optional() })),
});
const filePreimage = z.strictObject({
  v: z.literal(1),
  repositoryId: positive,
  path: text(4096),
  mode: z
    .string()
    .regex(/^[0-7]{6}$/)
    .nullable(),
  sha256: hex(64).nullable(),
  rule: text(60),
  codes: z.array(text(60)).max(100),
});

const about = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approve'), about: packagePreimage }),
  z.strictObject({ decision: z.literal('approve-file'), about: filePreimage }),
  z.strictObject({
    decision: z.literal('deny'),
    about: z.strictObject({ repositoryId: positive, purl, sha512: hex(128) }),
  }),
  z.strictObject({
    decision: z.literal('revoke'),
    about: z.strictObject({ repositoryId: positive, record: hex(64), file: text(120) }),
  }),
]);

export const predicate = z.strictObject({
  decision: about,
  by: z.array(person).min(1).max(20),
  pull: positive.nullable(),
  policy: text(128),
  use: z.literal('pin'),
  issuedAt: instant,
  expiresAt: instant.nullable(),
});

export const envelope = z.strictObject({
  statement: z.string().max(700_000),
  signatures: z.array(z.strictObject({ id: positive, sshsig: text(4000) })).max(20),
});
