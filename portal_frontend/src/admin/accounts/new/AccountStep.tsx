import { useLingui } from "@lingui/react/macro";
import { Group, MultiSelect, Radio, Select, Stack, TextInput } from "@mantine/core";
import { IconBuilding, IconUser } from "@tabler/icons-react";
import { useRead } from "../../../api/useRead.ts";
import { AddressFields } from "../../../forms/AddressFields.tsx";
import { FieldGroup } from "../../../forms/FieldGroup.tsx";
import type { FieldOf } from "../../../forms/fields.ts";
import { useViewer } from "../../session/session.ts";
import { TagsField } from "../../tags/TagsField.tsx";
import { CATEGORIES, STAGES, TYPES } from "../accountsSearch.ts";
import { StaffChoiceQuery } from "../documents.ts";
import { optionsOf, useAccountWords } from "../useAccountWords.ts";
import { derivedName, type NewAccount } from "./newAccount.ts";
import classes from "./new.module.css";

/** Step 1: what the account is, and who looks after it. */
export function AccountStep({ account, field }: { account: NewAccount; field: FieldOf }) {
  const { t } = useLingui();
  const words = useAccountWords();
  const { staffMember } = useViewer();
  const { data } = useRead(StaffChoiceQuery, {});
  const colleagues = (data?.staff.nodes ?? []).filter(({ id }) => id !== staffMember?.id);
  const icons = { INDIVIDUAL: IconUser, COMPANY: IconBuilding };
  const sentences = { INDIVIDUAL: t`A person in their own name`, COMPANY: t`A firm, partnership or association` };
  const isCompany = account.type === "COMPANY";
  return (
    <Stack gap="md">
      <Radio.Group label={t`Type of account`} {...field("type")}>
        <Group gap="sm" mt={6} grow align="stretch">
          {TYPES.map((type) => {
            const Icon = icons[type];
            return (
              <Radio.Card key={type} value={type} className={classes.type} aria-label={words.type[type]}>
                <Group gap="sm" wrap="nowrap">
                  <Icon size={22} stroke={1.5} aria-hidden />
                  <span className={classes.typeWords}>
                    <strong>{words.type[type]}</strong>
                    <small>{sentences[type]}</small>
                  </span>
                </Group>
              </Radio.Card>
            );
          })}
        </Group>
      </Radio.Group>
      {isCompany && <TextInput label={t`Company name`} autoComplete="off" {...field("companyName")} />}
      <TextInput
        label={t`Account name`}
        description={
          isCompany
            ? t`Left empty, the account is called like the company.`
            : t`Left empty, the account is called like its first contact.`
        }
        placeholder={derivedName(account)}
        autoComplete="off"
        {...field("name")}
      />
      <Group gap="sm" grow align="flex-start">
        <Select label={t`Category`} data={optionsOf(CATEGORIES, words.category)} allowDeselect={false} {...field("category")} />
        <Select label={t`Stage`} data={optionsOf(STAGES, words.stage)} allowDeselect={false} {...field("stage")} />
      </Group>
      {isCompany && (
        <FieldGroup label={t`Company address`}>
          <AddressFields field={field} path="companyAddress" />
        </FieldGroup>
      )}
      <MultiSelect
        label={t`Staff`}
        description={t`You and everybody with default access are added by themselves.`}
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        hidePickedOptions
        nothingFoundMessage={t`No such colleague`}
        {...field("staffIds")}
      />
      <TagsField label={t`Tags`} description={t`Clients never see them.`} creates {...field("tagIds")} />
    </Stack>
  );
}
