import type { Operation } from '../../../core/operation.ts';

const document = (id: string, path: string): Operation => ({
  id,
  method: 'GET',
  path,
  success: [200],
  tokenless: true,
  idempotent: true,
});

/** Documents by which agents find their way, beyond the operations of the spec. */
export const discoveryOperations = {
  'discovery.llms': document('discovery.llms', '/llms.txt'),
  'discovery.auth': document('discovery.auth', '/auth.md'),
  'discovery.protectedResource': document(
    'discovery.protectedResource',
    '/.well-known/oauth-protected-resource',
  ),
  'discovery.authorizationServer': document(
    'discovery.authorizationServer',
    '/.well-known/oauth-authorization-server',
  ),
  'discovery.openapi': document('discovery.openapi', '/api/public/v1/openapi.json'),
};
