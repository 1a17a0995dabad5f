import { useLingui } from "@lingui/react/macro";
import { Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";

function Waiting({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <div aria-busy="true" data-skeleton>
      <VisuallyHidden role="status">{t`Loading`}</VisuallyHidden>
      {children}
    </div>
  );
}

/** Rows of the height the real ones will have, so nothing moves when they arrive. */
export function SkeletonRows({ rows = 5, height = 44, gap = 8 }: { rows?: number; height?: number; gap?: number }) {
  return (
    <Waiting>
      <Stack gap={gap}>
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={height} />
        ))}
      </Stack>
    </Waiting>
  );
}

/** A title and a few lines. */
export function SkeletonPage({ lines = 4 }: { lines?: number }) {
  return (
    <Waiting>
      <Stack gap="md">
        <Skeleton height={32} maw={280} />
        {Array.from({ length: lines }, (_, line) => (
          <Skeleton key={line} height={20} width={line === lines - 1 ? "60%" : "100%"} />
        ))}
      </Stack>
    </Waiting>
  );
}
