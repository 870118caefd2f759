import type { Operation } from '../../../../core/operation.ts';

const path = '/integrations/{slug}/connect';
const page = { path, pathParams: ['slug'], success: [200], tokenless: true } as const;

/** The pages on which a customer connects an app, and the contract as it is served. */
export const connectOperations = {
  'connect.show': { ...page, id: 'connect.show', method: 'GET' },
  'connect.answer': { ...page, id: 'connect.answer', method: 'POST', body: 'form' },
} as const satisfies Record<string, Operation>;
