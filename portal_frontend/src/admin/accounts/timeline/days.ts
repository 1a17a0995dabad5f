/** Events of one day in the firm's time zone, in the order given. */
export interface Day<Event> {
  /** Such as `2026-05-03`. */
  key: string;
  events: Event[];
}

export function byDay<Event extends { at: string }>(events: readonly Event[], timeZone: string): Day<Event>[] {
  const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const days: Day<Event>[] = [];
  for (const event of events) {
    const key = dayOf.format(new Date(event.at));
    const last = days.at(-1);
    if (last?.key === key) last.events.push(event);
    else days.push({ key, events: [event] });
  }
  return days;
}
