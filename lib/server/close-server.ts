import type { Server } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import { setImmediate, setTimeout as wait } from "node:timers/promises";

/** Connections that the kernel has accepted are taken over before the listener closes, for so long at most. */
const maxAcceptMs = 500;
/** A request may be on its way on a connection that looks idle: it gets so long to arrive. */
const idleMs = 1000;
/** After this whatever is still open is cut. */
const drainMs = 8000;

/**
 * Closes a listener so that no request sent before is lost: connections that wait in the kernel are accepted, then new
 * ones are refused; idle connections stay for a second, and those in use until they have their response. Its
 * `Connection: close` is the caller's part. Takes 8 s at most.
 */
export async function closeServer(server: Server, connections: Set<Socket>): Promise<void> {
  await acceptWaiting(server);
  const closed = new Promise<void>((resolve) => {
    // Not the HTTP server's own method, which destroys idle connections at once.
    NetServer.prototype.close.call(server, () => resolve());
  });
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  await Promise.race([closed, wait(idleMs)]);
  const idle = setInterval(() => closeIdle(server, connections), 50);
  closeIdle(server, connections);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
  // What else the HTTP server holds: the timer that looks for slow requests.
  server.close();
}

/** One connection is accepted in each turn of the event loop: the kernel holds no more after a turn without one. */
async function acceptWaiting(server: Server): Promise<void> {
  const until = Date.now() + maxAcceptMs;
  let hasAccepted = true;
  const note = () => {
    hasAccepted = true;
  };
  server.on("connection", note);
  while (hasAccepted && Date.now() < until) {
    hasAccepted = false;
    // Two: the first may be what is left of the turn that is running.
    await setImmediate();
    await setImmediate();
  }
  server.off("connection", note);
}

function closeIdle(server: Server, connections: Set<Socket>): void {
  server.closeIdleConnections();
  // One that has never sent anything counts as busy there: browsers open some ahead of need.
  for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
}
