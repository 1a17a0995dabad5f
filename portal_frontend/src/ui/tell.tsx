import { notifications } from "@mantine/notifications";
import { IconCheck } from "@tabler/icons-react";

/** Says in passing what was done. */
export function tell(message: string): void {
  notifications.show({
    message,
    color: "green",
    icon: <IconCheck size={18} aria-hidden />,
    withBorder: true,
    autoClose: 5000,
  });
}
