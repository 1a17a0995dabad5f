import { useLingui } from "@lingui/react/macro";
import { TagsField } from "../../tags/TagsField.tsx";
import { useAccount } from "./AccountContext.ts";
import { FactError } from "./FactError.tsx";
import classes from "./record.module.css";
import { useFact } from "./useFact.ts";
import { useSaveFact } from "./useSaveFact.ts";

/** The tags the account carries, saved one by one. */
export function TagsFact() {
  const { t } = useLingui();
  const { account } = useAccount();
  const save = useSaveFact();
  const before = account.tags.map(({ id }) => id);
  const { typed, message, isStale, commit, reset } = useFact(before.join(" "), (next) =>
    save({ tagIds: idsOf(next) }, { tagIds: before }),
  );
  return (
    <TagsField
      label={t`Tags`}
      variant="unstyled"
      className={classes.chips}
      classNames={{ input: classes.fact, label: classes.label }}
      known={account.tags}
      value={idsOf(typed)}
      onChange={(next) => void commit(next.join(" "))}
      creates
      {...(before.length === 0 && { placeholder: t`Add a tag` })}
      error={message && <FactError message={message} isStale={isStale} reset={reset} />}
    />
  );
}

const idsOf = (joined: string) => joined.split(" ").filter(Boolean);
