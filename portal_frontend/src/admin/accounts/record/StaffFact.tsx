import { useLingui } from "@lingui/react/macro";
import { MultiSelect } from "@mantine/core";
import { useRead } from "../../../api/useRead.ts";
import { StaffChoiceQuery } from "../documents.ts";
import { useAccount } from "./AccountContext.ts";
import { FactError } from "./FactError.tsx";
import classes from "./record.module.css";
import { useFact } from "./useFact.ts";
import { useSaveFact } from "./useSaveFact.ts";

/** Who looks after the account, as chips that are saved one by one. */
export function StaffFact() {
  const { t } = useLingui();
  const { account } = useAccount();
  const save = useSaveFact();
  const { data } = useRead(StaffChoiceQuery, {});
  const before = account.staff.map(({ id }) => id);
  const joined = before.join(" ");
  const { typed, message, isStale, commit, reset } = useFact(joined, (next) =>
    save({ staffIds: idsOf(next) }, { staffIds: before }),
  );
  const colleagues = new Map([...(data?.staff.nodes ?? []), ...account.staff].map(({ id, name }) => [id, name]));
  return (
    <MultiSelect
      label={t`Staff`}
      variant="unstyled"
      className={classes.chips}
      classNames={{ input: classes.fact, label: classes.label }}
      data={[...colleagues].map(([value, label]) => ({ value, label }))}
      value={idsOf(typed)}
      onChange={(next) => void commit(next.join(" "))}
      searchable
      hidePickedOptions
      nothingFoundMessage={t`No such colleague`}
      placeholder={before.length === 0 ? t`Nobody` : undefined}
      error={message && <FactError message={message} isStale={isStale} reset={reset} />}
    />
  );
}

const idsOf = (joined: string) => joined.split(" ").filter(Boolean);
