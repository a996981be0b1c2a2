import type { Words } from "@/lib/language/language";

interface SettingsPlace {
  href: string;
  names: Words<string>;
  /** Its name in the palette, where it does not stand below "Settings". */
  fullNames?: Words<string>;
}

/** The pages of the settings in order, for the side column, the tabs of a phone, and the palette. */
export const settingsPlaces: readonly SettingsPlace[] = [
  {
    href: "/settings/api",
    names: { en: "API", pl: "API" },
    fullNames: { en: "API tokens", pl: "Tokeny API" },
  },
  { href: "/settings/webhooks", names: { en: "Webhooks", pl: "Webhooki" } },
  { href: "/settings/opt-outs", names: { en: "Opt-outs", pl: "Rezygnacje" } },
  { href: "/settings/account", names: { en: "Account", pl: "Konto" } },
];
