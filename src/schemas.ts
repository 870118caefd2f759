export * as opentrain from '../generated/opentrain/schemas.ts';
export * as platform from '../generated/platform/schemas.ts';
export * as trainar from '../generated/trainar/schemas.ts';
