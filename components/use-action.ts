"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useActionState, useCallback, useSyncExternalStore } from "react";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { Words } from "@/lib/language/language";
import { useWords } from "./language/use-words";
import { markOutdated, markSignedOut } from "./shell/live-stream";

type State<Value> = { ok: true; value: Value } | FormFailure | null;
type Action<Value> = (previous: State<Value>, form: FormData) => Promise<State<Value>>;

/**
 * React's `useActionState` for our server actions. When no answer comes, because the line or the server is
 * away, that is a refusal like any other: the form stays, with what was typed, instead of a broken page.
 */
export function useAction<Value>(action: Action<Value>) {
  const words = useWords(lineWords);
  // A form posts without JavaScript only to the action itself, so that is what the server renders.
  const isInBrowser = useSyncExternalStore(
    stay,
    () => true,
    () => false,
  );
  return useActionState(isInBrowser ? answered(action, words) : action, null);
}

/** Calls one of our server actions outside a form; no answer is a refusal like any other, as in `useAction`. */
export function useAsk<Value>(
  action: Action<Value>,
): (values: Record<string, string>) => Promise<Exclude<State<Value>, null>> {
  const words = useWords(lineWords);
  return useCallback(
    async (values) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(values)) form.set(name, value);
      const state = await answered(action, words)(null, form);
      if (state === null) throw new Error("An action has a result.");
      return state;
    },
    [action, words],
  );
}

function answered<Value>(action: Action<Value>, words: LineWords): Action<Value> {
  return async (previous, form) => {
    try {
      const state = await action(previous, form);
      if (state?.ok === false && state.isSignedOut) markSignedOut();
      return state;
    } catch (error) {
      const refused = {
        ok: false,
        code: "unavailable",
        values: typedIn(form),
        requestId: "",
      } as const;
      if (unstable_isUnrecognizedActionError(error)) {
        markOutdated();
        return { ...refused, message: words.outdated };
      }
      // Next marks a redirect, and what the server threw. Without its mark no response came that it could read: none at
      // all, or a page of a proxy.
      if (error instanceof Error && "digest" in error) throw error;
      return { ...refused, isUnanswered: true, message: words.unanswered };
    }
  };
}

function typedIn(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !/password|secret/i.test(name)) values[name] = value;
  }
  return values;
}

const stay = () => () => {};

interface LineWords {
  unanswered: string;
  outdated: string;
}

const lineWords: Words<LineWords> = {
  en: {
    unanswered: "No response from the server. Check your connection and try again.",
    outdated: "There is a newer version. Reload.",
  },
  pl: {
    unanswered: "Serwer nie odpowiedział. Sprawdź połączenie i spróbuj ponownie.",
    outdated: "Jest nowsza wersja. Odśwież stronę.",
  },
};
