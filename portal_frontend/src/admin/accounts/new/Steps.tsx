import { useLingui } from "@lingui/react/macro";
import { UnstyledButton } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Step } from "./newAccount.ts";
import classes from "./new.module.css";

/** Where one is; back is always open, on only by the form's button. */
export function Steps({ step, onStep }: { step: Step; onStep: (step: Step) => void }) {
  const { t } = useLingui();
  const steps: { number: Step; label: string }[] = [
    { number: 1, label: t`Account` },
    { number: 2, label: t`Contacts` },
  ];
  return (
    <ol className={classes.steps} aria-label={t`Steps`}>
      {steps.map(({ number, label }) => {
        const done = number < step;
        const mark = <span className={classes.number}>{done ? <IconCheck size={14} aria-hidden /> : number}</span>;
        return (
          <li key={number}>
            {done ? (
              <UnstyledButton className={classes.step} onClick={() => onStep(number)}>
                {mark}
                {label}
              </UnstyledButton>
            ) : (
              <span className={classes.step} aria-current={number === step ? "step" : undefined}>
                {mark}
                {label}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
