import { Paper, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { FirmMark } from "../ui/FirmMark.tsx";
import { Footer } from "../ui/Footer.tsx";
import { useLook } from "../ui/LookProvider.tsx";
import classes from "./door.module.css";

/** Pages in front of the door: the firm's mark, one card, nothing else. */
export function DoorLayout({ children }: { children: ReactNode }) {
  const { look } = useLook();
  return (
    <div className={classes.door}>
      <main className={classes.card}>
        <Stack gap="lg">
          <div className={classes.mark}>{look && <FirmMark name={look.name} logoUrl={look.logoUrl} height={44} />}</div>
          <Paper p={{ base: "lg", sm: "xl" }}>{children}</Paper>
        </Stack>
      </main>
      <Footer />
    </div>
  );
}
