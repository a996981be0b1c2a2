"use client";

import { useActionState, useSyncExternalStore } from "react";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { Words } from "@/lib/language/language";
import { useWords } from "./language/use-words";

type State<Value> = { ok: true; value: Value } | FormFailure | null;
type Action<Value> = (previous: State<Value>, form: FormData) => Promise<State<Value>>;

/**
 * React's `useActionState` for our server actions. When no answer comes, because the line or the server is
 * away, that is a refusal like any other: the form stays, with what was typed, instead of a broken page.
 */
export function useAction<Value>(action: Action<Value>) {
  const { unanswered } = useWords(lineWords);
  // A form posts without JavaScript only to the action itself, so that is what the server renders.
  const isInBrowser = useSyncExternalStore(
    stay,
    () => true,
    () => false,
  );
  return useActionState(isInBrowser ? answered(action, unanswered) : action, null);
}

function answered<Value>(action: Action<Value>, message: string): Action<Value> {
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      // What fetch throws when there is no answer at all; a redirect is thrown as well, and goes on.
      if (!(error instanceof TypeError)) throw error;
      return {
        ok: false,
        code: "unavailable",
        isUnanswered: true,
        message,
        values: typedIn(form),
        requestId: "",
      };
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

const lineWords: Words<{ unanswered: string }> = {
  en: {
    unanswered: "No response from the server. Check your connection and try again.",
  },
  pl: {
    unanswered: "Serwer nie odpowiedział. Trzeba sprawdzić połączenie i spróbować ponownie.",
  },
};
