import type { ServerResponse } from "node:http";

/** A script of Next's build as React writes it: fetched beside the page, run as soon as it is there. */
const asyncScript = /<script src="\/_next\/[^"]*"[^>]*? async=""[^>]*>/g;
const scriptPreload = /<link rel="preload" as="script"[^>]*>/g;
/** A page that grew beyond this is sent as it is. */
const maxBytes = 1_048_576;

/**
 * Makes the scripts of the page that is written to `response` wait for the loader in the page, which knows them by
 * their type (app/(marketing)/_components/load-on-interaction.tsx). A page is held until it is whole.
 */
export function loadScriptsLater(response: ServerResponse): void {
  const { write, end } = response;
  const held: Buffer[] = [];
  const state = { bytes: 0, isOpen: false };
  const keep = (chunk: unknown) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    const bytes = Buffer.from(chunk as Uint8Array);
    state.bytes += bytes.length;
    held.push(bytes);
  };
  const whole = () => {
    state.isOpen = true;
    return Buffer.concat(held.splice(0));
  };
  const isHeld = () =>
    !state.isOpen && String(response.getHeader("content-type")).startsWith("text/html");
  Object.assign(response, {
    write: (...given: Parameters<typeof write>) => {
      if (!isHeld()) return write.apply(response, given);
      keep(given[0]);
      return state.bytes <= maxBytes || write.call(response, whole(), "utf8");
    },
    end: (...given: Parameters<typeof end>) => {
      if (!isHeld()) return end.apply(response, given);
      keep(given[0]);
      return end.call(response, rewritten(whole().toString("utf8")), "utf8");
    },
  });
}

function rewritten(page: string): string {
  return page
    .replace(scriptPreload, "")
    .replace(asyncScript, (tag) => tag.replace(' async=""', ' type="text/later"'));
}
