import type { IncomingMessage } from "node:http";
import { connect, type Socket } from "node:net";

/** Lets the process of the pages have a connection that is to become another protocol: how a page is reloaded while developing. */
export function relayUpgrade(
  socketPath: string | undefined,
  request: IncomingMessage,
  { socket: client, head }: { socket: Socket; head: Buffer },
): void {
  if (socketPath === undefined) return void client.destroy();
  const { method, url, rawHeaders } = request;
  const pages = connect(socketPath);
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  }
  pages.write(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  pages.write(head);
  client.pipe(pages).pipe(client);
  const end = () => {
    client.destroy();
    pages.destroy();
  };
  for (const socket of [client, pages]) socket.on("error", end).on("close", end);
}
