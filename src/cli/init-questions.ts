import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

import { GateFailure } from '../errors.ts';
import type { Answers, Question } from '../init/questions.ts';
import { audienceQuestion, botsQuestion, keysQuestion, ownerQuestion, stepQuestion } from '../init/questions.ts';

/** Where questions are put. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether keys are read one by one, so that Ctrl-C can be told. */
  readonly isRaw: boolean;
}

/** This process's terminal; undefined where input or output is none. */
export const ownTerminal = (): Terminal | undefined =>
  process.stdin.isTTY && process.stdout.isTTY
    ? { input: process.stdin, output: process.stdout, isRaw: true }
    : undefined;

/** What is known before anything is asked. */
export interface Known {
  /** Whether there is a policy, which says already what blocks. */
  readonly hasPolicy: boolean;
  readonly owner: string | undefined;
  /** The update bots that have settings; none: nothing is asked about them. */
  readonly bots: readonly string[];
  /** How many people may write here; undefined where that is not known. */
  readonly writers?: number | undefined;
  /** Reads the public keys in the files that an answer names. */
  readonly readKeys?: (answer: string) => readonly string[] | undefined;
}

/** How often a wrong answer is asked for again. */
const MAX_TRIES = 3;

/**
 * Asks at most four questions. Enter takes the default.
 * @throws GateFailure `usage` where they are not answered: Ctrl-C, the end of the input, or answers that are none
 */
export async function askAll({ hasPolicy, owner, bots, ...known }: Known, terminal: Terminal): Promise<Answers> {
  const { input, output, isRaw } = terminal;
  const reader = createInterface({ input, output, terminal: isRaw });
  // A reader whose input has ended throws at a further prompt (Node 24), and still has the lines that it read.
  let isOpen = true;
  reader.once('close', () => {
    isOpen = false;
  });
  // Lines that come before their question are kept.
  const lines = reader[Symbol.asyncIterator]();
  const asked = async <T>(question: Question<T>): Promise<T> => {
    output.write(`\n${question.why.join('\n')}\n`);
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const prompt = `${question.asks} [${question.byDefault}]: `;
      reader.setPrompt(prompt);
      if (isOpen) reader.prompt();
      else output.write(prompt);
      const line = await lines.next();
      if (line.done === true) throw unanswered('The questions were not answered');
      const answer = question.read(line.value.trim() === '' ? question.byDefault : line.value.trim());
      if (answer !== undefined) return answer;
      output.write(`Answer ${question.expected}, or press Enter for ${question.byDefault}.\n`);
    }
    throw unanswered(`No answer was ${question.expected}`);
  };
  try {
    output.write('Press Enter to take what is in brackets, Ctrl-C to leave without writing anything.\n');
    const step = hasPolicy ? stepQuestion.byDefault : await asked(stepQuestion);
    const { writers = 0, readKeys } = known;
    const audience = await asked(audienceQuestion(writers > 1));
    const named = audience === 'team' ? await asked(ownerQuestion(owner)) : undefined;
    const isAlone = audience === 'person' && writers === 1 && !hasPolicy;
    const keys = isAlone && readKeys !== undefined ? await asked(keysQuestion(readKeys)) : [];
    const setsUpBots = bots.length === 0 || (await asked(botsQuestion(bots.join(' and '))));
    output.write('\n');
    return { step, audience, owner: named?.startsWith('@') === true ? named : undefined, setsUpBots, keys };
  } finally {
    reader.close();
  }
}

const unanswered = (why: string) =>
  new GateFailure('usage', `${why}: nothing was written; run it again, or take the defaults with --yes`);
