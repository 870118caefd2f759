/** Goes on until Ctrl-C or a request to end; a second one doesn't wait for `stop`. */
export function untilStopped(stop: () => Promise<void>): void {
  const end = async () => {
    // A terminal shows ^C, and the shell's prompt would follow in the same line.
    if (process.stderr.isTTY) process.stderr.write('\n');
    await stop();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
}
