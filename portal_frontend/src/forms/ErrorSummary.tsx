import { Plural } from "@lingui/react/macro";
import { Alert, Anchor, List } from "@mantine/core";
import type { FormErrors } from "@mantine/form";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { ApiError } from "../api/errors.ts";
import { useErrorWords } from "../ui/useErrorWords.ts";
import classes from "./ErrorSummary.module.css";

interface ErrorSummaryProps {
  errors: FormErrors;
  failure: ApiError | null;
  attempts: number;
}

function focusField(path: string): boolean {
  const input = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  input?.focus();
  return input !== null;
}

/** Says what is wrong, leads to each field, and takes the focus after a failed attempt. */
export function ErrorSummary({ errors, failure, attempts }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const { titleOf, reference } = useErrorWords();
  const problems: [string, ReactNode][] = Object.entries(errors).filter(([, message]) => message);
  const whole = failure && failure.fields.length === 0 ? failure : null;
  const visible = whole !== null || problems.length > 0;

  useEffect(() => {
    if (attempts > 0) box.current?.focus();
  }, [attempts]);

  if (!visible) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      className={classes.summary}
      title={whole ? titleOf(whole) : <Plural value={problems.length} one="One thing needs your attention" other="# things need your attention" />}
    >
      {whole && reference(whole)}
      {problems.length > 0 && (
        <List size="sm" spacing={4}>
          {problems.map(([path, message]) => (
            <List.Item key={path}>
              <Anchor
                component="button"
                type="button"
                c="inherit"
                inherit
                underline="always"
                ta="start"
                style={{ verticalAlign: "top" }}
                onClick={() => focusField(path)}
              >
                {message}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
