import type { WebhookEvent as OpenTrainKnownEvent } from '../../generated/opentrain/types.ts';
import type { WebhookEvent as PlatformKnownEvent } from '../../generated/platform/types.ts';
import type { WebhookEvent as TrainARKnownEvent } from '../../generated/trainar/types.ts';

/** Exists in types only. An enum, since `switch` narrows a union by single values, not by `string`. */
declare enum UnknownName {
  unknown = 'a name that this version does not know',
}

/**
 * The name of an event this version does not know: a plain string when the program runs, and
 * assignable to `string`. To compare it with a name of your own, assign it to a `string` first.
 */
export type UnknownEventName = UnknownName.unknown;

/** A TrainAR event that this version has no type for. Documented fields of the envelope only. */
export interface UnknownTrainAREvent {
  event: UnknownEventName;
  /** The same on every retry: drop what was seen before. */
  event_id: string;
  /** When the event fired, ISO 8601; does not move on retries. */
  timestamp: string;
  data: { [key: string]: unknown };
}

/** An OpenTrain or Platform event that this version has no type for. */
export interface UnknownOpenTrainEvent {
  /** A decimal number that rises with time. */
  id: string;
  type: UnknownEventName;
  apiVersion: string;
  createdAt: string;
  resourceId: string;
  jobId: string | null;
  data: { [key: string]: unknown };
}

/** What TrainAR posts. Switch on `event`; names added later arrive as {@link UnknownTrainAREvent}. */
export type TrainARWebhookEvent = TrainARKnownEvent | UnknownTrainAREvent;

/** What OpenTrain posts. Switch on `type`; names added later arrive as {@link UnknownOpenTrainEvent}. */
export type OpenTrainWebhookEvent = OpenTrainKnownEvent | UnknownOpenTrainEvent;

/**
 * What the OpenTrain Platform API posts. Switch on `type`; names added later arrive as
 * {@link UnknownOpenTrainEvent}. Of `data` little is documented: what is not marked.
 */
export type PlatformWebhookEvent = PlatformKnownEvent | UnknownOpenTrainEvent;

/** The events of each platform. */
export interface WebhookEvents {
  trainar: TrainARWebhookEvent;
  opentrain: OpenTrainWebhookEvent;
  platform: PlatformWebhookEvent;
}

/** Whose webhook it is: `platform` is OpenTrain's API for annotation tools. */
export type WebhookPlatform = keyof WebhookEvents;

/** An event that this version has no type for. */
export type UnknownWebhookEvent = UnknownTrainAREvent | UnknownOpenTrainEvent;
