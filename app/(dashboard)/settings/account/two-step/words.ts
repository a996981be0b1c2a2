import type { Words } from "@/lib/language/language";

const en = {
  title: "Two-step sign-in",
  leads: {
    off: "After the password, sign-in will also ask for a code from an authenticator app, such as Aegis, 1Password, or Google Authenticator.",
    pending: "Not turned on yet. Enter a first code to turn it on.",
    on: "Turned on. After the password, sign-in asks for a code from your authenticator app.",
  },
  setUp: "Set up",
  scan: "1. Scan this with your authenticator app",
  qrCode: "QR code with the secret for your authenticator app",
  orType: "Or enter the secret as a time-based key:",
  copySecret: "Copy secret",
  enter: "2. Enter the code it shows",
  endOthers: "Sign out all other browsers",
  endOthersHint: "They signed in without a code. This browser stays signed in.",
  turnOn: "Turn on",
  codes: {
    title: "Keep these recovery codes",
    lead: "Each code signs you in once if you lose the app. You won't see them again. Keep them on a different device.",
    othersEnded: "All other browsers are signed out.",
    mailUnsent: "We couldn't send the confirmation email.",
    inFile: "Depesza recovery codes",
    fileName: "depesza-recovery-codes.txt",
    download: "Download",
    copy: "Copy codes",
  },
  renew: {
    title: "Recovery codes",
    lead: (left: number) => `${left} of 10 left. New codes replace the old ones.`,
    submit: "Create new codes",
  },
  off: {
    title: "Turn it off",
    lead: "You'll sign in with your password only. Your recovery codes are deleted.",
    password: "Password",
    codeHint:
      "A code from the app, or a recovery code. The code you signed in with doesn't work again.",
    submit: "Turn off",
    done: "Two-step sign-in is off.",
  },
};

/** What the page of two-step sign-in says. */
export const twoStepWords: Words<typeof en> = {
  en,
  pl: {
    title: "Logowanie dwuetapowe",
    leads: {
      off: "Po haśle logowanie będzie wymagać też kodu z aplikacji uwierzytelniającej, takiej jak Aegis, 1Password lub Google Authenticator.",
      pending: "Jeszcze niewłączone. Podaj pierwszy kod, aby włączyć.",
      on: "Włączone. Po haśle logowanie wymaga kodu z aplikacji uwierzytelniającej.",
    },
    setUp: "Skonfiguruj",
    scan: "1. Zeskanuj to aplikacją uwierzytelniającą",
    qrCode: "Kod QR z sekretem dla aplikacji uwierzytelniającej",
    orType: "Albo przepisz sekret jako klucz oparty na czasie:",
    copySecret: "Kopiuj sekret",
    enter: "2. Podaj kod, który pokazuje",
    endOthers: "Wyloguj wszystkie inne przeglądarki",
    endOthersHint: "Zalogowano je bez kodu. Ta przeglądarka pozostanie zalogowana.",
    turnOn: "Włącz",
    codes: {
      title: "Zachowaj te kody zapasowe",
      lead: "Każdy kod pozwala raz się zalogować, jeśli stracisz aplikację. Nie zobaczysz ich ponownie. Przechowuj je na innym urządzeniu.",
      othersEnded: "Wszystkie inne przeglądarki zostały wylogowane.",
      mailUnsent: "Nie udało się wysłać e-maila z potwierdzeniem zmiany.",
      inFile: "Kody zapasowe do Depeszy",
      fileName: "depesza-kody-zapasowe.txt",
      download: "Pobierz",
      copy: "Kopiuj kody",
    },
    renew: {
      title: "Kody zapasowe",
      lead: (left) => `Pozostało: ${left} z 10. Nowe kody zastąpią stare.`,
      submit: "Utwórz nowe kody",
    },
    off: {
      title: "Wyłącz",
      lead: "Do logowania wystarczy hasło. Kody zapasowe zostaną usunięte.",
      password: "Hasło",
      codeHint:
        "Kod z aplikacji albo kod zapasowy. Kod użyty przy logowaniu nie zadziała ponownie.",
      submit: "Wyłącz",
      done: "Logowanie dwuetapowe jest wyłączone.",
    },
  },
};
