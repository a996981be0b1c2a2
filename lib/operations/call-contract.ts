/** What every call has, public or not: enough to mount it, to limit its body, and to list the methods of its path. */
export interface Call {
  method: "get" | "post" | "patch" | "delete";
  /** With `{name}` for parameters, as OpenAPI writes them. */
  path: `/api/${string}` | `/2010-04-01/${string}`;
  body?: { maxBytes: number };
}

/** The parameters in a path by name. */
export type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & PathParams<Rest>
  : unknown;
