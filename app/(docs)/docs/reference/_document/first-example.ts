import type { oas31 } from "zod-openapi";

/** The first example of a body, of the first kind it may be; undefined where there is none. */
export function firstExample(content: oas31.ContentObject | undefined): unknown {
  const [kind] = Object.values(content ?? {});
  const [example] = Object.values(kind?.examples ?? {});
  return example && "value" in example ? example.value : undefined;
}
