import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { rejectUnparsed } from "./reject-unparsed";

let server: Server | undefined;
afterEach(() => void server?.close());

const whole = (path: string) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}`;
const garbage = "this is no request\r\n\r\n";

/** The first line and the body of each response to these bytes, until the connection ends. */
async function responsesTo(bytes: string, answer: RequestListener): Promise<string[]> {
  server = createServer(answer);
  rejectUnparsed(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let received = "";
  socket.setEncoding("latin1").on("data", (text: string) => {
    received += text;
  });
  socket.write(bytes);
  await once(socket, "close");
  return received
    .split("HTTP/1.1 ")
    .slice(1)
    .map((response) => `${response.slice(0, 3)} ${response.split("\r\n\r\n")[1]?.trim()}`);
}

/** Responds two turns of the event loop after the request, when what follows it was read. */
const later: RequestListener = (request, response) => {
  request.resume();
  setImmediate(() => setImmediate(() => response.end(request.url)));
};

test("requests that came whole get their responses, and what follows them its rejection", async () => {
  expect(await responsesTo(whole("/1") + whole("/2") + garbage + garbage, later)).toEqual([
    "200 /1",
    "200 /2",
    "400 This is not a valid HTTP request.",
  ]);
});

test("a response that has begun is finished before the rejection", async () => {
  const slowly: RequestListener = (request, response) => {
    request.resume();
    response.writeHead(200, { "content-length": 4 });
    response.write("ha");
    setImmediate(() => setImmediate(() => response.end("lf")));
  };
  expect(await responsesTo(whole("/") + garbage, slowly)).toEqual([
    "200 half",
    "400 This is not a valid HTTP request.",
  ]);
});

test("a request whose own body is no HTTP is rejected at once", async () => {
  const chunked = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nno\r\n";
  expect(await responsesTo(chunked, (request) => request.resume())).toEqual([
    "400 This is not a valid HTTP request.",
  ]);
});
