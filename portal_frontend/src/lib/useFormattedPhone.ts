import { useEffect, useState } from "react";

/** An E.164 number as people write it. The rules of all countries are large, so they arrive after the page. */
export function useFormattedPhone(e164: string | null): string | null {
  const [formatted, setFormatted] = useState<{ of: string; text: string } | null>(null);
  useEffect(() => {
    if (!e164) return undefined;
    let current = true;
    void import("./phone.ts").then(({ formatPhone }) => {
      if (current) setFormatted({ of: e164, text: formatPhone(e164) });
    });
    return () => {
      current = false;
    };
  }, [e164]);
  return formatted?.of === e164 ? formatted.text : e164;
}
