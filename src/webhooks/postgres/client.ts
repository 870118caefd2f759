/** What is used of `pg`: a `Pool`, a `Client`, or whatever else runs one statement with its values. */
export interface PostgresClient {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}
