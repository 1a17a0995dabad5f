import { Trans, useLingui } from "@lingui/react/macro";
import { Paper, Stack, Title } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useReadPages } from "../../../api/useReadPages.ts";
import { useFormats } from "../../../i18n/formats.ts";
import { LoadMore } from "../../../table/LoadMore.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { SkeletonRows } from "../../../ui/skeletons.tsx";
import { useLive } from "../../live/LiveProvider.tsx";
import { useViewer } from "../../session/session.ts";
import { useAccount } from "../record/AccountContext.ts";
import { byDay } from "./days.ts";
import { TimelineQuery } from "./documents.ts";
import { EventRow } from "./EventRow.tsx";
import classes from "./timeline.module.css";

const PAGE = 30;

/** Who changed what and when, newest first (ACC-11). */
export function TimelinePage() {
  const { t } = useLingui();
  const { firm } = useViewer();
  const formats = useFormats(firm.timeZone);
  const { account } = useAccount();
  const reading = useReadPages(TimelineQuery, { id: account.id, first: PAGE }, (data) => data.account.timeline);
  const { nodes, error, again } = reading;
  useLive(account.id, reading.refresh);
  if (!nodes) return error ? <ErrorState error={error} again={again} /> : <SkeletonRows rows={6} />;
  if (nodes.length === 0) {
    return (
      <Paper>
        <EmptyState icon={IconHistory} title={t`Nothing has happened yet`}>
          <Trans>Every change of this account and its contacts will be told here.</Trans>
        </EmptyState>
      </Paper>
    );
  }
  return (
    <Stack gap="lg">
      {byDay(nodes, firm.timeZone).map(({ key, events }) => {
        const [first] = events;
        return (
          <section key={key}>
            <Title order={2} size="h4" mb="xs">
              {first && formats.date(first.at)}
            </Title>
            <ol className={classes.events}>
              {events.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </ol>
          </section>
        );
      })}
      <LoadMore reading={reading} />
    </Stack>
  );
}
