"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import type { SessionView } from "@/lib/sessions/list-sessions";
import { endSessionAction, signOutEverywhere } from "../actions";
import { accountWords } from "../words";

/** The signed-in browsers, and how to end them: one, or all at once. */
export function SessionList({ sessions }: { sessions: SessionView[] }) {
  const { sessions: words } = useWords(accountWords);
  const [state, action, isPending] = useAction(endSessionAction);
  return (
    <div className="grid gap-4">
      {state?.ok && <Ended key={state.value.endedAt} browser={state.value.browser} />}
      {state?.ok === false && <Notice tone="bad" role="alert" title={state.message} />}
      <ul>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session}>
            <form action={action}>
              <input type="hidden" name="session_id" value={session.id} />
              <input type="hidden" name="browser" value={session.browser} />
              <Button type="submit" isBusy={isPending} aria-label={words.endOf(session.browser)}>
                {words.end}
              </Button>
            </form>
          </SessionRow>
        ))}
      </ul>
      <form action={signOutEverywhere}>
        <Button type="submit" variant="danger">
          {words.everywhere}
        </Button>
        <p className="mt-1.5 text-mute text-sm">{words.everywhereHint}</p>
      </form>
    </div>
  );
}

interface SessionRowProps {
  session: SessionView;
  /** How to end it; this very session is ended by signing out. */
  children: ReactNode;
}

function SessionRow({ session, children }: SessionRowProps) {
  const { sessions: words } = useWords(accountWords);
  const { browser, address, createdAt, lastSeenAt, isThisOne } = session;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-6 gap-y-1 border-line border-b py-3 first:pt-0 md:grid-cols-[minmax(0,1fr)_14rem_16rem_6rem]">
      <p className="font-medium max-md:col-span-2">
        {browser}
        {isThisOne && <span className="ml-2 font-normal text-ok text-sm">{words.thisOne}</span>}
      </p>
      <p className="wrap-anywhere font-mono text-mute text-sm max-md:col-span-2">
        {address ?? words.noAddress}
      </p>
      <p className="text-mute text-sm">
        {words.lastSeen} <Time at={lastSeenAt} />
        <br />
        {words.signedIn} <Time at={createdAt} />
      </p>
      <div className="justify-self-end">{!isThisOne && children}</div>
    </li>
  );
}

function Ended({ browser }: { browser: string }) {
  const { ended } = useWords(accountWords).sessions;
  const place = useRef<HTMLDivElement>(null);
  // The button that had the focus went with its row.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice tone="ok" role="status" title={ended(isolatedText(browser))} />
    </div>
  );
}
