import type { Metadata } from "next";
import { PublicHeader } from "@/components/shell/public-header";
import { PageHeading } from "@/components/ui/heading";

export const metadata: Metadata = { title: "Not found" };

/** The page for addresses that lead nowhere. */
export default function NotFoundPage() {
  return (
    <>
      <PublicHeader />
      <main id="content" className="mx-auto max-w-[76rem] px-4 py-16 sm:px-6">
        <PageHeading
          title="There is nothing at this address"
          lead="The link may be old or mistyped, or what it names belongs to another account."
        />
        <a href="/overview" className="link text-md">
          Go to the overview
        </a>
      </main>
    </>
  );
}
