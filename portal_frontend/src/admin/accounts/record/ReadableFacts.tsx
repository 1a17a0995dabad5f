import { useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useFormats } from "../../../i18n/formats.ts";
import { useLanguage } from "../../../i18n/LanguageProvider.tsx";
import { addressLines } from "../../../lib/addressLines.ts";
import { TagList } from "../../tags/TagList.tsx";
import { useAccountWords } from "../useAccountWords.ts";
import { useAccount } from "./AccountContext.ts";
import { ReadFact } from "./ReadFact.tsx";
import classes from "./record.module.css";

/** The facts for those who may not change them, and of an archived account. */
export function ReadableFacts() {
  const { t } = useLingui();
  const { locale } = useLanguage();
  const words = useAccountWords();
  const formats = useFormats();
  const { account } = useAccount();
  const address = account.companyAddress ? addressLines(account.companyAddress, locale).join(", ") : "";
  return (
    <>
      <ReadFact label={t`Account name`} value={account.name} />
      <ReadFact label={t`Type`} value={words.type[account.type]} />
      {account.type === "COMPANY" && (
        <>
          <ReadFact label={t`Company name`} value={account.companyName ?? ""} />
          <ReadFact label={t`Company address`} value={address} />
        </>
      )}
      <ReadFact label={t`Category`} value={words.category[account.category]} />
      <ReadFact label={t`Stage`} value={words.stage[account.stage]} />
      <ReadFact label={t`Staff`} value={formats.list(account.staff.map(({ name }) => name))} />
      {account.tags.length > 0 && (
        <div>
          <Text className={classes.label}>{t`Tags`}</Text>
          <TagList tags={account.tags} />
        </div>
      )}
    </>
  );
}
