/**
 * A reader that closes the pipe early (`lockgate check | head -1`) changes neither the run nor its exit status. Output that
 * cannot be written for another reason, such as a full disk, gives status 2.
 */
export function ignoreBrokenPipe(): void {
  const onError = ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.once('exit', () => (process.exitCode = 2));
  };
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);
}
