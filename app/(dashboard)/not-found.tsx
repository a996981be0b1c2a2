import { NothingHere } from "@/components/nothing-here";

/** What a signed-in address names is not there; the shell around it stays. */
export default function DashboardNotFound() {
  return <NothingHere />;
}
