import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The bin as it is shipped. */
export const bin = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

if (!existsSync(bin)) throw new Error('There is no dist/cli: run npm run build first.');
