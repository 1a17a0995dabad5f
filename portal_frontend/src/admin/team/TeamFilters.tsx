import { useLingui } from "@lingui/react/macro";
import { Tabs } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { SearchField } from "../../table/SearchField.tsx";
import { STATES, type TeamSearch } from "./teamSearch.ts";
import classes from "./team.module.css";
import { useTeamWords } from "./useTeamWords.ts";

/** The lists by state, and the search within one. */
export function TeamFilters({ search: { state, q } }: { search: TeamSearch }) {
  const { t } = useLingui();
  const words = useTeamWords();
  const navigate = useNavigate();
  const show = (next: TeamSearch) => void navigate({ to: "/team", search: next, replace: true });
  return (
    <>
      <Tabs
        value={state ?? "all"}
        onChange={(value) => {
          const chosen = STATES.find((known) => known.toLowerCase() === value);
          show({ ...(chosen && { state: chosen.toLowerCase() as NonNullable<typeof state> }), ...(q && { q }) });
        }}
      >
        <Tabs.List aria-label={t`Lists of the team`} className={classes.tabs}>
          <Tabs.Tab value="all">{t`In the team`}</Tabs.Tab>
          {STATES.map((each) => (
            <Tabs.Tab key={each} value={each.toLowerCase()}>
              {words.state[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <SearchField
        label={t`Search the team`}
        value={q ?? ""}
        onSearch={(text) => show({ ...(state && { state }), ...(text.trim() && { q: text }) })}
      />
    </>
  );
}
