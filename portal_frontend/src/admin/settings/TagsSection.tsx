import { Trans, useLingui } from "@lingui/react/macro";
import { IconTags } from "@tabler/icons-react";
import { LinkButton } from "../../ui/links.tsx";
import { Section } from "./Section.tsx";

/** The way to the tags; they are changed by whoever manages accounts. */
export function TagsSection() {
  const { t } = useLingui();
  return (
    <Section title={t`Tags`} about={t`Coloured names that sort your accounts. Clients never see them.`}>
      <div>
        <LinkButton to="/settings/tags" variant="default" leftSection={<IconTags size={16} stroke={1.6} aria-hidden />}>
          <Trans>Go to the tags</Trans>
        </LinkButton>
      </div>
    </Section>
  );
}
