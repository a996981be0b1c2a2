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
  | "senders"
  | "carriers"
  | "messages"
  | "deliveries"
  | "receipts"
  | "signUps"
  | "activity"
  | "system";

/** The pages of the administration in order, for its navigation and the palette. */
export const adminPlaces: readonly AdminPlace[] = [
  { href: "/admin", key: "overview", names: { en: "Needs a person", pl: "Wymaga uwagi" } },
];

/** Whether a path is a place of the administration, or below it. */
export function isAtAdminPlace(pathname: string, href: string): boolean {
  return pathname === href || (href !== "/admin" && pathname.startsWith(`${href}/`));
}
