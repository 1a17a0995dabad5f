import { Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useFormats } from "../../../i18n/formats.ts";
import { useViewer } from "../../session/session.ts";
import classes from "./timeline.module.css";
import { type ChangeFacts, useChangeWords } from "./useChangeWords.ts";
import { type EventFacts, useEventWords } from "./useEventWords.ts";

/** One event: its sentence, its time, and what changed from–to. */
export function EventRow({ event }: { event: EventFacts & { at: string; changes: readonly ChangeFacts[] } }) {
  const say = useEventWords();
  const sayChanges = useChangeWords();
  const { firm } = useViewer();
  const formats = useFormats(firm.timeZone);
  const changes = sayChanges(event.changes);
  return (
    <li className={classes.event}>
      <div className={classes.sentence}>
        <Text size="sm">{say(event)}</Text>
        <Text size="xs" c="dimmed">
          <time dateTime={event.at}>{formats.time(event.at)}</time>
        </Text>
      </div>
      {changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map(({ label, old, new: next }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {old !== null && (
                  <>
                    <del>{old}</del>
                    <IconArrowRight size={13} stroke={1.6} aria-hidden />
                  </>
                )}
                <ins>{next ?? "–"}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
