import { useLingui } from "@lingui/react/macro";
import { Avatar, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconBuilding, IconLogout, IconSelector, IconUser } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useClient } from "urql";
import { useSend } from "../../api/useSend.ts";
import { toApi } from "../../i18n/languages.ts";
import { ColourSchemeSwitch } from "../../ui/ColourSchemeSwitch.tsx";
import { LanguageSwitch } from "../../ui/LanguageSwitch.tsx";
import { SaveLanguageMutation, SignOutMutation, SwitchFirmMutation } from "../session/documents.ts";
import { useSession, useViewer } from "../session/session.ts";
import classes from "./shell.module.css";

/** Own profile, other firms, language, light or dark, and the way out. */
export function PersonMenu({ onNavigate }: { onNavigate?: (() => void) | undefined }) {
  const { t } = useLingui();
  const { name, email, otherFirms } = useViewer();
  const { begin, end, update } = useSession();
  const client = useClient();
  const send = useSend();
  const navigate = useNavigate();

  const signOut = async () => {
    await client.mutation(SignOutMutation, {}).toPromise();
    end();
    await navigate({ to: "/signin" });
  };
  const switchFirm = async (firmId: string) => {
    const data = await send(SwitchFirmMutation, { input: { firmId } });
    begin(data.switchFirm.viewer);
    await navigate({ to: "/accounts" });
  };

  return (
    <div className={classes.person}>
      <div className={classes.switches}>
        <LanguageSwitch
          onChoose={(locale) => {
            send(SaveLanguageMutation, { input: { language: toApi(locale) } }).then(
              ({ updateProfile }) => update(updateProfile.viewer),
              () => undefined, // The choice holds on this device all the same.
            );
          }}
        />
        <ColourSchemeSwitch />
      </div>
      <Menu position="top-start" width={240}>
        <Menu.Target>
          <UnstyledButton className={classes.me}>
            <Avatar size={32} color="accent" name={name} aria-hidden />
            <span className={classes.who}>
              <Text span size="sm" fw={500} truncate>
                {name}
              </Text>
              <Text span size="xs" c="dimmed" truncate>
                {email}
              </Text>
            </span>
            <IconSelector size={16} stroke={1.5} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUser size={16} stroke={1.5} aria-hidden />}
            onClick={() => {
              onNavigate?.();
              void navigate({ to: "/profile" });
            }}
          >
            {t`Your profile`}
          </Menu.Item>
          {otherFirms.length > 0 && <Menu.Label>{t`Other firms`}</Menu.Label>}
          {otherFirms.map((firm) => (
            <Menu.Item
              key={firm.id}
              leftSection={<IconBuilding size={16} stroke={1.5} aria-hidden />}
              onClick={() => void switchFirm(firm.id)}
            >
              {firm.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} aria-hidden />} onClick={() => void signOut()}>
            {t`Sign out`}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
