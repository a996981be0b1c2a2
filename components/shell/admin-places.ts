import type { Words } from "@/lib/language/language";

interface AdminPlace {
  href: string;
  /** Chooses the icon. */
  key: AdminPlaceKey;
  names: Words<string>;
}

type AdminPlaceKey =
  | "overview"
  | "accounts"
  | "signUps"
  | "senders"
  | "carriers"
  | "messages"
  | "deliveries"
  | "receipts"
  | "activity"
  | "system";

/** The pages of the administration in order, for its navigation and the palette. */
export const adminPlaces: readonly AdminPlace[] = [
  { href: "/admin", key: "overview", names: { en: "Needs a person", pl: "Wymaga uwagi" } },
  { href: "/admin/accounts", key: "accounts", names: { en: "Accounts", pl: "Konta" } },
  { href: "/admin/sign-ups", key: "signUps", names: { en: "Sign-ups", pl: "Rejestracje" } },
  { href: "/admin/senders", key: "senders", names: { en: "Sender names", pl: "Nazwy nadawców" } },
  { href: "/admin/carriers", key: "carriers", names: { en: "Carriers", pl: "Dostawcy" } },
  { href: "/admin/messages", key: "messages", names: { en: "Messages", pl: "Wiadomości" } },
  { href: "/admin/deliveries", key: "deliveries", names: { en: "Deliveries", pl: "Webhooki" } },
  { href: "/admin/receipts", key: "receipts", names: { en: "Receipts", pl: "Raporty" } },
  { href: "/admin/activity", key: "activity", names: { en: "Activity", pl: "Aktywność" } },
  { href: "/admin/system", key: "system", names: { en: "System", pl: "System" } },
];

/** Whether a path is a place of the administration, or below it. */
export function isAtAdminPlace(pathname: string, href: string): boolean {
  return pathname === href || (href !== "/admin" && pathname.startsWith(`${href}/`));
}
