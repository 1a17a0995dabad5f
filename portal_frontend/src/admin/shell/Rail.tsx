import { useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { FirmMark } from "../../ui/FirmMark.tsx";
import { useViewer } from "../session/session.ts";
import { PersonMenu } from "./PersonMenu.tsx";
import { usePlaces } from "./places.ts";
import classes from "./shell.module.css";

interface RailProps {
  inDrawer?: boolean;
  onNavigate?: () => void;
}

export function Rail({ inDrawer = false, onNavigate }: RailProps) {
  const { t } = useLingui();
  const { firm } = useViewer();
  const places = usePlaces();
  return (
    <>
      {!inDrawer && (
        <div className={classes.mark}>
          {firm.logoUrl ? (
            <FirmMark name={firm.name} logoUrl={firm.logoUrl} height={32} />
          ) : (
            <Text fw={600} lh={1.3} lineClamp={2}>
              {firm.name}
            </Text>
          )}
        </div>
      )}
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
