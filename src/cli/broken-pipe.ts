/**
 * A reader that has seen enough (`lockgate check | head -1`) ends neither the run nor its exit status. What cannot be
 * written for another reason, a full disk for one, is not evaluated: 2.
 */
export function ignoreBrokenPipe(): void {
  const onError = ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    process.once('exit', () => (process.exitCode = 2));
  };
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);
}
