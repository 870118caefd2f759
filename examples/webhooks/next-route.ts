// app/hooks/route.ts
import { receiver } from './receiver.ts';

export const POST = receiver;
