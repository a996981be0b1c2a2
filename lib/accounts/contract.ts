import { z } from "zod";

/** Length of a new password. There is no rule about its characters: length is what makes it strong. */
export const passwordLength = { min: 12, max: 256 };

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
