import { Button } from "@/components/ui/button";
import type { TokenView } from "@/lib/tokens/contract";

interface TokenButtonsProps {
  token: TokenView;
  /** Revokes without asking, where no script runs. */
  revoke: (form: FormData) => void;
  onRotate: () => void;
  onRevoke: () => void;
}

/** What can be done with a token that works. Both ask first. */
export function TokenButtons({ token, revoke, onRotate, onRevoke }: TokenButtonsProps) {
  return (
    <>
      <Button aria-label={`Rotate ${token.name}`} onClick={onRotate}>
        Rotate
      </Button>
      <form action={revoke}>
        <input type="hidden" name="token_id" value={token.token_id} />
        <Button
          type="submit"
          variant="danger"
          aria-label={`Revoke ${token.name}`}
          onClick={(event) => {
            event.preventDefault();
            onRevoke();
          }}
        >
          Revoke
        </Button>
      </form>
    </>
  );
}
