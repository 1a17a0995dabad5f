import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Button, FileButton, Group, Image, Progress, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconPhoto, IconTrash, IconUpload } from "@tabler/icons-react";
import { type DragEvent, useState } from "react";
import { useErrorWords } from "../../ui/useErrorWords.ts";
import { LOGO_TYPES } from "./putLogo.ts";
import classes from "./settings.module.css";
import type { FirmFormProps } from "./useFirmForm.ts";
import { useLogo } from "./useLogo.ts";

/** The firm's logo: drop a picture here, choose one, or take it away. */
export function Logo({ firm, reload }: FirmFormProps) {
  const { t } = useLingui();
  const { titleOf } = useErrorWords();
  const { upload, remove, share, failure } = useLogo(reload);
  const [over, setOver] = useState(false);
  const busy = share !== null;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !busy) void upload(file);
  };
  const problem = failure && (failure.fields[0]?.message ?? titleOf(failure));
  return (
    <Stack gap="xs" component="section" aria-label={t`Logo`}>
      <Text fw={500} size="sm">
        <Trans>Logo</Trans>
      </Text>
      {problem && (
        <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />}>
          {problem}
        </Alert>
      )}
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className={classes.logo}>
          {firm.logoUrl ? (
            <Image src={firm.logoUrl} alt={t`The logo of ${firm.name}`} fit="contain" w="auto" h="auto" />
          ) : (
            <IconPhoto size={32} stroke={1.2} color="#6b7280" aria-hidden />
          )}
        </div>
        <Stack gap="xs" flex={1} miw={200}>
          <Group gap="xs">
            <FileButton onChange={(file) => file && void upload(file)} accept={LOGO_TYPES.join(",")} disabled={busy}>
              {(props) => (
                <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} loading={busy} {...props}>
                  {firm.logoUrl ? t`Choose another…` : t`Choose a picture…`}
                </Button>
              )}
            </FileButton>
            {firm.logoUrl && (
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                disabled={busy}
                onClick={() => void remove()}
              >
                <Trans>Remove</Trans>
              </Button>
            )}
          </Group>
          <Text size="xs" c="dimmed">
            <Trans>Or drop it here. PNG, JPEG or WebP, at most 1 MB; best wide and on a transparent ground.</Trans>
          </Text>
          {busy && <Progress value={share * 100} aria-label={t`Upload`} />}
        </Stack>
      </div>
    </Stack>
  );
}
