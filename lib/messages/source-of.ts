import type { Actor } from "../core/actor";

/** What a message and its history name as the source of an actor's request: whoever has no token acts as in the dashboard. */
export function sourceOf({ source }: Pick<Actor, "source">): "api" | "panel" {
  return source === "api" ? "api" : "panel";
}
