import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { UserActor, Visitor } from "../core/actor";
import { markDecoded } from "../core/decoding";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";
import { readerLanguage } from "../language/reader-language";
import { personOf } from "../sessions/person-of";
import type { Session } from "../sessions/read-session";
import { visitorOf } from "../sessions/visitor-of";
import { currentSession, requireSession } from "../sign-in/session";
import { demandSameOrigin } from "./demand-same-origin";
import { type FormFailure, formFailure } from "./form-failure";
import { type FormInput, formInput } from "./form-input";
import { formSentences } from "./sentences";

/** What `useActionState` holds: nothing yet, the verb's value, or why not. */
type FormState<Value> = { ok: true; value: Value } | FormFailure | null;

type Action<Value> = (previous: FormState<Value>, form: FormData) => Promise<FormState<Value>>;

/**
 * A server action for the signed-in: demands the session and our own origin, then calls the verb. Without a session a
 * screen with JavaScript keeps its form and is told so; without JavaScript the browser goes to the sign-in page.
 */
export function accountAction<Value>(
  verb: (input: FormInput, caller: { actor: UserActor; session: Session }) => Promise<Value>,
): Action<Value> {
  return async (previous, form) => {
    let isSignedOut = false;
    const act = visitorAction<Value>(async (input, visitor) => {
      const session = await currentSession();
      if (session?.viewing) throw new AppError("forbidden", coreSentences.onlyLooking);
      if (session) return verb(input, { actor: personOf(session, visitor), session });
      if (!(await headers()).has("next-action")) await requireSession();
      isSignedOut = true;
      throw new AppError("unauthorized", formSentences.signedOut);
    });
    const state = await act(previous, form);
    return isSignedOut && state?.ok === false ? { ...state, isSignedOut } : state;
  };
}

/** A server action for anyone: demands our own origin, then calls the verb. */
export function visitorAction<Value>(
  verb: (input: FormInput, visitor: Visitor) => Promise<Value>,
): Action<Value> {
  return async (_previous, form) => {
    markDecoded();
    const input = formInput(form);
    try {
      const received = await headers();
      demandSameOrigin(received);
      return { ok: true, value: await verb(input, visitorOf(received)) };
    } catch (error) {
      // A redirect is how Next leaves an action; it is no failure.
      unstable_rethrow(error);
      return formFailure(error, input, readerLanguage(await headers()));
    }
  };
}
