import { histogramOf } from "./registry";

interface Answered {
  method: string | undefined;
  /** The template of its path, never the path itself: that may hold a number or a secret. */
  route: string;
  status: number;
  /** By `performance.now()`. */
  startedMs: number;
}

const methods = new Set(["GET", "HEAD", "POST", "PATCH", "DELETE"]);

/** Counts a request and the time until its response began. */
export function countRequest({ method = "", route, status, startedMs }: Answered): void {
  histogramOf("depesza_http_request_duration_seconds").observe(
    { method: methods.has(method) ? method : "other", route, status },
    (performance.now() - startedMs) / 1000,
  );
}
