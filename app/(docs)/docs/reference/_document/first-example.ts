import type { oas31 } from "zod-openapi";

/** The first example of a JSON body. */
export function firstExample(content: oas31.ContentObject | undefined): unknown {
  const [example] = Object.values(content?.["application/json"]?.examples ?? {});
  return example && "value" in example ? example.value : undefined;
}
