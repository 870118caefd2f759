import type { Config } from './config.ts';
import type { Db } from './database.ts';
import type { Keys } from './keys.ts';
import type { Rounds } from './rounds.ts';

/** What every part of the service works with. */
export interface App {
  readonly config: Config;
  readonly db: Db;
  readonly keys: Keys;
  readonly rounds: Rounds;
}
