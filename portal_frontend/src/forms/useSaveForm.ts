import { type FormErrors, type FormRulesRecord, useForm, type UseFormReturnType } from "@mantine/form";
import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import { type ApiError, asApiError } from "../api/errors.ts";
import { unsaved } from "./unsaved.ts";

export interface SaveFormOptions<Values> {
  initialValues: Values;
  validate?: FormRulesRecord<Values> | ((values: Values) => FormErrors);
  /** Sends the values; throws an ApiError when refused (useSend does). */
  save: (values: Values) => Promise<void>;
  /** Renames an API field to the form's own path where the two differ. */
  pathOf?: (apiField: string) => string;
}

export interface SaveForm<Values> {
  form: UseFormReturnType<Values>;
  saving: boolean;
  /** The refusal as a whole; the problems of single fields are in `form.errors`. */
  failure: ApiError | null;
  /** Grows with each failed attempt, so the summary takes the focus again. */
  attempts: number;
  /** Props of one input, error included: `<TextInput {...field("email")} />`. */
  field: UseFormReturnType<Values>["getInputProps"];
  submit: (event?: FormEvent<HTMLFormElement>) => void;
}

const asItIs = (field: string) => field;

/** A form that cannot forget loading and errors. Show it with `<FormShell>`. */
export function useSaveForm<Values extends Record<string, unknown>>(
  options: SaveFormOptions<Values>,
): SaveForm<Values> {
  const form = useForm<Values>({
    initialValues: options.initialValues,
    ...(options.validate && { validate: options.validate }),
  });
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  const [attempts, setAttempts] = useState(0);
  const busy = useRef(false);
  const { save, pathOf = asItIs } = options;
  const id = useId();
  const isDirty = form.isDirty();

  useEffect(() => {
    unsaved.mark(id, isDirty);
    return () => unsaved.mark(id, false);
  }, [id, isDirty]);

  const run = useCallback(
    async (values: Values) => {
      if (busy.current) return;
      busy.current = true;
      setSaving(true);
      setFailure(null);
      try {
        await save(values);
      } catch (thrown) {
        const error = asApiError(thrown);
        setFailure(error);
        form.setErrors(Object.fromEntries(error.fields.map(({ field, message }) => [pathOf(field), message])));
        setAttempts((count) => count + 1);
      } finally {
        busy.current = false;
        setSaving(false);
      }
    },
    [save, pathOf, form],
  );

  const submit = form.onSubmit(
    (values) => void run(values),
    () => {
      setFailure(null);
      setAttempts((count) => count + 1);
    },
  );
  return { form, saving, failure, attempts, field: form.getInputProps, submit };
}
