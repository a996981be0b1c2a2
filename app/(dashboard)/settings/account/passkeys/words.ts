import type { Words } from "@/lib/language/language";

const en = {
  title: "Passkeys",
  lead: "A passkey signs you in with a fingerprint, face, or PIN of your device. It replaces the password and the code of two-step sign-in. Your password keeps working.",
  list: "Your passkeys",
  added: "Added",
  lastUsed: "Last used",
  unused: "Not used yet",
  remove: "Remove",
  removeOf: (name: string) => `Remove ${name}`,
  removing: {
    title: (name: string) => `Remove ${name}?`,
    effect:
      "It no longer signs you in. Browsers that it signed in stay signed in; end their sessions under Account. Your device may still offer it, so delete it there, too.",
    keep: "Keep",
    submit: "Remove",
  },
  removed: (name: string) => `${name} no longer signs you in.`,
  add: {
    title: "Add a passkey",
    lead: "Your browser asks where to save it: on this device, on a phone, or on a security key.",
    name: "Name",
    nameHint: "For you to tell your passkeys apart.",
    codeHint:
      "A code from the app, or a recovery code. The code you signed in with doesn't work again.",
    submit: "Add passkey",
    done: (name: string) => `${name} was added.`,
    cancelled: "Your browser didn't create a passkey.",
    isThere: "This device already has a passkey for your account.",
  },
  cannot: {
    title: "No passkeys can be added here",
    script: "Adding a passkey needs JavaScript.",
    browser: "This browser has no passkeys, or turned them off.",
    elsewhere: (origin: string) => `Passkeys belong to one address. Open ${origin} to add one.`,
    installation:
      "Passkeys need an address with a domain name and HTTPS. The administrator sets it as APP_URL.",
  },
};

/** What the page of the passkeys says. */
export const passkeyWords: Words<typeof en> = {
  en,
  pl: {
    title: "Klucze dostępu",
    lead: "Klucz dostępu loguje odciskiem palca, twarzą albo kodem PIN urządzenia. Zastępuje hasło i kod logowania dwuetapowego. Hasło nadal działa.",
    list: "Twoje klucze dostępu",
    added: "Dodany",
    lastUsed: "Ostatnio użyty",
    unused: "Jeszcze nieużyty",
    remove: "Usuń",
    removeOf: (name) => `Usuń: ${name}`,
    removing: {
      title: (name) => `Usunąć klucz ${name}?`,
      effect:
        "Nie będzie już można się nim zalogować. Przeglądarki, które zalogował, pozostaną zalogowane; zakończ ich sesje na stronie Konto. Urządzenie może go nadal proponować, więc usuń go także tam.",
      keep: "Zachowaj",
      submit: "Usuń",
    },
    removed: (name) => `Usunięto klucz dostępu: ${name}.`,
    add: {
      title: "Dodaj klucz dostępu",
      lead: "Przeglądarka zapyta, gdzie go zapisać: na tym urządzeniu, telefonie czy kluczu sprzętowym.",
      name: "Nazwa",
      nameHint: "Pozwala odróżnić twoje klucze.",
      codeHint:
        "Kod z aplikacji albo kod zapasowy. Kod użyty przy logowaniu nie zadziała ponownie.",
      submit: "Dodaj klucz",
      done: (name) => `Dodano klucz dostępu: ${name}.`,
      cancelled: "Przeglądarka nie utworzyła klucza dostępu.",
      isThere: "To urządzenie ma już klucz dostępu do twojego konta.",
    },
    cannot: {
      title: "Tutaj nie można dodać klucza dostępu",
      script: "Dodanie klucza dostępu wymaga JavaScriptu.",
      browser: "Ta przeglądarka nie obsługuje kluczy dostępu albo ma je wyłączone.",
      elsewhere: (origin) =>
        `Klucze dostępu są przypisane do jednego adresu. Otwórz ${origin}, aby dodać klucz.`,
      installation:
        "Klucze dostępu wymagają adresu z nazwą domeny i HTTPS. Administrator ustawia go jako APP_URL.",
    },
  },
};
