export type * from '../../generated/trainar/types.ts';
export * from '../core/public.ts';
export { TrainAR, type TrainAROptions } from './client.ts';
export type { Skills } from './skills.ts';
export type { ListedTask, Tasks } from './tasks.ts';
export type { Users } from './users.ts';
export type { Webhooks } from './webhooks.ts';
