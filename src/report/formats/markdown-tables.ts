import type { Report, ReportedChange } from '../../model/index.ts';
import { limits } from '../../text/visible.ts';
import { codeSpan } from '../escape.ts';
import type { Section } from '../view/fit.ts';
import { changeMarkdown, folded, foldedEnd, packageSpan, reserve, tableRow, text } from './markdown-parts.ts';
import { silentRegistries, silentWords } from '../view/silent-registries.ts';
import { list, number, placeWords, plural, registryRoles, roleWords } from '../view/words.ts';

/** What was read, who was trusted and what changed, folded. */
export function checkedTables(report: Report): Section[] {
  const { lockfiles, registries, changes, mode } = report;
  const tables = [lockfileTable(report), registryTable(report), changeTable(report)].flatMap((each) => each ?? []);
  const words = [
    plural(lockfiles.length, 'lockfile'),
    changes.length === 0 ? 'no change' : plural(changes.length, mode === 'audit' ? 'locked package' : 'change'),
    ...(registries.length === 0 ? [] : [plural(registries.length, 'registry', 'registries')]),
  ];
  return tables.length === 0 ? [] : [text(folded(`What was checked: ${list(words)}`)), ...tables, text(foldedEnd)];
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): Section | undefined {
  if (rows.length === 0) return undefined;
  return {
    open: `**${title}: ${number(rows.length)}**\n\n${tableRow(head)}${tableRow(head.map(() => '---'))}`,
    items: rows.map((cells) => ({ text: tableRow(cells), findings: 0 })),
    more: (left) => `\n… left out here for length: ${plural(left, 'row')}; the JSON report has them all.\n`,
    close: '\n',
    reserve,
  };
}

function changeTable({ changes, mode }: Report): Section | undefined {
  const noteworthy = mode === 'audit' ? [] : changes;
  const rows = noteworthy.map((change: ReportedChange) => [
    packageSpan(change),
    changeMarkdown(change, mode),
    roleWords(change),
    change.direct ? '' : codeSpanOf(change.via[0]?.[0]),
    codeSpan(placeWords({ path: change.lockfile, line: change.line })),
  ]);
  return table('Changes', ['Package', 'Change', 'Role', 'Pulled in by', 'Where'], rows);
}

const codeSpanOf = (name: string | undefined) => (name === undefined ? '' : codeSpan(name, limits.name));

function lockfileTable({ lockfiles }: Report): Section | undefined {
  const rows = lockfiles.map(({ path, format, formatVersion, status, packages, former }) => [
    codeSpan(path),
    `${format} ${codeSpan(formatVersion, limits.version)}`,
    former === undefined ? status : `${status}, compared with ${codeSpan(former.path)} (${former.format})`,
    number(packages),
  ]);
  return table('Lockfiles', ['Lockfile', 'Format', 'Status', 'Packages'], rows);
}

function registryTable(report: Report): Section | undefined {
  const silent = silentRegistries(report);
  const rows = report.registries.map(({ role, url, packages }) => [
    silent.has(url) ? `${registryRoles[role]}; ${silentWords}` : registryRoles[role],
    codeSpan(url),
    number(packages),
  ]);
  return table('Registries', ['Registry', 'Address', 'Packages judged'], rows);
}
