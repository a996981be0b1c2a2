import { z } from "zod";
import { passwordLength } from "./password-length";

const wrongEmail = "Enter an e-mail address such as ada@example.com.";

const Email = z
  .string({ error: wrongEmail })
  .trim()
  .toLowerCase()
  .max(254, wrongEmail)
  .pipe(z.email(wrongEmail));

const NewPassword = z
  .string({ error: "Choose a password." })
  .min(passwordLength.min, `Use at least ${passwordLength.min} characters.`)
  .max(passwordLength.max, `Use at most ${passwordLength.max} characters.`);

/** Who wants an account. */
export const SignUpInput = z.object({ email: Email, password: NewPassword });

export type SignUpInput = z.output<typeof SignUpInput>;

/** Who says to be whom. Deliberately loose: a guess of any shape gets the same answer. */
export const SignInInput = z.object({
  email: z
    .string({ error: "Enter your e-mail." })
    .trim()
    .toLowerCase()
    .min(1, "Enter your e-mail."),
  password: z.string({ error: "Enter your password." }).min(1, "Enter your password."),
});

export type SignInInput = z.output<typeof SignInInput>;

/** The old password proves who asks for the new one. */
export const ChangePasswordInput = z.object({
  current_password: z
    .string({ error: "Enter your current password." })
    .min(1, "Enter your current password."),
  new_password: NewPassword,
});

export type ChangePasswordInput = z.output<typeof ChangePasswordInput>;

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
  limits: z.object({ requests_per_second: Limit, requests_per_minute: Limit }).meta({
    description:
      "Requests the account may make, test tokens apart from live ones; null without a limit. A batch is one request.",
  }),
});

export type AccountView = z.infer<typeof AccountView>;
