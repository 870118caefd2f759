export type { ListeningSandbox, ListenOptions, ServedSandbox } from './node/listen.ts';
export { listen } from './node/listen.ts';
