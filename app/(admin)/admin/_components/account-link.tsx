import Link from "next/link";
import { OutsideText } from "@/components/outside-text";

interface AccountLinkProps {
  /** As on the wire, `acc_…`. */
  account: string;
  email: string | undefined;
}

/** Leads to the page of an account; named by its email, or by its ID where nobody is left in it. */
export function AccountLink({ account, email }: AccountLinkProps) {
  return (
    <Link
      href={`/admin/accounts/${account}`}
      prefetch={false}
      className="link wrap-anywhere max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
    >
      <OutsideText text={email ?? account} className={email ? undefined : "font-mono text-sm"} />
    </Link>
  );
}
