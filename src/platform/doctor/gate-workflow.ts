import { parse } from 'yaml';

/** A workflow file of the default branch that runs the gate. */
export interface GateWorkflow {
  readonly path: string;
  /** What GitHub calls the check: the job's name, or its key. */
  readonly context: string;
  /** Events that start it. */
  readonly events: ReadonlySet<string>;
  /** Activity types of `pull_request`; undefined: GitHub's default ones. */
  readonly types: readonly string[] | undefined;
  /** Whether `pull_request` is limited to paths or branches, so that the check may never report. */
  readonly filtered: boolean;
  /** What can keep the job from running: `if`, `needs`, `strategy`, `continue-on-error`. */
  readonly conditions: readonly string[];
  /** The ref after `@` of the action; undefined where the action is in the repository itself. */
  readonly ref: string | undefined;
}

type Json = Readonly<Record<string, unknown>>;
const asMap = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string');

/**
 * The jobs of a workflow that use lockgate: by an action whose repository has that name, or by `./` in lockgate's own.
 * @returns undefined where the text is not a YAML mapping
 */
export function readGateWorkflows(path: string, text: string): readonly GateWorkflow[] | undefined {
  let workflow: unknown;
  try {
    // GitHub reads anchors and aliases; the bound keeps them from growing.
    workflow = parse(text, { maxAliasCount: 100, logLevel: 'error' });
  } catch {
    return undefined;
  }
  if (typeof workflow !== 'object' || workflow === null || Array.isArray(workflow)) return undefined;
  const { on, jobs } = workflow as Json;
  const events = new Set(typeof on === 'object' && on !== null && !Array.isArray(on) ? Object.keys(on) : texts(on));
  const pull = asMap(asMap(on)['pull_request']);
  return Object.entries(asMap(jobs)).flatMap(([key, value]): GateWorkflow[] => {
    const job = asMap(value);
    const steps = Array.isArray(job['steps']) ? job['steps'] : [];
    const uses = steps.map((step) => asMap(step)['uses']).find(isGate);
    if (uses === undefined) return [];
    const { name } = job;
    return [
      {
        path,
        context: typeof name === 'string' ? name : key,
        events,
        types: pull['types'] === undefined ? undefined : texts(pull['types']),
        filtered: ['paths', 'paths-ignore', 'branches', 'branches-ignore'].some((filter) => filter in pull),
        conditions: ['if', 'needs', 'strategy', 'continue-on-error'].filter((condition) => condition in job),
        ref: uses.includes('@') ? uses.slice(uses.lastIndexOf('@') + 1) : undefined,
      },
    ];
  });
}

const isGate = (uses: unknown): uses is string =>
  typeof uses === 'string' && /^(?:[^/@]+\/lockgate(?:\/[^@]*)?@.+|\.\/)$/.test(uses);
