import { spawn } from 'node:child_process';

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens a page with the program that `BROWSER` names, else with whatever the system opens pages with. */
export function openInBrowser(url: string): void {
  const { BROWSER } = process.env;
  const [command = '', ...args] = BROWSER ? [BROWSER] : (openers[process.platform] ?? ['xdg-open']);
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => process.stderr.write(`No browser could be started; open ${url}\n`));
  child.unref();
}
