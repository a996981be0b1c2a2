import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { CodeBlock } from "@/components/ui/code-block";
import { EmptyState } from "@/components/ui/empty-state";
import { carriersWords } from "../words";

const command = "npm run cli -- carrier add sms-gate";

/** No message leaves the installation yet: how to reach real phones. */
export async function SimulatorOnly() {
  const words = await wordsOf(carriersWords);
  const { title, what, phone, carriers } = words.simulator;
  return (
    <EmptyState title={title}>
      <p>{what}</p>
      <CodeBlock label={words.kinds["sms-gate"] ?? ""} code={command} />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/docs/own-phone" prefetch={false} className="link max-sm:py-2.5">
          {phone}
        </Link>
        <Link href="/docs/carriers" prefetch={false} className="link max-sm:py-2.5">
          {carriers}
        </Link>
      </p>
    </EmptyState>
  );
}
