import { Image, Text } from "@mantine/core";
import classes from "./FirmMark.module.css";

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
  return <FirmLogo url={logoUrl} alt={name} height={height} />;
}

/** `alt` is empty where the name stands beside it. */
export function FirmLogo({ url, alt, height }: { url: string; alt: string; height: number }) {
  return <Image src={url} alt={alt} h={height} w="auto" maw="100%" fit="contain" radius={0} className={classes.logo} />;
}
