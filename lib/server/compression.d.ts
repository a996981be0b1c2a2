/** What of the package is used here: its own types want Express. */
declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  import type { BrotliOptions } from "node:zlib";

  /** Compresses what is written to `response` from now on, in the best coding that the request accepts. */
  type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  const compression: (options: { brotli: BrotliOptions }) => Compress;
  export = compression;
}
