// Loaded into a child process before its program: one answer, named by FAULT, is not what it was.
const { fetch } = globalThis;

globalThis.fetch = async (input, init) => {
  const response = await fetch(input, init);
  const { pathname } = new URL(input instanceof Request ? input.url : input);
  if (process.env.FAULT === 'job' && pathname.endsWith('/publish')) {
    const body = (await response.json()) as object;
    return Response.json({ ...body, status: 'DRAFT' });
  }
  // A receiver that takes whatever it is sent.
  if (process.env.FAULT === 'forgery' && response.status === 400 && pathname === '/') {
    return new Response(null, { status: 200 });
  }
  return response;
};

export {};
