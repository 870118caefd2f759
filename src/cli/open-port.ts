import { systemCode } from '../credentials/credentials-error.ts';
import { UsageError } from './usage-error.ts';

/** Opens what listens on a port that a flag chose, which another program may have taken. */
export async function openPort<T>(flag: string, port: number, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error;
    throw new UsageError(`port ${port} is taken: pass another --${flag}, or 0 for any.`);
  }
}
