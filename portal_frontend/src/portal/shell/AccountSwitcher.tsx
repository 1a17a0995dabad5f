import { useLingui } from "@lingui/react/macro";
import { Badge, Button, Menu, Text, VisuallyHidden } from "@mantine/core";
import { IconBuilding, IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useSend } from "../../api/useSend.ts";
import { useFormats } from "../../i18n/formats.ts";
import { SwitchFirmMutation } from "../session/documents.ts";
import { useSession, useViewer } from "../session/session.ts";
import classes from "./shell.module.css";

/** Switches between the accounts this person may enter, with what waits in each (CON-8), and between firms. */
export function AccountSwitcher() {
  const { t } = useLingui();
  const formats = useFormats();
  const { accounts, otherFirms } = useViewer();
  const { begin } = useSession();
  const { accountId } = useParams({ strict: false });
  const navigate = useNavigate();
  const send = useSend();
  const current = accounts.find(({ id }) => id === accountId);
  if (accounts.length + otherFirms.length < 2) return null;

  const switchFirm = async (firmId: string) => {
    const data = await send(SwitchFirmMutation, { input: { firmId } });
    begin(data.switchFirm.viewer);
    await navigate({ to: "/" });
  };

  return (
    <Menu position="bottom-end" withinPortal={false} width={300}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          h={44}
          fullWidth
          justify="space-between"
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          <VisuallyHidden>{t`Switch account:`} </VisuallyHidden>
          <Text span truncate fz="sm" fw={500}>
            {current?.name ?? t`Accounts`}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t`Your accounts`}</Menu.Label>
        {accounts.map(({ id, name, waitingCount }) => (
          <Menu.Item
            key={id}
            mih={44}
            aria-current={id === accountId || undefined}
            leftSection={id === accountId ? <IconCheck size={18} aria-hidden /> : <span className={classes.gap} />}
            rightSection={
              waitingCount > 0 && (
                <Badge variant="filled" aria-label={t`${waitingCount} waiting`}>
                  {formats.number(waitingCount)}
                </Badge>
              )
            }
            onClick={() => void navigate({ to: "/a/$accountId", params: { accountId: id } })}
          >
            {name}
          </Menu.Item>
        ))}
        {otherFirms.length > 0 && <Menu.Label>{t`Other firms`}</Menu.Label>}
        {otherFirms.map(({ id, name }) => (
          <Menu.Item
            key={id}
            mih={44}
            leftSection={<IconBuilding size={18} stroke={1.5} aria-hidden />}
            onClick={() => void switchFirm(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
