import { buildIndex } from "../_search/build-index";

export const dynamic = "force-static";

/** What the search looks through, made at build time. */
export function GET(): Response {
  return Response.json(buildIndex("en"));
}
