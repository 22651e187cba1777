import type { PresetName } from '../policy/schema/names.ts';
import { presetNames } from '../policy/schema/names.ts';
import { keysWhy } from './approvals.ts';
import type { Audience } from './files.ts';
import { steps } from './steps.ts';

/** What `init` is told. Without a terminal, and for what is not asked, the defaults hold. */
export interface Answers {
  readonly step: PresetName;
  /** Undefined: nobody said. */
  readonly audience: Audience | undefined;
  /** `@octocat` or `@acme/security`; undefined: as CODEOWNERS and the remote say. */
  readonly owner: string | undefined;
  /** Whether the files of update bots may be edited. */
  readonly setsUpBots: boolean;
  /** Public keys of the one person of a repository of one. */
  readonly keys: readonly string[];
}

/** One question: why it matters, what it takes, and what Enter takes. */
export interface Question<T> {
  readonly why: readonly string[];
  readonly asks: string;
  readonly byDefault: string;
  /** Undefined for an answer that is none. */
  readonly read: (answer: string) => T | undefined;
  /** What an answer has to be. */
  readonly expected: string;
}

export const stepQuestion: Question<PresetName> & { readonly byDefault: PresetName } = {
  why: [
    'What shall the check block to begin with? Everything else is reported. You can take the next step at any time.',
    ...presetNames.map((name, at) => `  ${at + 1}  ${name.padEnd(13)}${steps[name].blocks}`),
  ],
  asks: 'Step',
  byDefault: 'recommended',
  read: (answer) => presetNames.find((name, at) => name === answer.toLowerCase() || `${at + 1}` === answer),
  expected: `${presetNames.join(', ')}, or its number`,
};

/** @param isTeam whether several people are known to write to it */
export const audienceQuestion = (isTeam: boolean): Question<Audience> => ({
  why: [
    'Who works on this repository? One person needs two files: the policy and the workflow. A team also needs code owners (else',
    'whoever proposes a dependency can change the policy), comments on forks, the hourly rerun and the daily audit.',
  ],
  asks: 'Person or team',
  byDefault: isTeam ? 'team' : 'person',
  read: (answer) => {
    const word = answer.toLowerCase();
    return (['person', 'team'] as const).find((each) => each === word || each[0] === word);
  },
  expected: 'person or team',
});

/** @param known who is known to own the repository; none: nobody */
export const ownerQuestion = (known: string | undefined): Question<string> => ({
  why: [
    'Who decides about the policy? This user or team owns its files in CODEOWNERS, and GitHub asks them for a review. They may also let in',
    'by a comment what the policy blocks.',
  ],
  asks: 'Owner',
  byDefault: known ?? 'decide later',
  read: (answer) => (isOwner(answer) || answer === 'decide later' ? answer : undefined),
  expected: 'a user or a team, such as @octocat or @acme/security',
});

/** @param read the public keys in the files that are named; undefined where they are none */
export const keysQuestion = (read: (answer: string) => readonly string[] | undefined): Question<readonly string[]> => ({
  why: keysWhy,
  asks: 'Files of two public keys (.pub)',
  byDefault: 'none',
  read,
  expected: 'the paths of .pub files of security keys that were made so, or none',
});

/** @param bots their names */
export const botsQuestion = (bots: string): Question<boolean> => ({
  why: [
    `May the settings of ${bots} be edited, so that a release is proposed once it is old enough for the policy? Else such pull requests wait.`,
  ],
  asks: 'Edit, yes or no',
  byDefault: 'yes',
  read: (answer) => (/^y(?:es)?$/i.test(answer) ? true : /^no?$/i.test(answer) ? false : undefined),
  expected: 'yes or no',
});

/** A user or a team, as CODEOWNERS names them. */
export const isOwner = (text: string): boolean =>
  /^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\/[A-Za-z0-9][\w.-]{0,99})?$/.test(text);
