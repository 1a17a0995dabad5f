import { Trans } from "@lingui/react/macro";
import { Anchor } from "@mantine/core";
import { useAccount } from "./AccountContext.ts";

interface FactErrorProps {
  message: string;
  isStale: boolean;
  reset: () => void;
}

/** Why a fact was refused; where somebody else was faster, the way to what they wrote. */
export function FactError({ message, isStale, reset }: FactErrorProps) {
  const { again } = useAccount();
  const reload = () => {
    reset();
    again();
  };
  return (
    <>
      {message}{" "}
      {isStale && (
        <Anchor component="button" type="button" size="xs" onClick={reload}>
          <Trans>Reload</Trans>
        </Anchor>
      )}
    </>
  );
}
