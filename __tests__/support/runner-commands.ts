/**
 * Which lines of a log a GitHub runner takes for commands, by the runner's own rules (actions/runner,
 * `ActionCommand.cs`): `::name properties::message` where it begins a line, leading white space aside; else
 * `##[name properties]message` anywhere in a line; a name that is not registered is text.
 */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const registered = new Set([
  ...['add-mask', 'add-matcher', 'add-path', 'debug', 'echo', 'endgroup', 'error', 'group', 'internal-set-repo-path'],
  ...['notice', 'remove-matcher', 'save-state', 'set-env', 'set-output', 'stop-commands', 'warning'],
]);

/** Every command that a runner would obey in this output, in order. */
export function readCommands(output: string): RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let token: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    // After `stop-commands` only the token that it named is a command, in either form.
    const command = readLine(line, token);
    if (command === undefined) continue;
    if (token !== undefined) token = undefined;
    else if (command.name === 'stop-commands') token = command.message;
    commands.push(command);
  }
  return commands;
}

function readLine(line: string, token: string | undefined): RunnerCommand | undefined {
  const isName = (name: string) =>
    token === undefined ? registered.has(name.toLowerCase()) : name.toLowerCase() === token.toLowerCase();
  const current = /^\s*::(.*?)::(.*)$/su.exec(line);
  const modern = current && readParts(current[1] ?? '', ',', current[2] ?? '', unescapeProperty, unescapeMessage);
  if (modern && isName(modern.name)) return modern;
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const old = readParts(line.slice(start + 3, end), ';', line.slice(end + 1), unescapeOld, unescapeOld);
  return isName(old.name) ? old : undefined;
}

function readParts(
  head: string,
  separator: string,
  message: string,
  unescapeValue: (text: string) => string,
  unescapeText: (text: string) => string,
): RunnerCommand {
  const space = head.indexOf(' ');
  const name = space < 0 ? head : head.slice(0, space);
  const properties: Record<string, string> = {};
  for (const property of space < 0
    ? []
    : head
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = property.indexOf('=');
    if (equals > 0 && equals < property.length - 1) {
      properties[property.slice(0, equals)] = unescapeValue(property.slice(equals + 1));
    }
  }
  return { name, properties, message: unescapeText(message) };
}

const unescapeMessage = (text: string) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string) =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
const unescapeOld = (text: string) =>
  text
    .replaceAll('%3B', ';')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%5D', ']')
    .replaceAll('%25', '%');
