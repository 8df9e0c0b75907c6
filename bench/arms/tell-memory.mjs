// Loaded before an arm, whichever it is: it answers how much memory the arm holds, and does nothing else.
process.on('message', (asked) => {
  if (asked !== 'memory') return;
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ memory: { heapUsed, rss } });
});
// That there is somebody to answer to must not keep the arm alive.
process.channel?.unref();
