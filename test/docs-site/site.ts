import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Where `npm run docs` puts the site. */
export const root = new URL('../../', import.meta.url).pathname;
export const site = `${root}site`;

if (!existsSync(`${site}/index.html`)) throw new Error('There is no site yet: npm run docs');

/** Address of a page. The site needs no server. */
export const addressOf = (page: string) => pathToFileURL(`${site}/${page}`).href;
