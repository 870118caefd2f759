import { portable } from './portable.js';

export default {
  async test() {
    console.log(await portable(true));
  },
};
