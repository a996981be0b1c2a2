import type { ReactNode } from "react";
import { QueryProvider } from "@/components/query-provider";

/** The webhook pages share one cache of what is live. */
export default function WebhooksLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}
