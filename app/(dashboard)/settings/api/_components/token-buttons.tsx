import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { isolatedText } from "@/components/visible-text";
import type { TokenView } from "@/lib/tokens/contract";
import { tokenWords } from "../words";

interface TokenButtonsProps {
  token: TokenView;
  /** Revokes without asking, where no script runs. */
  revoke: (form: FormData) => void;
  onLimit: () => void;
  onRotate: () => void;
  onRevoke: () => void;
}

/** What can be done with a token that works. All ask first. */
export function TokenButtons({ token, revoke, onLimit, onRotate, onRevoke }: TokenButtonsProps) {
  const words = useWords(tokenWords).row;
  return (
    <>
      {token.mode === "live" && (
        <Button aria-label={words.limitOne(isolatedText(token.name))} onClick={onLimit}>
          {words.limit}
        </Button>
      )}
      <Button aria-label={words.rotateOne(isolatedText(token.name))} onClick={onRotate}>
        {words.rotate}
      </Button>
      <form action={revoke}>
        <input type="hidden" name="token_id" value={token.token_id} />
        <Button
          type="submit"
          variant="danger"
          aria-label={words.revokeOne(isolatedText(token.name))}
          onClick={(event) => {
            event.preventDefault();
            onRevoke();
          }}
        >
          {words.revoke}
        </Button>
      </form>
    </>
  );
}
