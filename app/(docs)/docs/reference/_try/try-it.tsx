import Link from "next/link";
import { may } from "@/lib/core/permissions";
import { getOwnNumber } from "@/lib/preferences/own-number";
import { actorOf, currentSession } from "@/lib/sign-in/session";
import { PartHeading } from "../_components/part-article";
import { TryForm } from "./try-form";

/** The call, made from the page: for readers who are signed in and may have tokens. */
export async function TryIt() {
  const session = await currentSession();
  return (
    <>
      <PartHeading id="try-it">Try it</PartHeading>
      {session ? <ForReader session={session} /> : <SignedOut />}
    </>
  );
}

function SignedOut() {
  const next = encodeURIComponent("/docs/reference/sendMessage#try-it");
  return (
    <p className="max-w-[68ch] text-mute">
      <Link href={`/sign-in?next=${next}`} prefetch={false} className="link">
        Sign in
      </Link>{" "}
      to send a message to your own phone from this page and see the request and its response.
    </p>
  );
}

type Session = NonNullable<Awaited<ReturnType<typeof currentSession>>>;

async function ForReader({ session }: { session: Session }) {
  const actor = await actorOf(session);
  if (session.viewing || !may(actor.role, "manage_tokens")) {
    return <p className="max-w-[68ch] text-mute">Your role can't create the token this needs.</p>;
  }
  return (
    <>
      <p className="max-w-[68ch] text-mute">
        Sends a message to your own phone and shows the request and its response. For this, the page
        creates a token that expires after 15 minutes.
      </p>
      <TryForm ownNumber={await getOwnNumber({ actor })} />
    </>
  );
}
