import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import type { LandingWords } from "../words";

/** The two ways on: into the product, or into its documentation. */
export function Actions({ words, isSignedIn }: { words: LandingWords; isSignedIn: boolean }) {
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <ButtonLink
        href={isSignedIn ? "/overview" : "/sign-up"}
        prefetch={false}
        variant="primary"
        size="large"
      >
        {isSignedIn ? words.dashboard : words.signUp}
      </ButtonLink>
      <Link href="/docs" prefetch={false} className="link max-sm:py-3">
        {words.read}
      </Link>
    </p>
  );
}
