import { useLingui } from "@lingui/react/macro";
import { Kbd, Text, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { FirmLogo } from "../../ui/FirmMark.tsx";
import { commandKey } from "../commands/commandKey.ts";
import { useViewer } from "../session/session.ts";
import { PersonMenu } from "./PersonMenu.tsx";
import { usePlaces } from "./places.ts";
import classes from "./shell.module.css";

interface RailProps {
  inDrawer?: boolean;
  onNavigate?: () => void;
  onSearch: () => void;
}

export function Rail({ inDrawer = false, onNavigate, onSearch }: RailProps) {
  const { t } = useLingui();
  const { firm } = useViewer();
  const places = usePlaces();
  return (
    <>
      {!inDrawer && (
        <div className={classes.mark}>
          {firm.logoUrl && <FirmLogo url={firm.logoUrl} alt="" height={32} />}
          <Text fw={600} lh={1.3} lineClamp={2} className={classes.firm}>
            {firm.name}
          </Text>
        </div>
      )}
      <UnstyledButton className={classes.search} onClick={onSearch}>
        <IconSearch size={16} stroke={1.6} aria-hidden />
        <span>{t`Search`}</span>
        <Kbd size="xs" aria-hidden>
          {commandKey()} K
        </Kbd>
      </UnstyledButton>
      <nav aria-label={t`Main`} className={classes.places}>
        {places.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes.place} activeOptions={{ includeSearch: false }} onClick={() => onNavigate?.()}>
            <Icon size={18} stroke={1.6} aria-hidden />
            {label}
          </Link>
        ))}
      </nav>
      <PersonMenu onNavigate={onNavigate} />
    </>
  );
}
