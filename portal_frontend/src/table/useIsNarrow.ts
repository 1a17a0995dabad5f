import { useMediaQuery } from "@mantine/hooks";

/** True where a table has no room; known before the first paint. */
export const useIsNarrow = () => useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
