import * as z from 'zod';

import { mayPropose } from '../../model/proposal.ts';
import { accountId, accountLogin } from './approvals.ts';
import { distinctBy, sentence } from './parts.ts';

/** Bots and agents, and what they may propose without a decision (docs/decisions/0308). */

const example = '`{ login: "renovate[bot]", id: 29139614, owner: "@acme/platform", may: updates }`';

const entry = z
  .strictObject(
    {
      login: accountLogin.describe(
        'For people who read this. Where there is no id it is compared, and lets nothing through.',
      ),
      id: accountId
        .optional()
        .describe(
          'The numeric id of the account: `gh api "users/renovate[bot]" --jq .id`. Needed for more than `nothing`.',
        ),
      owner: sentence('expected who answers for it, such as `"@acme/platform"`').describe(
        'Who answers for what it proposes. An owner is no proposer.',
      ),
      may: z
        .enum(mayPropose)
        .describe(
          'What it may change of direct dependencies without a decision. `nothing`; `updates`: to a higher version of the same name, registry and kind; `dev`: also new ones for development alone; `prod`: also new ones of any kind.',
        ),
    },
    { error: ({ code }) => (code === 'invalid_type' ? `expected a mapping, such as ${example}` : undefined) },
  )
  .check(({ value: { id, may }, issues }) => {
    if (may === 'nothing' || id !== undefined) return;
    const message = `expected an \`id\` beside \`may: ${may}\`: a login can be renamed and taken by somebody else, so more than \`nothing\` counts for a numeric id alone`;
    issues.push({ code: 'custom', message, input: may, path: ['may'] });
  });

export const proposers = z
  .array(entry, { error: `expected a list, such as \`[${example.slice(1, -1)}]\`` })
  .min(1, { error: 'expected at least one entry; leave out `proposers` to keep the built-in list of dependency bots' })
  .max(200, { error: 'expected at most 200 entries' })
  .check(distinctBy(({ id }) => (id === undefined ? undefined : String(id)), 'another entry already has this id'))
  .check(
    distinctBy(
      ({ id, login }) => (id === undefined ? login.toLowerCase() : undefined),
      'another entry already has this login',
    ),
  )
  .describe(
    'Bots and agents, each with who answers for it and what it may propose without a decision. Every other bot and agent may propose nothing then.',
  );
