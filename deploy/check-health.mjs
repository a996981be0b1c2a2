// HEALTHCHECK of the image: ends with 1 when the process does not respond. A worker serves no port; it ends when it cannot
// go on, and another one takes over.
const { ROLE, PORT } = process.env;
if (ROLE !== "worker") {
  const url = `http://127.0.0.1:${PORT || 3000}/api/health/live`;
  const { ok } = await fetch(url, { signal: AbortSignal.timeout(4000) });
  process.exitCode = ok ? 0 : 1;
}
