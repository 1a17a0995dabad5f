import { useLingui } from "@lingui/react/macro";
import { Button, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  AddressFields,
  type AddressValues,
  fromAddressValues,
  toAddressValues,
} from "../../../forms/AddressFields.tsx";
import type { FieldOf } from "../../../forms/fields.ts";
import { FormShell } from "../../../forms/FormShell.tsx";
import { useSaveForm } from "../../../forms/useSaveForm.ts";
import { SideSheet } from "../../../forms/SideSheet.tsx";
import { useLanguage } from "../../../i18n/LanguageProvider.tsx";
import { addressLines } from "../../../lib/addressLines.ts";
import { useAccount } from "./AccountContext.ts";
import classes from "./record.module.css";
import { useSaveFact } from "./useSaveFact.ts";

/** The company's address: one line here, its parts in a side sheet. */
export function AddressFact() {
  const { t } = useLingui();
  const { locale } = useLanguage();
  const { account } = useAccount();
  const [open, sheet] = useDisclosure(false);
  const line = account.companyAddress && addressLines(account.companyAddress, locale).join(", ");
  return (
    <div>
      <Text className={classes.label}>{t`Company address`}</Text>
      <UnstyledButton className={classes.factButton} onClick={sheet.open} aria-haspopup="dialog">
        {line || <Text span c="dimmed">{t`Add an address`}</Text>}
      </UnstyledButton>
      <SideSheet opened={open} onClose={sheet.close} title={t`Company address`}>
        <AddressForm onDone={sheet.close} />
      </SideSheet>
    </div>
  );
}

function AddressForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const { account } = useAccount();
  const save = useSaveFact();
  const before = toAddressValues(account.companyAddress);
  const form = useSaveForm<{ companyAddress: AddressValues }>({
    initialValues: { companyAddress: before },
    async save({ companyAddress }) {
      await save({ companyAddress: fromAddressValues(companyAddress) }, { companyAddress: fromAddressValues(before) });
      onDone();
    },
  });
  return (
    <FormShell
      form={form}
      submitLabel={t`Save address`}
      actions={
        <Button variant="default" onClick={onDone}>
          {t`Cancel`}
        </Button>
      }
    >
      <AddressFields field={form.field as FieldOf} path="companyAddress" />
    </FormShell>
  );
}
