import { Image, Text } from "@mantine/core";

interface FirmMarkProps {
  name: string;
  logoUrl: string | null | undefined;
  height?: number;
}

/** The firm's logo, or its name where it has none; the height is kept while the image loads. */
export function FirmMark({ name, logoUrl, height = 40 }: FirmMarkProps) {
  if (!logoUrl) {
    return (
      <Text fw={600} size="lg" lh={`${height}px`} truncate>
        {name}
      </Text>
    );
  }
  return <Image src={logoUrl} alt={name} h={height} w="auto" maw="100%" fit="contain" radius={0} />;
}
