import { portable } from './portable.js';

portable(true).then(
  (done) => console.log(done),
  (error) => console.log(`failed: ${error.stack}`),
);
