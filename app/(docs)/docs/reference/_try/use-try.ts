"use client";

import { useEffect, useRef, useState } from "react";
import { useAsk } from "@/components/use-action";
import type { FormFailure } from "@/lib/actions/form-failure";
import { isTerminal, type MessageStatus } from "@/lib/messages/status";
import { prepareTryAction } from "../actions";
import { type Exchange, exchange } from "./exchange";

const pauseMs = 1000;
/** A simulated message ends within seconds, most real ones within a minute. */
const maxLooks = 90;
/** So that no request starts with a token that ends while it travels. */
const marginMs = 60_000;

interface Message {
  from: string;
  body: string;
}

interface Kept {
  token: string;
  /** By the clock of this page, which starts at 0 when it is opened. */
  untilMs: number;
}

/** Sends to the reader's own number and follows the message: each request of it is a true one from this page. */
export function useTry() {
  const prepare = useAsk(prepareTryAction);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState<Exchange | null>(null);
  const [followed, setFollowed] = useState<Exchange | null>(null);
  const kept = useRef(new Map<string, Kept>());
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );

  const prepared = async (who: { own_number: string; mode: string }) => {
    const known = kept.current.get(who.mode);
    const isGood = known !== undefined && known.untilMs > performance.now();
    const state = await prepare({ ...who, has_token: isGood ? "yes" : "" });
    if (!state.ok) {
      setFailure(state);
      return undefined;
    }
    const { to, lifeMs } = state.value;
    const token = state.value.token ?? known?.token;
    if (!token) return undefined;
    if (!isGood)
      kept.current.set(who.mode, { token, untilMs: performance.now() + lifeMs - marginMs });
    return { to, token };
  };

  const send = async (who: { own_number: string; mode: string }, message: Message) => {
    run.current += 1;
    const mine = run.current;
    const isMine = () => run.current === mine;
    setBusy(true);
    setFailure(null);
    setSent(null);
    setFollowed(null);
    try {
      const ready = await prepared(who);
      if (!ready || !isMine()) return;
      const { token, to } = ready;
      const body = { from: message.from, to, body: message.body };
      const accepted = await exchange({ method: "POST", path: "/api/sms", token, body });
      // It was revoked in the settings: the next try gets a new one.
      if (accepted.status === 401) kept.current.delete(who.mode);
      if (!isMine()) return;
      setSent(accepted);
      void follow({ accepted, token, isWanted: isMine, onRead: setFollowed });
    } catch {
      setFailure(unanswered);
    } finally {
      if (isMine()) setBusy(false);
    }
  };
  return { send, failure, isBusy, sent, followed };
}

const unanswered: FormFailure = {
  ok: false,
  code: "unavailable",
  message: "No response from the server. Check your connection and retry.",
  values: {},
  requestId: "",
};

interface Followed {
  accepted: Exchange;
  token: string;
  /** False once the page has gone on to something else. */
  isWanted: () => boolean;
  onRead: (read: Exchange) => void;
}

/** Reads the message until its status is final, and hands on each exchange. */
async function follow({ accepted, token, isWanted, onRead }: Followed): Promise<void> {
  const id = (accepted.answer as { message_id?: unknown } | null)?.message_id;
  if (typeof id !== "string") return;
  for (let look = 0; look < maxLooks && isWanted(); look += 1) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const path = `/api/sms/${encodeURIComponent(id)}`;
    // The next look may come through.
    const read = await exchange({ method: "GET", path, token }).catch(() => undefined);
    if (!read || !isWanted()) continue;
    onRead(read);
    const status = (read.answer as { status?: unknown } | null)?.status;
    if (read.status !== 200 || isTerminal(status as MessageStatus)) return;
  }
}
