import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Center, Text } from "@mantine/core";
import { useCallback, useEffect, useRef } from "react";
import type { ReadingPages } from "../api/useReadPages.ts";
import { useErrorWords } from "../ui/useErrorWords.ts";

/** The end of a list: reads on when it comes into view, and by its button. */
export function LoadMore({ reading }: { reading: ReadingPages<{ id: string }> }) {
  const { t } = useLingui();
  const { titleOf } = useErrorWords();
  const { more, loadingMore, error, nodes, again } = reading;
  const next = useRef(more);

  useEffect(() => {
    next.current = more;
  }, [more]);

  const watch = useCallback((button: HTMLButtonElement | null) => {
    if (!button || !("IntersectionObserver" in window)) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && next.current?.(), {
      rootMargin: "400px",
    });
    observer.observe(button);
    return () => observer.disconnect();
  }, []);

  if (!nodes) return null;
  if (error) {
    return (
      <Center py="md" role="alert">
        <Text size="sm" c="red.7" me="sm">
          {titleOf(error)}
        </Text>
        <Button size="xs" variant="default" onClick={again}>
          <Trans>Try again</Trans>
        </Button>
      </Center>
    );
  }
  if (!more && !loadingMore) return null;
  return (
    <Center py="md">
      <Button ref={watch} variant="subtle" onClick={() => more?.()} loading={loadingMore}>
        {t`Show more`}
      </Button>
    </Center>
  );
}
