"use client";

import { useCallback, useRef, useState } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import type { LiveEvent } from "@/lib/messages/contract";
import type { StartState } from "@/lib/operations/panel-contract";
import { panelFetch } from "../../_components/panel-fetch";

/** The guide's state, asked for again whenever the live stream tells of something, and by `refresh`. */
export function useStart(initial: StartState) {
  const [state, setState] = useState(initial);
  const asking = useRef<{ isAgain: boolean } | undefined>(undefined);
  const refresh = useCallback(async () => {
    // One question at a time; what happens meanwhile is asked about once more.
    if (asking.current) {
      asking.current.isAgain = true;
      return;
    }
    do {
      asking.current = { isAgain: false };
      // What is known stays on the screen when the answer fails; the next event asks again.
      const answer = await panelFetch("/api/panel/start", {}).catch(() => undefined);
      if (answer) setState(answer);
    } while (asking.current.isAgain);
    asking.current = undefined;
  }, []);
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (event.kind !== "balance") void refresh();
    },
    [refresh],
  );
  useLiveEvents(onEvent);
  return { ...state, refresh };
}
