import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";

interface Offer {
  /** A verb: "Undo". */
  label: string;
  run: () => void;
}

/** Says in passing what was done, and may offer to take it back. */
export function tell(message: string, offer?: Offer): void {
  const id = notifications.show({
    message: offer ? <Offered message={message} offer={offer} close={() => notifications.hide(id)} /> : message,
    color: "green",
    icon: <IconCheck size={18} aria-hidden />,
    withBorder: true,
    autoClose: offer ? 8000 : 5000,
  });
}

/** Says that something done in passing failed; forms say it at their fields. */
export function warn(message: string): void {
  notifications.show({
    message,
    color: "red",
    icon: <IconAlertTriangle size={18} aria-hidden />,
    withBorder: true,
    autoClose: 10_000,
    role: "alert",
  });
}

function Offered({ message, offer, close }: { message: string; offer: Offer; close: () => void }) {
  const take = () => {
    close();
    offer.run();
  };
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="subtle" onClick={take}>
        {offer.label}
      </Button>
    </Group>
  );
}
