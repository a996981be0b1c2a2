import type { ReactNode } from "react";
import { QueryProvider } from "@/components/query-provider";

/** The log and its messages share one cache of what is live. */
export default function MessagesLayout({ children }: { children: ReactNode }) {
  return <QueryProvider>{children}</QueryProvider>;
}
