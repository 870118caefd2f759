// Runs the packed bin again and again in one process, as it is asked to by its parent. What the bin is made of is loaded
// once; its entry, which reads the command line and sets the exit code, anew each time.
import { pathToFileURL } from 'node:url';

const entry = pathToFileURL(process.env.TRAINYARD_BIN).href;
const ofProcess = process.stdout.listeners('error').length;
let turn = 0;
let written;

for (const name of ['stdout', 'stderr']) {
  process[name].write = (chunk) => {
    written[name] += chunk;
    return true;
  };
}

process.on('message', async ({ args, env }) => {
  written = { stdout: '', stderr: '' };
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, entry, ...args];
  process.exitCode = undefined;
  turn += 1;
  await import(`${entry}?${turn}`);
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  for (const name of ['stdout', 'stderr']) {
    const added = process[name].listeners('error').slice(ofProcess);
    for (const listener of added) process[name].off('error', listener);
  }
  process.send({ code, ...written });
});
