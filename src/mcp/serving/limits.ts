/** What a server takes from its clients. */
export interface ServingLimits {
  /** Largest message of a client, in bytes. Default 1 MiB: many times the longest job description. */
  maxMessageBytes?: number | undefined;
  /** Most sessions over HTTP at a time. Default 100. */
  maxSessions?: number | undefined;
}

export function withDefaults(limits: ServingLimits): {
  maxMessageBytes: number;
  maxSessions: number;
} {
  return {
    maxMessageBytes: limits.maxMessageBytes ?? 1024 * 1024,
    maxSessions: limits.maxSessions ?? 100,
  };
}
