import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { asApiError } from "../../../api/errors.ts";
import { useSend } from "../../../api/useSend.ts";
import { useSaveForm } from "../../../forms/useSaveForm.ts";
import { countryOf } from "../../../lib/countries.ts";
import { tell } from "../../../ui/tell.tsx";
import { emptyLink, problemsOf } from "../../contacts/linkDraft.ts";
import { useDraftWords } from "../../contacts/useDraftWords.ts";
import type { Choice } from "../../invitations/choice.ts";
import { useChoice } from "../../invitations/useChoice.ts";
import { useCan, useViewer } from "../../session/session.ts";
import { CreateAccountMutation } from "./documents.ts";
import { draftStore } from "./draftStore.ts";
import { emptyAccount, type NewAccount, pathOf, shownName, type Step, stepOf, toCreateInput } from "./newAccount.ts";

/** The form behind the two steps: kept over a reload, and asking about invitations before it creates. */
export function useNewAccountForm() {
  const { t } = useLingui();
  const { id, firm } = useViewer();
  const mayInvite = useCan("INVITE_CLIENTS");
  const words = useDraftWords();
  const send = useSend();
  const navigate = useNavigate();
  const country = countryOf(firm);
  const [store] = useState(() => draftStore(id));
  const [restored] = useState(() => store.read(country));
  const [step, setStep] = useState<Step>(1);
  const heading = useRef<HTMLHeadingElement>(null);
  const { ask, answer } = useChoice();

  const form = useSaveForm({
    initialValues: restored ?? emptyAccount(country),
    pathOf,
    validate(account) {
      if (step === 1) return {};
      const problems = account.contacts.map((draft, index) => problemsOf(draft, `contacts.${index}`, words));
      return Object.assign({}, ...problems) as Record<string, string>;
    },
    async save(account) {
      if (step === 1) {
        goTo(2);
        return;
      }
      const asks = mayInvite && account.contacts.some(({ login }) => login);
      const choice = asks ? await ask() : { send: false, message: null };
      if (!choice) return;
      const { createAccount } = await create(account, choice);
      store.forget();
      tell(t`${shownName(account)} is in the register.`);
      await navigate({ to: "/accounts/$accountId", params: { accountId: createAccount.account.id } });
    },
  });
  const { values } = form.form;

  const create = async (account: NewAccount, choice: Choice) => {
    try {
      return await send(CreateAccountMutation, { input: toCreateInput(account, choice) });
    } catch (thrown) {
      const { fields } = asApiError(thrown);
      if (fields.some((problem) => stepOf(problem.field) === 1)) setStep(1);
      throw thrown;
    }
  };
  const goTo = (next: Step) => {
    setStep(next);
    requestAnimationFrame(() => heading.current?.focus());
  };

  useEffect(() => store.write(values), [store, values]);

  const discard = () => {
    store.forget();
    void navigate({ to: "/accounts" });
  };
  const restart = () => {
    store.forget();
    form.form.setValues(emptyAccount(country));
    goTo(1);
  };
  return {
    form,
    step,
    goTo,
    heading,
    /** Set while the dialog about invitations is open. */
    answer,
    restored: restored !== null,
    restart,
    discard,
    addContact: () => form.form.insertListItem("contacts", emptyLink(country)),
    removeContact: (index: number) => form.form.removeListItem("contacts", index),
  };
}
