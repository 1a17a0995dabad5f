import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Stack, Title } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { FormShell } from "../../../forms/FormShell.tsx";
import type { FieldOf } from "../../../forms/fields.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { LinkButton } from "../../../ui/links.tsx";
import { PageTitle, useTabTitle } from "../../../ui/PageTitle.tsx";
import { recipientOf } from "../../contacts/linkDraft.ts";
import { InvitationDialog } from "../../invitations/InvitationDialog.tsx";
import { useCan } from "../../session/session.ts";
import { AccountStep } from "./AccountStep.tsx";
import { ContactsStep } from "./ContactsStep.tsx";
import classes from "./new.module.css";
import { shownName } from "./newAccount.ts";
import { Steps } from "./Steps.tsx";
import { Summary } from "./Summary.tsx";
import { useNewAccountForm } from "./useNewAccountForm.ts";

export function NewAccountPage() {
  return useCan("MANAGE_ACCOUNTS") ? <Wizard /> : <NotAllowed />;
}

function NotAllowed() {
  const { t } = useLingui();
  useTabTitle(t`New account`);
  return (
    <EmptyState
      order={1}
      icon={IconLock}
      title={t`You do not have the permission for this`}
      action={
        <LinkButton to="/accounts" variant="default">
          <Trans>Go to the accounts</Trans>
        </LinkButton>
      }
    >
      <Trans>Accounts are made by colleagues who manage them. An administrator of your firm can change that.</Trans>
    </EmptyState>
  );
}

/** A new account in two steps, with what it will bring about beside it. */
function Wizard() {
  const { t } = useLingui();
  const { form, step, goTo, heading, answer, restored, restart, discard, addContact, removeContact } = useNewAccountForm();
  const account = form.form.values;
  const field = form.field as FieldOf;
  const set = form.form.setFieldValue as (path: string, value: unknown) => void;

  return (
    <Stack gap="lg">
      <PageTitle
        title={t`New account`}
        actions={
          restored && (
            <Button variant="subtle" color="gray" onClick={restart}>
              <Trans>Start over</Trans>
            </Button>
          )
        }
      />
      <Steps step={step} onStep={goTo} />
      <div className={classes.columns}>
        <FormShell
          form={form}
          submitLabel={step === 1 ? t`Continue` : t`Create account`}
          name={t`New account`}
          actions={
            <>
              {step === 2 && (
                <Button variant="default" onClick={() => goTo(1)}>
                  <Trans>Back</Trans>
                </Button>
              )}
              <Button variant="subtle" color="gray" onClick={discard}>
                <Trans>Discard</Trans>
              </Button>
            </>
          }
        >
          <Title order={2} ref={heading} tabIndex={-1}>
            {step === 1 ? t`Account information` : t`Contacts`}
          </Title>
          {step === 1 ? (
            <AccountStep account={account} field={field} />
          ) : (
            <ContactsStep
              account={account}
              field={field}
              set={set}
              failure={form.failure}
              onAdd={addContact}
              onRemove={removeContact}
            />
          )}
        </FormShell>
        <Summary account={account} />
      </div>
      <InvitationDialog
        opened={answer !== null}
        recipients={account.contacts.filter(({ login }) => login).map(recipientOf)}
        accountName={shownName(account)}
        message={account.message}
        onMessage={(message) => set("message", message)}
        onChoose={async (choice) => answer?.(choice)}
        onClose={() => answer?.(null)}
      />
    </Stack>
  );
}
