import { appUrl } from "../core/env";
import type { Mail } from "../mail/mail";

type Letter = Omit<Mail, "to">;

/** The link that sets a new password. */
export function passwordReset(ticket: string): Letter {
  return {
    subject: "Set a new password",
    paragraphs: [
      "Someone, probably you, asked for a new password for your Depesza account.",
      "The link works once and for one hour. If you did not ask for it, do nothing: your password stays as it is.",
    ],
    link: { words: "Set a new password", url: `${appUrl()}/reset-password?ticket=${ticket}` },
  };
}

/** After every change of the password. */
export function passwordChanged(): Letter {
  return alarm("Your password was changed", [
    "The password of your Depesza account was changed. Every other browser has been signed out.",
  ]);
}

/** To a new address, which is only used once somebody there has agreed. */
export function emailConfirmation(email: string, ticket: string): Letter {
  return {
    subject: "Confirm your new e-mail",
    paragraphs: [
      `A Depesza account is to be signed in to with ${email} from now on.`,
      "The link works once and for one hour. If you know nothing of this, do nothing.",
    ],
    link: { words: "Confirm this e-mail", url: `${appUrl()}/confirm-email?ticket=${ticket}` },
  };
}

/** To the old address. */
export function emailChanged(email: string): Letter {
  return {
    subject: "Your e-mail was changed",
    paragraphs: [
      `Your Depesza account is signed in to with ${email} from now on. Mails go there too.`,
      "If this was not you, tell the administrator of this installation at once.",
    ],
  };
}

/** Two-step sign-in, on or off. */
export function twoStepTurned(state: "on" | "off"): Letter {
  return alarm(`Two-step sign-in is ${state}`, [
    state === "on"
      ? "Signing in to your Depesza account asks for a code of your authenticator app from now on."
      : "Signing in to your Depesza account asks for the password only from now on.",
  ]);
}

/** A notice that names the way out for someone it surprises. */
function alarm(subject: string, paragraphs: string[]): Letter {
  const url = `${appUrl()}/forgot-password`;
  return { subject, paragraphs, link: { words: "Not you? Set a new password", url } };
}
