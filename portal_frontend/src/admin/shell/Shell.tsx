import { Trans, useLingui } from "@lingui/react/macro";
import { Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, Suspense } from "react";
import { SkeletonPage } from "../../ui/skeletons.tsx";
import { FirmMark } from "../../ui/FirmMark.tsx";
import { useViewer } from "../session/session.ts";
import { Rail } from "./Rail.tsx";
import classes from "./shell.module.css";

/** The rail on the left, the page on the right; on a phone the rail hides in a drawer. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const { firm } = useViewer();
  const [open, { close, toggle }] = useDisclosure(false);
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        <Trans>Skip to the content</Trans>
      </a>
      <header className={classes.phoneBar}>
        <Burger opened={open} onClick={toggle} aria-label={t`Menu`} size={22} lineSize={1.5} w={44} h={44} />
        <FirmMark name={firm.name} logoUrl={firm.logoUrl} height={28} />
      </header>
      <aside className={classes.rail} aria-label={t`Navigation`}>
        <Rail />
      </aside>
      <Drawer opened={open} onClose={close} size={280} title={firm.name} padding="sm" classNames={{ body: classes.drawer }}>
        <Rail inDrawer onNavigate={close} />
      </Drawer>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Suspense fallback={<SkeletonPage />}>{children}</Suspense>
      </main>
    </div>
  );
}
