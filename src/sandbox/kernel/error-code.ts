/** Codes by status; the first and the last stand for the statuses of their kind that have none. */
export type CodesByStatus = Readonly<Record<number, string>> & {
  readonly 400: string;
  readonly 500: string;
};

/** The code that a platform's envelope carries beside a status. */
export function errorCode(codes: CodesByStatus, status: number): string {
  return codes[status] ?? (status >= 500 ? codes[500] : codes[400]);
}
