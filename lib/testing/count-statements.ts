import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Types of the messages that run a statement (PostgreSQL, message formats): Execute and Query. */
const execute = 0x45;
const query = 0x51;
/** What a client asks instead of starting: SSLRequest and GSSENCRequest. */
const requestCodes = [80_877_103, 80_877_104];

/**
 * A way to a PostgreSQL on which statements are counted as they pass, whatever the driver. Set DATABASE_URL
 * to its `url` before the first statement.
 */
export async function startStatementCounter(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port || 5432), target.hostname);
    const read = messageReader((type) => {
      if (type === execute || type === query) count += 1;
    });
    client.on("data", read);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    count: () => count,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Finds the messages in what a client sends; the first has no type. */
function messageReader(onMessage: (type: number) => void): (chunk: Buffer) => void {
  let unread: Buffer = Buffer.alloc(0);
  let hasStarted = false;
  return (chunk) => {
    unread = Buffer.concat([unread, chunk]);
    let end = endOfFirst(unread, hasStarted);
    while (end <= unread.length) {
      if (hasStarted) onMessage(unread.readUInt8(0));
      else hasStarted = !requestCodes.includes(unread.readInt32BE(4));
      unread = unread.subarray(end);
      end = endOfFirst(unread, hasStarted);
    }
  };
}

/** Where the first message ends, as far as that can be told. */
function endOfFirst(bytes: Buffer, hasType: boolean): number {
  const typeBytes = hasType ? 1 : 0;
  return bytes.length < typeBytes + 4 ? Infinity : typeBytes + bytes.readInt32BE(typeBytes);
}
