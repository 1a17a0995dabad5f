import { useLingui } from "@lingui/react/macro";
import { fromAddressValues, toAddressValues } from "../../../forms/AddressFields.tsx";
import { CATEGORIES, STAGES, TYPES } from "../accountsSearch.ts";
import { optionsOf, useAccountWords } from "../useAccountWords.ts";
import { useAccount } from "./AccountContext.ts";
import { AddressFact } from "./AddressFact.tsx";
import { SelectFact } from "./SelectFact.tsx";
import { StaffFact } from "./StaffFact.tsx";
import { TagsFact } from "./TagsFact.tsx";
import { TextFact } from "./TextFact.tsx";
import { useSaveFact } from "./useSaveFact.ts";

/** The facts, each edited in place. */
export function EditableFacts() {
  const { t } = useLingui();
  const words = useAccountWords();
  const save = useSaveFact();
  const { account } = useAccount();
  const { name, type, category, stage } = account;
  const companyName = account.companyName ?? "";
  const companyAddress = fromAddressValues(toAddressValues(account.companyAddress));
  const asCompany = type === "COMPANY" ? { type, companyName: companyName || null, companyAddress } : { type };
  return (
    <>
      <TextFact label={t`Account name`} value={name} onSave={(next) => save({ name: next || null }, { name })} />
      <SelectFact
        label={t`Type`}
        value={type}
        options={optionsOf(TYPES, words.type)}
        onSave={(next) => save({ type: next }, asCompany)}
      />
      {type === "COMPANY" && (
        <>
          <TextFact
            label={t`Company name`}
            value={companyName}
            onSave={(next) => save({ companyName: next || null }, { companyName: companyName || null })}
          />
          <AddressFact />
        </>
      )}
      <SelectFact
        label={t`Category`}
        value={category}
        options={optionsOf(CATEGORIES, words.category)}
        onSave={(next) => save({ category: next }, { category })}
      />
      <SelectFact
        label={t`Stage`}
        value={stage}
        options={optionsOf(STAGES, words.stage)}
        onSave={(next) => save({ stage: next }, { stage })}
      />
      <StaffFact />
      <TagsFact />
    </>
  );
}
