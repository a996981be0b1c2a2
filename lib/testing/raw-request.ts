import { connect } from "node:net";

export interface RawResponse {
  /** 0 when nothing came. */
  status: number;
  /** Names in lower case; of headers that come twice the last. */
  headers: Map<string, string>;
  setCookies: string[];
  body: string;
  /** How the connection broke, if it did not end in order. */
  errorCode: string | undefined;
}

const timeoutMs = 30_000;

/** Sends bytes as they are and reads until the server ends the connection; HTTP clients refuse to send most of these. */
export async function rawRequest(url: string, bytes: string): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  let received = "";
  let errorCode: string | undefined;
  socket.setEncoding("latin1").on("data", (text: string) => {
    received += text;
  });
  socket.once("error", (error: NodeJS.ErrnoException) => {
    errorCode = error.code;
  });
  socket.setTimeout(timeoutMs, () => socket.destroy());
  // Latin 1, so that a text can hold any byte.
  socket.write(bytes, "latin1");
  // Not `once` of node:events, which rejects for the error that a cut connection ends with.
  await new Promise((resolve) => socket.once("close", resolve));
  return { ...parseResponse(received), errorCode };
}

/** Reads the text of a response; what came before it, such as `100 Continue`, is skipped. */
function parseResponse(text: string) {
  const final = text.replace(/^(HTTP\/1\.1 1\d\d [\s\S]*?\r\n\r\n)+/, "");
  const [head = "", ...rest] = final.split("\r\n\r\n");
  const [start = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const [name = "", ...value] = line.split(": ");
    return [name.toLowerCase(), value.join(": ")];
  });
  const status = Number(start.split(" ")[1] ?? 0);
  const setCookies = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
  const isChunked = headers.some(([, value]) => value === "chunked");
  const body = rest.join("\r\n\r\n");
  return {
    status,
    headers: new Map(headers),
    setCookies,
    body: isChunked ? joinChunks(body) : body,
  };
}

function joinChunks(text: string): string {
  const [size = "0"] = text.split("\r\n", 1);
  const length = Number.parseInt(size, 16);
  const start = size.length + 2;
  if (!length) return "";
  return text.slice(start, start + length) + joinChunks(text.slice(start + length + 2));
}

/** The text of a request; a body gets its Content-Length unless the headers say otherwise. */
export function requestText(
  target: string,
  headers: Record<string, string | undefined>,
  body = "",
): string {
  const isFramed = "transfer-encoding" in headers || "content-length" in headers;
  const all: Record<string, string | undefined> = {
    host: "localhost",
    connection: "close",
    ...(body !== "" &&
      !isFramed && { "content-length": String(Buffer.byteLength(body, "latin1")) }),
    ...headers,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  return `${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}
