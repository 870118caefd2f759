/** One try to hand an event over. */
export interface DeliveryAttempt {
  /** Sandbox time of its start, ISO. */
  at: string;
  /** The receiver's HTTP status, when it answered. */
  status?: number;
  /** Why there was no answer. */
  error?: 'timeout' | 'connection';
  /** How long the answer took, in milliseconds of the sandbox's time. */
  durationMs: number;
  /** Made by a fault, as a repeat of a successful attempt. */
  duplicate?: true;
  /** Which start of the delivery it belongs to, once it was started over: 2 for the first redelivery. */
  round?: number;
  /** By a fault: `status` is not the receiver's, which it never reached. */
  lost?: true;
}

/** One event on its way to one endpoint. */
export interface Delivery {
  /** What the receiver sees as delivery id (TrainAR: event id). */
  readonly id: string;
  readonly channel: string;
  readonly endpointId: string;
  /** Without credentials that it may have in its query. */
  readonly url: string;
  /** Event name, such as `task.created`. */
  readonly event: string;
  /** The event itself, as sent. */
  readonly payload: unknown;
  readonly state: 'pending' | 'succeeded' | 'failed' | 'cancelled';
  readonly createdAt: string;
  /** All that were made, those before it was started over too. */
  readonly attempts: readonly DeliveryAttempt[];
  /** When it will be tried again, ISO; `null` when it won't, or while its endpoint is paused. */
  readonly nextAttemptAt: string | null;
}
