import { IncomingMessage } from "node:http";

/**
 * The request once its body is known to have at most `maxBytes`, or undefined when it has more or its client left. A
 * declared length is compared, and the HTTP parser holds the client to it; a chunked body is read here, so that what
 * comes after never sees more.
 */
export async function limitBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<IncomingMessage | undefined> {
  const { headers } = request;
  if (headers["transfer-encoding"] !== undefined) return readWhole(request, maxBytes);
  return Number(headers["content-length"] ?? 0) > maxBytes ? undefined : request;
}

async function readWhole(request: IncomingMessage, maxBytes: number) {
  const body = await readAtMost(request, maxBytes);
  if (!body) return undefined;
  const whole = new IncomingMessage(request.socket);
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  Object.assign(whole, { method, url, httpVersion, httpVersionMajor, httpVersionMinor });
  whole.headers = { ...request.headers, "content-length": String(body.length) };
  delete whole.headers["transfer-encoding"];
  whole.rawHeaders = Object.entries(whole.headers).flat().map(String);
  whole.complete = true;
  whole.push(body);
  whole.push(null);
  return whole;
}

/** Not by iterating, which would destroy the connection where it breaks off, and the response with it. */
function readAtMost(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (body?: Buffer) => {
      request.off("data", add);
      request.pause();
      resolve(body);
    };
    const add = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else finish();
    };
    request.on("data", add);
    request.once("end", () => finish(Buffer.concat(chunks)));
    request.once("close", () => finish());
  });
}
