import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useCallback, useEffect, useRef } from "react";
import { useRead } from "../../api/useRead.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import type { InvitationPreviewInput } from "../generated/graphql";
import { InvitationPreviewQuery } from "./documents.ts";
import classes from "./invitations.module.css";
import { showMail } from "./showMail.ts";

/** The invitation as it will arrive; nothing is sent. */
export function EmailPreview({ input }: { input: InvitationPreviewInput }) {
  const { t } = useLingui();
  const { data, error, again } = useRead(InvitationPreviewQuery, { input });
  const shown = useRef<typeof data>(undefined);
  if (data) shown.current = data;
  const mail = shown.current?.invitationPreview;
  if (error && !mail) return <ErrorState order={3} error={error} again={again} />;
  if (!mail) return <Skeleton height={420} />;
  return (
    <Paper className={classes.preview}>
      <Stack gap={2} p="sm" className={classes.envelope}>
        <Text size="sm" fw={600}>
          {mail.subject}
        </Text>
        {mail.toAddress && (
          <Text size="xs" c="dimmed">
            <Trans>to {mail.toAddress}</Trans>
          </Text>
        )}
      </Stack>
      <MailFrame title={t`The e-mail as it will arrive`} html={mail.html} />
    </Paper>
  );
}

function MailFrame({ title, html }: { title: string; html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const show = useCallback(() => {
    if (frame.current) showMail(frame.current, html);
  }, [html]);
  useEffect(show, [show]);
  useEffect(() => {
    // No :focus of ours matches while the keyboard is inside a frame.
    const mark = () => frame.current?.toggleAttribute("data-focused", document.activeElement === frame.current);
    const unmark = () => frame.current?.removeAttribute("data-focused");
    window.addEventListener("blur", mark);
    window.addEventListener("focus", unmark);
    return () => {
      window.removeEventListener("blur", mark);
      window.removeEventListener("focus", unmark);
    };
  }, []);
  return <iframe ref={frame} title={title} sandbox="allow-same-origin" className={classes.frame} onLoad={show} />;
}
