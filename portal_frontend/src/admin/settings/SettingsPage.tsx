import { useLingui } from "@lingui/react/macro";
import { Alert, Stack } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useRead } from "../../api/useRead.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import { SkeletonRows } from "../../ui/skeletons.tsx";
import { useCan } from "../session/session.ts";
import { FirmQuery } from "./documents.ts";
import { FirmForm } from "./FirmForm.tsx";
import { InvitationsForm } from "./InvitationsForm.tsx";
import { LooksForm } from "./LooksForm.tsx";
import { Logo } from "./Logo.tsx";
import { PlaceForm } from "./PlaceForm.tsx";
import { Section } from "./Section.tsx";
import { SettingsFacts } from "./SettingsFacts.tsx";
import { TagsSection } from "./TagsSection.tsx";

/** What holds for the whole firm (TEAM-1). */
export function SettingsPage() {
  const { t } = useLingui();
  const mayManage = useCan("MANAGE_FIRM");
  const { data, error, again } = useRead(FirmQuery, {});
  const firm = data?.firm;
  return (
    <Stack gap="md" maw={760}>
      <PageTitle title={t`Settings`} />
      {!mayManage && (
        <Alert color="gray" icon={<IconLock aria-hidden />}>
          {t`Administrators and owners change these settings.`}
        </Alert>
      )}
      {error && !firm && <ErrorState error={error} again={again} />}
      {!error && !firm && <SkeletonRows rows={3} height={280} gap={16} />}
      {firm && !mayManage && <SettingsFacts firm={firm} />}
      {firm && mayManage && (
        <>
          <Section title={t`The firm`} about={t`Clients see this in the portal and at the end of every e-mail.`}>
            <FirmForm firm={firm} reload={again} />
          </Section>
          <Section title={t`Looks`} about={t`The portal and the e-mails wear your colour and your logo.`}>
            <LooksForm firm={firm} reload={again} />
            <Logo firm={firm} reload={again} />
          </Section>
          <Section
            title={t`Language and time`}
            about={t`For e-mails, folders and dates, wherever somebody has not chosen otherwise.`}
          >
            <PlaceForm firm={firm} reload={again} />
          </Section>
          <Section title={t`Accounts and invitations`}>
            <InvitationsForm firm={firm} reload={again} />
          </Section>
        </>
      )}
      {firm && <TagsSection />}
    </Stack>
  );
}
