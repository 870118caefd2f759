// The sandbox on a port, in a process of its own, as the mock that it is compared with is.

import { createSandbox } from 'trainyard/sandbox';
import { listen } from 'trainyard/sandbox/node';

const sandbox = createSandbox({ seed: 1 });
const { token } = await sandbox.opentrain.createAccount({ claimed: true });
const { url } = await listen(sandbox);
process.send?.({ url, token });
