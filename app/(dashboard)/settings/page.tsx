import { redirect } from "next/navigation";
import { settingsPlaces } from "@/components/shell/settings-places";
import { may } from "@/lib/core/permissions";
import { requireActor } from "@/lib/sign-in/session";

/** Settings open with the part people come for first, of those that are theirs. */
export default async function SettingsPage() {
  const { role } = await requireActor("/settings");
  const [first] = settingsPlaces((permission) => may(role, permission));
  redirect(first?.href ?? "/settings/account");
}
