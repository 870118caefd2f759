import {
  BadRequestError,
  ConnectionError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from 'trainyard/opentrain';

/** Why it goes no further, for whoever looks for work. */
export interface Trouble {
  readonly what: string;
  /** What they can do. */
  readonly advice: string;
  /** Until when it is no use to try again, where the platform said so. */
  readonly seconds?: number;
  /** Whether the search itself is at fault, so that the same one fails for ever. */
  readonly hopeless?: boolean;
}

/** Puts an error into words. */
export function troubleWith(error: unknown): Trouble {
  if (error instanceof RateLimitError) {
    const seconds = Math.ceil(error.retryAfterSeconds ?? 60);
    return { what: 'OpenTrain takes only so many searches a minute.', advice: '', seconds };
  }
  if (error instanceof BadRequestError) {
    return {
      what: 'OpenTrain does not know such a filter.',
      advice: error.message,
      hopeless: true,
    };
  }
  if (error instanceof ConnectionError) return unreachable();
  if (error instanceof TimeoutError) {
    return { what: 'OpenTrain takes too long to answer.', advice: 'Try again in a moment.' };
  }
  if (error instanceof ServerError) {
    const what = `OpenTrain has trouble of its own (${error.status}).`;
    return { what, advice: 'It is not your search: try again in a moment.' };
  }
  console.error(error);
  return { what: 'The jobs could not be read.', advice: 'Try again, or load the page anew.' };
}

/** A page is not told whether nobody answered or the answer was kept from it. */
function unreachable(): Trouble {
  if (!navigator.onLine) {
    return { what: 'You are offline.', advice: 'The search goes on once you are back.' };
  }
  const advice =
    'It is out of reach, or lets pages of this origin read nothing (CORS): the browser’s console says which.';
  return { what: 'OpenTrain can’t be asked from here.', advice };
}
