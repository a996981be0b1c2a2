import { redirect } from "next/navigation";

/** Where the carriers were before there was an administration: emails of earlier releases lead here. */
export default function FormerCarriersPage() {
  redirect("/admin/carriers");
}
