/**
 * Loaded into the service before its own code: its time is what the file says, so that it lives on the
 * sandbox's clock and needs to know nothing of tests.
 */
import { readFileSync } from 'node:fs';

const file = process.env.NOW_FILE ?? '';
Date.now = () => Number(readFileSync(file, 'utf8'));
