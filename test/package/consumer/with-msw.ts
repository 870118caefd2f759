// Compiled, never run: what needs msw's types.
import type { HttpHandler } from 'msw';
import { createSandbox } from 'trainyard/sandbox';
import { sandboxHandlers } from 'trainyard/sandbox/msw';

export const handlers: HttpHandler[] = sandboxHandlers(createSandbox(), {
  origins: ['http://localhost:4010'],
});
