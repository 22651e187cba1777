/** The command line in this process: what it is given, prints and ends with is all that the digests know of it. */

let runs = 0;
process.setMaxListeners(0);
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);

/**
 * Runs it once; one run at a time. Its entry is a module that runs when it is imported, so that each run imports it by
 * another address; what it loads stays loaded.
 * @param {string} address of the bundled entry
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number, stdout: string, stderr: string }>}
 */
export async function runCli(address, args) {
  const [stdout, stderr] = [captured(process.stdout), captured(process.stderr)];
  const { argv } = process;
  process.argv = [argv[0], 'lockgate', ...args];
  try {
    runs += 1;
    await import(`${address}?run=${runs}`);
    return { status: process.exitCode, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.argv = argv;
    process.exitCode = undefined;
    stdout.release();
    stderr.release();
  }
}

function captured(stream) {
  const { write } = stream;
  let text = '';
  stream.write = (chunk) => {
    text += chunk;
    return true;
  };
  return { text: () => text, release: () => void (stream.write = write) };
}
