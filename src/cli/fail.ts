/** Tells what went wrong, and sets the exit code that says so to scripts. */
export function fail(error: unknown, _args: readonly string[]): void {
  process.stderr.write(`Error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
