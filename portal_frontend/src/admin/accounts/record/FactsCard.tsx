import { useLingui } from "@lingui/react/macro";
import { Paper, Stack, Text, Title } from "@mantine/core";
import { fromAddressValues, toAddressValues } from "../../../forms/AddressFields.tsx";
import { useFormats } from "../../../i18n/formats.ts";
import { useCan, useViewer } from "../../session/session.ts";
import { CATEGORIES, STAGES, TYPES } from "../accountsSearch.ts";
import { optionsOf, useAccountWords } from "../useAccountWords.ts";
import { useAccount } from "./AccountContext.ts";
import { AddressFact } from "./AddressFact.tsx";
import classes from "./record.module.css";
import { SelectFact } from "./SelectFact.tsx";
import { StaffFact } from "./StaffFact.tsx";
import { TextFact } from "./TextFact.tsx";
import { useSaveFact } from "./useSaveFact.ts";

/** What is known of the account, edited in place. */
export function FactsCard() {
  const { t } = useLingui();
  const words = useAccountWords();
  const { account } = useAccount();
  const save = useSaveFact();
  const mayChange = useCan("MANAGE_ACCOUNTS");
  const formats = useFormats(useViewer().firm.timeZone);
  const readOnly = !mayChange || account.lifecycle === "ARCHIVED";
  const { name, type, category, stage } = account;
  const companyName = account.companyName ?? "";
  const companyAddress = fromAddressValues(toAddressValues(account.companyAddress));
  const asCompany = type === "COMPANY" ? { type, companyName: account.companyName ?? null, companyAddress } : { type };
  return (
    <Paper p="md" component="section" aria-label={t`Facts`}>
      <Stack gap="xs">
        <Title order={2} size="h3">
          {t`Facts`}
        </Title>
        <TextFact label={t`Account name`} value={name} readOnly={readOnly} onSave={(next) => save({ name: next || null }, { name })} />
        <SelectFact
          label={t`Type`}
          value={type}
          options={optionsOf(TYPES, words.type)}
          readOnly={readOnly}
          onSave={(next) => save({ type: next }, asCompany)}
        />
        {type === "COMPANY" && (
          <>
            <TextFact
              label={t`Company name`}
              value={companyName}
              readOnly={readOnly}
              onSave={(next) => save({ companyName: next || null }, { companyName: companyName || null })}
            />
            <AddressFact readOnly={readOnly} />
          </>
        )}
        <SelectFact
          label={t`Category`}
          value={category}
          options={optionsOf(CATEGORIES, words.category)}
          readOnly={readOnly}
          onSave={(next) => save({ category: next }, { category })}
        />
        <SelectFact
          label={t`Stage`}
          value={stage}
          options={optionsOf(STAGES, words.stage)}
          readOnly={readOnly}
          onSave={(next) => save({ stage: next }, { stage })}
        />
        <StaffFact readOnly={readOnly} />
        <div>
          <Text className={classes.label}>{t`In the register since`}</Text>
          <Text size="sm" title={formats.dateTime(account.createdAt)}>
            {formats.date(account.createdAt)}
          </Text>
        </div>
      </Stack>
    </Paper>
  );
}
