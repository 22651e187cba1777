import type { JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { objectOf } from '../../managers/object-of.ts';
import type { KeyedFile } from './yaml-file.ts';

/** A use of the action in a workflow. */
export interface ReviewStep {
  readonly line: number;
  readonly options: JsonObject;
}

const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : [];

/** The steps of a workflow that use actions/dependency-review-action; undefined for a file that is no workflow. */
export function reviewSteps({ value, line }: KeyedFile): readonly ReviewStep[] | undefined {
  if (!(value instanceof JsonObject) || !(value.get('jobs') instanceof JsonObject)) return undefined;
  return objectOf(value.get('jobs')).values.flatMap((job) =>
    listOf(objectOf(job).get('steps')).flatMap((step): readonly ReviewStep[] => {
      const uses = objectOf(step).get('uses');
      if (typeof uses !== 'string' || !/^actions\/dependency-review-action(?:@|$)/i.test(uses)) return [];
      return [{ line: line(objectOf(step).offsetOf('uses')), options: objectOf(objectOf(step).get('with')) }];
    }),
  );
}
