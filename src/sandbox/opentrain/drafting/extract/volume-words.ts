import { itemWords } from './pay-words.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Stems of things that are counted one by one. */
export const fileWords: ReadonlySet<string> = new Set([
  ...itemWords,
  ...set(
    'screenshot photograph article report contract form resume note comment segment function listing song cloud selfie snippet log headline passage paragraph essay slide podcast interview episode drawing pdf dashcam tile thread entry datapoint data',
  ),
]);

/** Counted, but not as data: how many labels or objects, or the words themselves. */
export const notFiles = set(
  'word label annotation point object instance mask unit piece x track data case',
);
export const wordWords = set('word token');
export const hourWords = set('hour hr h');
export const minuteWords = set('minute min');

/** Recorded media, of which hours are an amount of data. */
export const mediaWords = set(
  'audio video recording speech footage call voice podcast interview conversation broadcast lecture radio tv television media film dictation recorded meeting clip voicemail dialogue',
);
/** Words that make a number a rate, a part or a trial. */
export const partWords = set('per each every sample test trial pilot batch first');
/** Verbs that make a number the length of one item. */
export const lastWords = set('last lasts take takes average averages averaging long');
export const timeWords = set('hour day week month shift hr');
