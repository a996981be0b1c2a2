import { countWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  email: "Email",
  password: "Password",
  newPassword: "New password",
  follows:
    "Follow every message to its final status live in the log, and get delivery results by signed webhook.",
  points: [
    ["Try it without phones", "Test tokens send to a simulator, for free."],
    ["See the cost before you send", "The editor counts segments and credits while you type."],
    ["Retry safely", "With an idempotency key, nobody gets the same message twice."],
  ],
  signUp: {
    title: "Create account",
    lead: (credits: number) =>
      `Starts with ${credits} credits, once per email address. No card, no contract.`,
    submit: "Create account",
    known: "Already have an account?",
    toSignIn: "Sign in",
  },
  signIn: {
    title: "Sign in",
    submit: "Sign in",
    forgot: "Forgot your password?",
    unknown: "No account yet?",
    toSignUp: "Create one",
  },
  passkey: {
    submit: "Sign in with a passkey",
    unused: "No passkey was used. You can also sign in with your password.",
  },
  news: {
    reset: {
      title: "Password changed.",
      more: "Every browser is signed out, and passkeys are removed. Sign in with the new password.",
    },
    late: {
      title: "This took too long.",
      more: "Enter the code within ten minutes of your password. Sign in again.",
    },
    closed: {
      title: "Your account is closed.",
      more: "Sign in within seven days to restore it. After that, it is erased and can't be restored.",
    },
    untold: "We couldn't send the confirmation email.",
  },
  code: {
    title: "Enter the code",
    lead: "Enter the 6-digit code from your authenticator app.",
    recoveryTitle: "Enter a recovery code",
    recoveryLead:
      "Use one of the ten codes you saved when you turned on two-step sign-in. Each code works once.",
    toApp: "Use the app instead",
    toRecovery: "Use a recovery code",
    lost: "Lost both? Ask your administrator to turn off two-step sign-in.",
  },
  forgot: {
    title: "Forgot your password?",
    lead: "We'll email you a reset link. It works once and expires in one hour.",
    asked: "Check your email.",
    ifThereIs: "If an account exists for",
    onItsWay:
      ", a link is on its way there, unless three were sent in the last half hour. Each link works for one hour, until one is used.",
    submit: "Send reset link",
    again: "Resend link",
    back: "Back to sign-in",
  },
  reset: {
    title: "Set a new password",
    whose: "For",
    effect: ". This signs you out of every browser and removes your passkeys.",
    submit: "Set password",
    deadWords: "Request a new link",
  },
  confirm: {
    title: "Confirm your email",
    lead: (from: string, to: string) => `You'll sign in with ${to} instead of ${from}.`,
    submit: "Use this email",
    changed: "Your email is changed",
    changedLead: (email: string) => `Sign in with ${email} now.`,
    toAccount: "Open the account",
  },
  dead: {
    title: "This link no longer works",
    lead: "It was already used, replaced by a later change, or is more than an hour old.",
  },
  mails: {
    title: "Saved emails",
    set: "Set",
    and: "and",
    effect:
      " to send emails instead. Then this page no longer exists. It can only be read on this machine.",
    none: "No emails yet. Reload after one is sent.",
    to: "To",
    hint: "No mail server is configured. Emails are saved on this machine:",
    read: "read them",
  },
};

/** What the pages before signing in say. */
export const authWords: Words<typeof en> = {
  en,
  pl: {
    email: "E-mail",
    password: "Hasło",
    newPassword: "Nowe hasło",
    follows:
      "Śledź każdą wiadomość w dzienniku na żywo aż do końcowego statusu i odbieraj wyniki doręczeń w podpisanych webhookach.",
    points: [
      ["Wypróbuj bez telefonu", "Tokeny testowe wysyłają za darmo, do symulatora."],
      ["Poznaj koszt przed wysłaniem", "Edytor liczy segmenty i kredyty w trakcie pisania."],
      [
        "Ponawiaj bez obaw",
        "Z kluczem idempotencji nikt nie dostanie tej samej wiadomości dwa razy.",
      ],
    ],
    signUp: {
      title: "Nowe konto",
      lead: (credits) =>
        `Na początek ${countWords("pl", credits, { one: "kredyt", few: "kredyty", many: "kredytów", other: "kredytu" })}, raz na adres e-mail. Bez karty i bez umowy.`,
      submit: "Załóż konto",
      known: "Masz już konto?",
      toSignIn: "Zaloguj się",
    },
    signIn: {
      title: "Logowanie",
      submit: "Zaloguj się",
      forgot: "Nie pamiętasz hasła?",
      unknown: "Nie masz jeszcze konta?",
      toSignUp: "Załóż konto",
    },
    passkey: {
      submit: "Zaloguj się kluczem dostępu",
      unused: "Nie użyto klucza dostępu. Możesz też zalogować się hasłem.",
    },
    news: {
      reset: {
        title: "Hasło zmienione.",
        more: "Wszystkie przeglądarki zostały wylogowane, a klucze dostępu usunięte. Zaloguj się nowym hasłem.",
      },
      late: {
        title: "Trwało to zbyt długo.",
        more: "Podaj kod w ciągu dziesięciu minut od hasła. Zaloguj się ponownie.",
      },
      closed: {
        title: "Konto jest zamknięte.",
        more: "Zaloguj się w ciągu siedmiu dni, aby je przywrócić. Potem zostanie trwale usunięte.",
      },
      untold: "Nie udało się wysłać e-maila z potwierdzeniem.",
    },
    code: {
      title: "Podaj kod",
      lead: "Podaj 6-cyfrowy kod z aplikacji uwierzytelniającej.",
      recoveryTitle: "Podaj kod zapasowy",
      recoveryLead:
        "Użyj jednego z dziesięciu kodów zapisanych przy włączaniu logowania dwuetapowego. Każdy działa raz.",
      toApp: "Użyj aplikacji",
      toRecovery: "Użyj kodu zapasowego",
      lost: "Nie masz ani aplikacji, ani kodów? Poproś administratora o wyłączenie logowania dwuetapowego.",
    },
    forgot: {
      title: "Nie pamiętasz hasła?",
      lead: "Wyślemy e-mail z linkiem do ustawienia nowego hasła. Link zadziała raz i wygaśnie po godzinie.",
      asked: "Sprawdź e-mail.",
      ifThereIs: "Jeśli istnieje konto z adresem",
      onItsWay:
        ", link został wysłany, chyba że w ostatniej pół godzinie wysłano trzy. Każdy działa przez godzinę, do użycia któregoś z nich.",
      submit: "Wyślij link",
      again: "Wyślij jeszcze raz",
      back: "Wróć do logowania",
    },
    reset: {
      title: "Ustaw nowe hasło",
      whose: "Dla konta",
      effect: ". Wszystkie zalogowane przeglądarki zostaną wylogowane, a klucze dostępu usunięte.",
      submit: "Ustaw hasło",
      deadWords: "Wyślij nowy link",
    },
    confirm: {
      title: "Potwierdź adres e-mail",
      lead: (from, to) => `Będziesz się logować adresem ${to} zamiast ${from}.`,
      submit: "Używaj tego adresu",
      changed: "Adres e-mail zmieniony",
      changedLead: (email) => `Od teraz loguj się adresem ${email}.`,
      toAccount: "Przejdź do konta",
    },
    dead: {
      title: "Ten link już nie działa",
      lead: "Został już użyty, unieważniła go późniejsza zmiana albo minęła ponad godzina.",
    },
    mails: {
      title: "Zapisane e-maile",
      set: "Ustaw",
      and: "i",
      effect:
        ", aby wysyłać e-maile. Wtedy ta strona przestanie istnieć. Można ją przeczytać tylko na tym komputerze.",
      none: "Nie ma jeszcze e-maili. Odśwież stronę po wysłaniu pierwszego.",
      to: "Do",
      hint: "Nie ustawiono serwera poczty. E-maile są zapisywane na tym komputerze:",
      read: "przeczytaj je",
    },
  },
};
