import Link from "next/link";
import { OutsideText } from "@/components/outside-text";
import { adminPlaces } from "@/components/shell/admin-places";

const accounts = "/admin/accounts";
/** An installation that lists no accounts has no page of one either. */
const hasPage = adminPlaces.some(({ href }) => href === accounts);

interface AccountLinkProps {
  /** As on the wire, `acc_…`. */
  account: string;
  email: string | undefined;
}

/** Leads to the page of an account; named by its email, or by its ID where nobody is left in it. */
export function AccountLink({ account, email }: AccountLinkProps) {
  const name = (
    <OutsideText text={email ?? account} className={email ? undefined : "font-mono text-sm"} />
  );
  if (!hasPage) return name;
  return (
    <Link
      href={`${accounts}/${account}`}
      prefetch={false}
      className="link wrap-anywhere max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
    >
      {name}
    </Link>
  );
}
