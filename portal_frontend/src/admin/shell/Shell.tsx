import { Trans, useLingui } from "@lingui/react/macro";
import { Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { FirmMark } from "../../ui/FirmMark.tsx";
import { CommandMenu } from "../commands/CommandMenu.tsx";
import { KeysHelp } from "../commands/KeysHelp.tsx";
import { useShellKeys } from "../commands/useShellKeys.ts";
import { useViewer } from "../session/session.ts";
import { Rail } from "./Rail.tsx";
import classes from "./shell.module.css";

/** The rail on the left, the page on the right; on a phone the rail hides in a drawer. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const { firm } = useViewer();
  const [open, { close, toggle }] = useDisclosure(false);
  const [searching, menu] = useDisclosure(false);
  const [helping, help] = useDisclosure(false);
  useShellKeys({ openMenu: menu.open, openHelp: help.open });
  const search = () => {
    close();
    menu.open();
  };
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
        <Rail onSearch={search} />
      </aside>
      <Drawer opened={open} onClose={close} size={280} title={firm.name} padding="sm" classNames={{ body: classes.drawer }}>
        <Rail inDrawer onNavigate={close} onSearch={search} />
      </Drawer>
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      <CommandMenu opened={searching} onClose={menu.close} showKeys={help.open} />
      <KeysHelp opened={helping} onClose={help.close} />
    </div>
  );
}
