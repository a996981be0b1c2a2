import type { Metadata } from "next";
import { wordsOf } from "@/components/language/current-language";
import { PageHeading } from "@/components/ui/heading";
import { requireAdmin } from "./require-admin";
import { adminOverviewWords } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(adminOverviewWords)).title };
}

/** Where the administration opens. */
export default async function AdminPage() {
  await requireAdmin("/admin");
  const { title, lead } = await wordsOf(adminOverviewWords);
  return <PageHeading title={title} lead={lead} />;
}
