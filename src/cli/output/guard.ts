/**
 * Ends quietly when nobody reads on (`| head -1`), and with a clear word when what is read to is full.
 */
export function guardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`Error: the output can't be written (${error.code}).\n`);
    process.exit(1);
  });
  process.stderr.on('error', () => process.exit(1));
}
