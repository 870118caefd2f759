/** A client that notes which of its methods are called: `tasks.create`. */
export function watched<C extends object>(client: C, called: string[]): C {
  return new Proxy(client, {
    get: (target, name) => {
      const resource: unknown = Reflect.get(target, name);
      if (typeof resource !== 'object' || resource === null) return resource;
      return new Proxy(resource, {
        get: (inner, method) => {
          const value: unknown = Reflect.get(inner, method);
          if (typeof value !== 'function') return value;
          // Bound to the resource itself: its private fields are not the proxy's.
          return (...args: unknown[]) => {
            called.push(`${String(name)}.${String(method)}`);
            return Reflect.apply(value, inner, args);
          };
        },
      });
    },
  });
}
