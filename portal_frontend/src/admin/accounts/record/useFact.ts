import { useState } from "react";
import { type ApiError, asApiError } from "../../../api/errors.ts";
import { useErrorWords } from "../../../ui/useErrorWords.ts";

/** One fact being edited in place: what is typed, whether it is being saved, and why it was refused. */
export function useFact<Value>(value: Value, save: (next: Value) => Promise<void>) {
  const { titleOf } = useErrorWords();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<ApiError | null>(null);
  if (value !== known) {
    setKnown(value);
    if (!failure) setTyped(value);
  }
  const reset = () => {
    setTyped(value);
    setFailure(null);
  };
  const commit = async (next: Value) => {
    setTyped(next);
    setFailure(null);
    if (next === value) return;
    setSaving(true);
    try {
      await save(next);
    } catch (thrown) {
      setFailure(asApiError(thrown));
    } finally {
      setSaving(false);
    }
  };
  const message = failure && (failure.fields.map((problem) => problem.message).join(" ") || titleOf(failure));
  return { typed, setTyped, saving, message, isStale: failure?.code === "STALE", commit, reset };
}
