/** Saves a key of its own many times over, as fast as it can, once its parent says so. */
import { CredentialsFile } from '../../../src/credentials/credentials-file.ts';

const [path = '', key = '', times = ''] = process.argv.slice(2);
const file = new CredentialsFile(path);
process.once('message', async () => {
  for (let nth = 1; nth <= Number(times); nth++) await file.save({ [key]: `${nth}` });
  process.disconnect();
});
process.send?.('ready');
