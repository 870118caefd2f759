/** What the service is told by its environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where customers, workers and OpenTrain reach the service. */
  readonly publicUrl: string;
  /** Path of the database file. */
  readonly database: string;
  /** 32 bytes; every other key is derived from it. Lost, all customers have to connect again. */
  readonly appKey: Buffer;
  /** The slug under which the app is registered with OpenTrain. */
  readonly appSlug: string;
  /** How often to look for what is due, in milliseconds. */
  readonly roundEveryMs: number;
}

/** @throws Error that names the variable. Where OpenTrain is, the client reads itself: OT_API_BASE_URL. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = wholeNumber(env, 'PORT', 8080);
  const publicUrl = new URL(env.PUBLIC_URL ?? `http://localhost:${port}`).origin;
  const appKey = env.APP_KEY ?? '';
  if (!/^[\da-f]{64}$/i.test(appKey)) {
    throw new Error('APP_KEY has to be 64 hex digits: openssl rand -hex 32');
  }
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    publicUrl,
    database: env.DATABASE ?? 'annotation-platform.sqlite',
    appKey: Buffer.from(appKey, 'hex'),
    appSlug: env.OPENTRAIN_APP_SLUG ?? 'annotation-platform',
    roundEveryMs: wholeNumber(env, 'ROUND_EVERY_MS', 60_000),
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(env[name] ?? otherwise);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`${name} has to be a whole number above 0`);
}
