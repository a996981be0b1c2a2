import type { sendFromPanel } from "../actions";

/** What the compose form's action returns when it did not fail: a review first, or what was sent. */
type Value = Extract<Awaited<ReturnType<typeof sendFromPanel>>, { ok: true }>["value"];

export type Review = Extract<Value, { kind: "review" }>;
export type Sent = Exclude<Value, Review>;
