import { redirect } from "next/navigation";

/** Settings open with the part people come for first. */
export default function SettingsPage() {
  redirect("/settings/api");
}
