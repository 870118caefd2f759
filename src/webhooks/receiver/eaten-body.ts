import { WebhookVerificationError } from '../webhook-verification-error.ts';

/** The error for a body that was read, and maybe parsed, before the receiver saw the request. */
export const eatenBody = () =>
  new WebhookVerificationError(
    'body_parsed',
    [
      'Something before the webhook receiver has read the body, and the signature covers its raw bytes.',
      'Express: mount this route before express.json(), or give that a verify that keeps the bytes: express.json({ verify: (req, _res, bytes) => { req.rawBody = bytes; } }).',
      'Fastify: in a plugin of its own, removeAllContentTypeParsers() and addContentTypeParser("*", (_request, _payload, done) => done(null)).',
      'Next.js: in pages/api, export const config = { api: { bodyParser: false } }; in a route handler, pass the request unread.',
      'Hono: pass c.req.raw, before anything calls c.req.json() or c.req.text().',
      'Elsewhere: pass the request on before anything reads it.',
    ].join('\n'),
  );
