/** A place in a trace, in hexadecimal digits. */
export interface SpanRef {
  traceId: string;
  spanId: string;
}

/** Something that was done, once it is over. */
export interface Span extends SpanRef {
  name: string;
  kind: "server" | "client" | "internal";
  /** The span of the same trace that it is a part of. */
  parentId?: string | undefined;
  /** A span of another trace that it goes back to. */
  link?: SpanRef | undefined;
  /** Unix time in milliseconds, with fractions. */
  startMs: number;
  endMs: number;
  /** Never a text, a number of a phone, or a secret. */
  attributes: Record<string, string | number | boolean>;
  isError?: boolean;
}
