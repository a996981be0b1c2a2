import { z } from "zod";
import { limitedText } from "../core/limited-text";
import type { Sentence } from "../core/sentence";
import { worded } from "../core/worded";
import { passwordLength } from "./password-length";
import { accountSentences } from "./sentences";

const wrongEmail = accountSentences.wrongEmail;

/** The longest address mail can be sent to (RFC 5321, 4.5.3.1.3). */
const maxEmail = 254;
const maxTicket = 200;

const Email = limitedText(maxEmail, { error: wrongEmail, tooLong: wrongEmail })
  .trim()
  .toLowerCase()
  .pipe(z.email(worded(wrongEmail)));

const NewPassword = limitedText(passwordLength.max, { error: accountSentences.noNewPassword }).min(
  passwordLength.min,
  worded(accountSentences.shortPassword({ min: passwordLength.min })),
);

/** A password to check: never longer than one that could have been chosen. */
function givenPassword(missing: Sentence) {
  return limitedText(passwordLength.max, { error: missing }).min(1, worded(missing));
}

const Ticket = limitedText(maxTicket);

/** Who wants an account. */
export const SignUpInput = z.object({ email: Email, password: NewPassword });

export type SignUpInput = z.output<typeof SignUpInput>;

/** Who says to be whom. Deliberately loose: a guess of any shape gets the same answer. */
export const SignInInput = z.object({
  email: limitedText(maxEmail, { error: accountSentences.noEmail })
    .trim()
    .toLowerCase()
    .min(1, worded(accountSentences.noEmail)),
  password: givenPassword(accountSentences.noPassword),
});

export type SignInInput = z.output<typeof SignInInput>;

/** The old password proves who asks for the new one. */
export const ChangePasswordInput = z.object({
  current_password: givenPassword(accountSentences.noCurrentPassword),
  new_password: NewPassword,
});

export type ChangePasswordInput = z.output<typeof ChangePasswordInput>;

const Password = givenPassword(accountSentences.noPassword);

const Code = limitedText(100, {
  error: accountSentences.noCode,
  tooLong: accountSentences.longCode,
})
  .trim()
  .min(1, worded(accountSentences.noCode));

/** Who forgot their password. Loose like a sign-in: whatever it is, the answer is the same. */
export const RequestResetInput = SignInInput.pick({ email: true });

/** The ticket of the mail, and the password from now on. */
export const ResetPasswordInput = z.object({
  ticket: Ticket,
  new_password: NewPassword,
});

/** A new address to sign in with; the password proves who asks. */
export const ChangeEmailInput = z.object({ new_email: Email, password: Password });

/** A ticket out of a mail, and nothing else. */
export const TicketInput = z.object({ ticket: Ticket });

/** A code of the authenticator app, or a recovery code. */
export const CodeInput = z.object({ code: Code });

/** The first code of an authenticator app, and whether every other session ends with it: a checkbox. */
export const EnableTotpInput = CodeInput.extend({
  end_other_sessions: z
    .literal("on")
    .optional()
    .transform((box) => box === "on"),
});

export const PasswordInput = z.object({ password: Password });

export const PasswordAndCodeInput = z.object({ password: Password, code: Code });

const Limit = z.int().nullable();

/** `GET /api/account`: the account of the calling token. */
export const AccountView = z.object({
  account_id: z.string().meta({ examples: ["acc_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] }),
  name: z.string().meta({ examples: ["Example Ltd"] }),
  credits: z
    .int()
    .meta({ description: "Credits left; one pays for one segment.", examples: [100] }),
  test: z.boolean().meta({ description: "Whether the calling token is a test token." }),
  created_at: z.iso.datetime(),
  scopes: z
    .array(z.string())
    .meta({ description: "What the calling token may do.", examples: [["send", "read"]] }),
  token: z
    .object({
      token_id: z.string().meta({ examples: ["tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA"] }),
      name: z.string().meta({ examples: ["Web shop"] }),
      expires_at: z.iso.datetime().nullable(),
    })
    .meta({ description: "The calling token." }),
  limits: z
    .object({
      requests_per_second: Limit,
      requests_per_minute: Limit,
      messages_per_minute: Limit,
    })
    .meta({
      description:
        "Requests the account may make and messages it may send, test tokens apart from live ones; null without a limit. A batch is one request and as many messages as it has entries.",
    }),
  account_sid: z.string().meta({
    description: "ID of the account for clients of Twilio's API.",
    examples: ["AC018dfa7fa315bccbf7a34bb5742f3e6a"],
  }),
});

export type AccountView = z.infer<typeof AccountView>;
