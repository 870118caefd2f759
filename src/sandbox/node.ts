export type { ListeningSandbox, ListenOptions } from './node/listen.ts';
export { listen } from './node/listen.ts';
