import type { Permission } from "@/lib/core/permissions";
import type { Words } from "@/lib/language/language";

interface SettingsPlace {
  href: string;
  names: Words<string>;
  /** Its name in the palette, where it does not stand below "Settings". */
  fullNames?: Words<string>;
  /** Shown to those alone whose role has it; left out, to everybody. */
  permission?: Permission;
}

const places: readonly SettingsPlace[] = [
  {
    href: "/settings/api",
    names: { en: "API", pl: "API" },
    fullNames: { en: "API tokens", pl: "Tokeny API" },
    permission: "manage_tokens",
  },
  {
    href: "/settings/webhooks",
    names: { en: "Webhooks", pl: "Webhooki" },
    permission: "manage_webhooks",
  },
  {
    href: "/settings/opt-outs",
    names: { en: "Opt-outs", pl: "Rezygnacje" },
    permission: "read_contacts",
  },
  {
    href: "/settings/people",
    names: { en: "People", pl: "Osoby" },
    permission: "manage_people",
  },
  { href: "/settings/verifications", names: { en: "Verifications", pl: "Weryfikacje" } },
  { href: "/settings/privacy", names: { en: "Privacy", pl: "Prywatność" } },
  {
    href: "/settings/senders",
    names: { en: "Sender names", pl: "Nazwy nadawców" },
    permission: "send_messages",
  },
  {
    href: "/settings/activity",
    names: { en: "Activity", pl: "Aktywność" },
    permission: "read_activity",
  },
  { href: "/settings/account", names: { en: "Account", pl: "Konto" } },
];

/** The pages of the settings that somebody may open, in order, for the side column, the tabs of a phone, and the palette. */
export function settingsPlaces(may: (permission: Permission) => boolean): SettingsPlace[] {
  return places.filter(({ permission }) => permission === undefined || may(permission));
}
