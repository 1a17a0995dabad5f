import { useLingui } from "@lingui/react/macro";
import { IconKeyboard, IconPlus, IconTags, IconUser, type TablerIcon } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useCan } from "../session/session.ts";
import { usePlaces } from "../shell/places.ts";

export interface Command {
  id: string;
  label: string;
  icon: TablerIcon;
  key?: string;
  run: () => void;
}

/** What the command menu can do beside finding accounts. */
export function useCommands(showKeys: () => void): Command[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const places = usePlaces();
  const mayCreate = useCan("MANAGE_ACCOUNTS");
  return [
    ...(mayCreate
      ? [{ id: "new", label: t`New account`, icon: IconPlus, key: "c", run: () => void navigate({ to: "/accounts/new" }) }]
      : []),
    ...places.map(({ to, label, icon }) => ({
      id: to,
      label: t`Go to: ${label}`,
      icon,
      run: () => void navigate({ to }),
    })),
    ...[t`Tags`].map((label) => ({
      id: "tags",
      label: t`Go to: ${label}`,
      icon: IconTags,
      run: () => void navigate({ to: "/settings/tags" }),
    })),
    { id: "profile", label: t`Your profile`, icon: IconUser, run: () => void navigate({ to: "/profile" }) },
    { id: "keys", label: t`Show the keys`, icon: IconKeyboard, key: "?", run: showKeys },
  ];
}
