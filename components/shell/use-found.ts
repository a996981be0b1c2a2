"use client";

import { useEffect, useState } from "react";
import type { MessageView } from "@/lib/messages/contract";
import type { PanelAnswers } from "@/lib/operations/panel-contract";
import type { TokenView } from "@/lib/tokens/contract";

export interface Found {
  messages: readonly MessageView[];
  tokens: readonly TokenView[];
}

const nothing: Found = { messages: [], tokens: [] };
const minLength = 2;
const maxMessages = 5;
const maxTokens = 3;
/** How long typing pauses before the server is asked. */
const pauseMs = 150;
const timeoutMs = 5000;

/** The account's newest messages and its tokens that match a text; none for a short text, or while there is no connection. */
export function useFound(text: string): Found {
  const [found, setFound] = useState<Found & { text: string }>();
  useEffect(() => {
    if (text.length < minLength) return;
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(timeoutMs)]);
    const timer = setTimeout(async () => {
      const [messages, tokens] = await Promise.all([
        fetchList(
          "/api/panel/messages",
          `?limit=${maxMessages}&q=${encodeURIComponent(text)}`,
          signal,
        ),
        fetchList("/api/panel/tokens", "", signal),
      ]);
      if (leaving.signal.aborted) return;
      setFound({
        text,
        messages: messages.slice(0, maxMessages),
        tokens: tokens.filter((token) => isMatch(token, text)).slice(0, maxTokens),
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [text]);
  return found?.text === text ? found : nothing;
}

async function fetchList<Path extends "/api/panel/messages" | "/api/panel/tokens">(
  path: Path,
  query: string,
  signal: AbortSignal,
): Promise<PanelAnswers[Path]["data"]> {
  try {
    const response = await fetch(`${path}${query}`, { signal });
    return response.ok ? (await response.json()).data : [];
  } catch {
    // Pages and the search of the log remain.
    return [];
  }
}

function isMatch({ name, masked, token_id }: TokenView, text: string): boolean {
  const wanted = text.toLowerCase();
  return [name, masked, token_id].some((each) => each.toLowerCase().includes(wanted));
}
