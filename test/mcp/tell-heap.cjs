/** Loaded into the server's process beforehand: tells, when asked, what the heap holds once it is collected. */
process.on('message', () => {
  globalThis.gc();
  process.send(process.memoryUsage().heapUsed);
});
// The server ends with its input, not with this channel.
process.channel.unref();
