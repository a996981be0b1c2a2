"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useWords } from "../language/use-words";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { connectionWords } from "./connection-words";
import { useLiveState } from "./live-stream";

/** Says what keeps this screen from being current and what to do: signed out, offline, or a newer version. */
export function ConnectionBanner() {
  const state = useLiveState();
  const words = useWords(connectionWords);
  const pathname = usePathname();
  const query = useSearchParams().toString();
  if (state !== "signedOut" && state !== "offline" && state !== "outdated") return null;
  const here = `${pathname}${query && `?${query}`}`;
  return (
    <div className="mb-6">
      <Notice tone={state === "signedOut" ? "bad" : "warn"} role="alert" title={words[state].title}>
        <p>{words[state].meaning}</p>
        {state === "signedOut" && (
          // Not the router's link: everything this tab holds is somebody's who is signed out.
          <a href={`/sign-in?next=${encodeURIComponent(here)}`} className="link">
            {words.signIn}
          </a>
        )}
        {state === "outdated" && <Button onClick={() => location.reload()}>{words.reload}</Button>}
      </Notice>
    </div>
  );
}
