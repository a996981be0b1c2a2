import { NothingHere } from "@/components/nothing-here";

/** What an address of the administration names is not there; the shell around it stays. */
export default function AdminNotFound() {
  return <NothingHere />;
}
