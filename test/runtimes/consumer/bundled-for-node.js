import { portable } from './portable.js';

console.log(await portable(false));
