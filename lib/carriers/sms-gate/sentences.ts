import { sentences } from "../../core/sentence";

export const phoneSentences = sentences("phone", {
  insecureAddress: ({ origin }: { origin: string }) => ({
    en: `The phone reports to https addresses only, and this installation is at ${origin}. Set APP_URL to an https address that the phone can reach.`,
    pl: `Telefon wysyła raporty tylko na adresy https, a ta instalacja ma adres ${origin}. Ustaw APP_URL na adres https, do którego telefon ma dostęp.`,
  }),
  wrongPassword: ({ status }: { status: number }) => ({
    en: `The phone rejected the user name or the password (HTTP ${status}).`,
    pl: `Telefon odrzucił nazwę użytkownika lub hasło (HTTP ${status}).`,
  }),
  webhookRejected: ({ said }: { said: string }) => ({
    en: `The phone did not register the webhook: ${said}`,
    pl: `Telefon nie zarejestrował webhooka: ${said}`,
  }),
  unreachable: {
    en: "The phone does not respond at this address.",
    pl: "Telefon nie odpowiada pod tym adresem.",
  },
});
