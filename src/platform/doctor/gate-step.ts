import { inputsOf, ranBefore } from './before-gate.ts';
import { authorOf, conditionDoes } from './expressions.ts';
import { changingVariables } from './gate-environment.ts';
import type { Json } from './workflow-file.ts';
import { asMap, stepsOf } from './workflow-file.ts';

/** What can keep the step of the gate from deciding: `error` where a pull request can use it, `unknown` where the text does not say. */
export interface Doubt {
  readonly kind: 'condition' | 'input' | 'environment' | 'before' | 'runner';
  readonly level: 'error' | 'unknown';
  /** A key, an input, a variable, or a command. Third-party text. */
  readonly what: string;
  /** Whether it is the step's and not the job's. */
  readonly isOfStep: boolean;
}

/** Inputs that decide what the gate lets in. */
const deciding = ['policy', 'preset', 'registry', 'osv'];

/** Whether a step uses lockgate. */
const isGate = (uses: unknown): uses is string =>
  typeof uses === 'string' && /^(?:[^/@]+\/lockgate(?:\/[^@]*)?@.+|\.\/)$/.test(uses);

/** The step of a job that is the gate, and those before it. Of several, one that always decides: it fails the job. */
export function gateStepOf(
  job: Json,
): { readonly step: Json; readonly uses: string; readonly before: readonly Json[] } | undefined {
  const steps = stepsOf(job);
  const found = steps.flatMap((step, at) =>
    isGate(step['uses']) ? [{ step, uses: step['uses'], before: steps.slice(0, at) }] : [],
  );
  return found.find(({ step, before }) => doubtsOf({}, job, step, before).length === 0) ?? found[0];
}

/** The steps of a job that run whether the gate has let the change in or not: all of them where nothing waits for it. */
export function stepsBeforeVerdict(job: Json): readonly Json[] {
  const gate = gateStepOf(job);
  const steps = stepsOf(job);
  if (gate === undefined || conditionsOf(gate.step, true).length > 0) return steps;
  const after = steps.slice(gate.before.length + 1);
  return [...gate.before, ...after.filter((step) => runsAnyway(step['if']))];
}

/** Whether a step or job with this condition runs although what it waits for has failed. */
export const runsAnyway = (condition: unknown): boolean =>
  /\b(?:always|failure|cancelled)\s*\(/u.test(String(condition));

/** Whether what needs a job waits for the gate. */
export function isBlocking(job: Json): boolean {
  const gate = gateStepOf(job);
  return gate !== undefined && [...conditionsOf(job, false), ...conditionsOf(gate.step, true)].length === 0;
}

/** Everything that can keep the step of the gate from deciding. */
export function doubtsOf(workflow: Json, job: Json, step: Json, before: readonly Json[]): readonly Doubt[] {
  const container = asMap(job['container']);
  const environments = [workflow['env'], job['env'], container['env'], step['env']];
  const ran = ranBefore(before);
  return [
    ...conditionsOf(job, false),
    ...conditionsOf(step, true),
    ...inputDoubts(step),
    ...changingVariables(environments).map(({ level, name }) => doubt('environment', level, name)),
    ...(ran === undefined ? [] : [doubt('before', ran.level, ran.what)]),
    ...runnerDoubts(job),
  ];
}

const doubt = (kind: Doubt['kind'], level: Doubt['level'], what: string, isOfStep = false): Doubt => ({
  ...{ kind, level, what, isOfStep },
});

function conditionsOf(from: Json, isOfStep: boolean): readonly Doubt[] {
  const does = { if: conditionDoes(from['if']), 'continue-on-error': failureDoes(from['continue-on-error']) };
  return Object.entries(does).flatMap(([key, what]) => {
    if (what === 'always') return [];
    const isOpen = what === 'never' || what === 'proposer';
    return [doubt('condition', isOpen ? 'error' : 'unknown', key, isOfStep)];
  });
}

/** What `continue-on-error` does with a failure: `always` lets it count. */
function failureDoes(value: unknown): ReturnType<typeof conditionDoes> {
  const does = conditionDoes(value === undefined || value === null ? 'false' : value);
  return does === 'never' ? 'always' : does === 'always' ? 'never' : does;
}

function inputDoubts(step: Json): readonly Doubt[] {
  const inputs = inputsOf(step);
  const isWritten = typeof step['with'] !== 'string' && !Object.keys(inputs).some((name) => name.includes('${{'));
  if (!isWritten) return [doubt('input', authorOf(step['with']) === 'proposer' ? 'error' : 'unknown', 'with')];
  return deciding.flatMap((name) => {
    const author = authorOf(inputs[name]);
    return author === 'operator' ? [] : [doubt('input', author === 'proposer' ? 'error' : 'unknown', name)];
  });
}

function runnerDoubts(job: Json): readonly Doubt[] {
  // Its `env` is looked at with the other environments.
  const container = Object.entries(asMap(job['container'])).filter(([key]) => key !== 'env');
  const given = {
    'runs-on': authorOf(job['runs-on']),
    container: authorOf(typeof job['container'] === 'string' ? job['container'] : container),
  };
  return Object.entries(given).flatMap(([key, author]) => {
    // Which of their own runners or images the operators take is theirs.
    if (author !== 'proposer') return [];
    return [doubt('runner', 'error', key)];
  });
}
