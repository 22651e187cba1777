import { inColumns } from '../../report/formats/columns.ts';
import { wrap } from '../../report/formats/wrap.ts';
import { quoted } from '../../text/visible.ts';
import type { Translation } from './option.ts';
import type { Settled } from './settle.ts';

/** The table of what each option becomes, and how many of each there are. */
export function fromWords(translations: readonly Translation[], settled: readonly Settled[]): readonly string[] {
  const files = [...new Map(translations.map((each) => [each.path, each])).values()];
  const said = (is: (one: Settled) => boolean) => settled.filter(is).length;
  // What several values of one option become stands below it.
  const isSame = ({ option, from }: Settled, before: Settled | undefined) =>
    before?.option === option && before.from === from;
  const rows = settled.map(({ option, from, line, without, why }, at, all) => [
    ...(isSame({ option, from, why }, all[at - 1]) ? [[''], ['']] : [wrap(option, '', 30), wrap(from, '', 30)]),
    wrap(line ?? `${without ?? ''}: ${why}`, '', 60),
  ]);
  const left = (['not taken over', 'no counterpart', 'unknown option'] as const).map(
    (each) => [each, said(({ without }) => without === each)] as const,
  );
  return [
    ...files.map(({ tool, page, path }) => `Read ${quoted(path)} of ${tool}; ${page} of lockgate says more.`),
    '',
    ...(rows.length === 0 ? ['There is no option in it.'] : inColumns([[['option'], ['from'], ['becomes']], ...rows])),
    '',
    `In all: ${said(({ line }) => line !== undefined)} in the policy, ${said(({ without }) => without === 'nothing needed')} not needed${left
      .filter(([, count]) => count > 0)
      .map(([each, count]) => `, ${count} ${each}`)
      .join('')}.`,
  ];
}
