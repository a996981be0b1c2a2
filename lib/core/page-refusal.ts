import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "./process-wide";

/** A page that is being answered, and whether it is not for whoever opened it. */
interface Rendering {
  isRefused: boolean;
}

/** The page that the running code belongs to, in the server's bundle and in Next's alike. */
export function renderingScope(): AsyncLocalStorage<Rendering> {
  return processWide("rendering", () => new AsyncLocalStorage<Rendering>());
}

/** Says that the page is not for whoever opened it. Next has no stable way to set a status with words of one's own. */
export function markRefused(): void {
  const rendering = renderingScope().getStore();
  if (rendering) rendering.isRefused = true;
}
