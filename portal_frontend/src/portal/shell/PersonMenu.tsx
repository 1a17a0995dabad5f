import { useLingui } from "@lingui/react/macro";
import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconLogout, IconUser } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useClient } from "urql";
import { SignOutMutation } from "../session/documents.ts";
import { useSession, useViewer } from "../session/session.ts";
import classes from "./shell.module.css";

export function PersonMenu() {
  const { t } = useLingui();
  const { name, email } = useViewer();
  const { end } = useSession();
  const client = useClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await client.mutation(SignOutMutation, {}).toPromise();
    end();
  };
  return (
    <Menu position="bottom-end" withinPortal={false} width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <Avatar size={36} color="accent">
            {initials(name)}
          </Avatar>
          <VisuallyHidden>{name}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={500} c="var(--mantine-color-text)" truncate>
            {name}
          </Text>
          <Text size="xs" truncate>
            {email}
          </Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          mih={44}
          leftSection={<IconUser size={18} stroke={1.5} aria-hidden />}
          onClick={() => void navigate({ to: "/profile" })}
        >
          {t`Profile and password`}
        </Menu.Item>
        <Menu.Item
          mih={44}
          leftSection={<IconLogout size={18} stroke={1.5} aria-hidden />}
          onClick={() => void signOut()}
        >
          {t`Sign out`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
}
