/** Whether this runs in Node, or in a runtime that passes for it. */
export const inNode =
  typeof (globalThis as { process?: { versions?: unknown } }).process?.versions === 'object';
