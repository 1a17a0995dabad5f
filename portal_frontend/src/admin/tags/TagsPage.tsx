import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Modal, Paper, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowLeft, IconPlus } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useReadPages } from "../../api/useReadPages.ts";
import { SideSheet } from "../../forms/SideSheet.tsx";
import { useFormats } from "../../i18n/formats.ts";
import { useLast } from "../../lib/useLast.ts";
import { DataTable } from "../../table/DataTable.tsx";
import { LoadMore } from "../../table/LoadMore.tsx";
import { SearchField } from "../../table/SearchField.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { TextLink } from "../../ui/links.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import type { TagRowFragment } from "../generated/graphql";
import { useCan } from "../session/session.ts";
import { TagActionsContext } from "./actions.ts";
import { DeleteTagDialog } from "./DeleteTagDialog.tsx";
import { TagsQuery } from "./documents.ts";
import { EditTagForm } from "./EditTagForm.tsx";
import { EmptyTags } from "./EmptyTags.tsx";
import { MergeTagForm } from "./MergeTagForm.tsx";
import { NewTagForm } from "./NewTagForm.tsx";
import { TagCard } from "./TagCard.tsx";
import { nextColour } from "./tagColours.ts";
import { useTagsColumns } from "./useTagsColumns.tsx";

const NONE: never[] = [];

/** The tags of the firm: made, renamed, coloured, merged, deleted (TEAM-8). */
export function TagsPage() {
  const { t } = useLingui();
  const { number } = useFormats();
  const { q } = useSearch({ from: "/inside/settings/tags" });
  const navigate = useNavigate();
  const mayManage = useCan("MANAGE_ACCOUNTS");
  const columns = useTagsColumns();
  const reading = useReadPages(TagsQuery, { search: q?.trim() || null, first: 100 }, ({ tags }) => tags);
  const { nodes, error, again, totalCount } = reading;
  const [making, sheet] = useDisclosure(false);
  const [edited, edit] = useState<string | null>(null);
  const [merged, merge] = useState<TagRowFragment | null>(null);
  const [deleted, remove] = useState<TagRowFragment | null>(null);
  const editing = nodes?.find(({ id }) => id === edited) ?? null;
  const [lastEdited, lastMerged] = [useLast(editing), useLast(merged)];
  const actions = { edit: ({ id }: TagRowFragment) => edit(id), merge, remove };
  return (
    <Stack gap="md" maw={760}>
      <TextLink to="/settings" size="sm" c="dimmed" display="inline-flex" style={{ alignItems: "center", gap: 4 }} w="fit-content">
        <IconArrowLeft size={16} stroke={1.6} aria-hidden />
        <Trans>Settings</Trans>
      </TextLink>
      <PageTitle
        title={t`Tags`}
        count={totalCount === undefined ? "" : number(totalCount)}
        actions={
          mayManage && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={sheet.open}>
              {t`New tag`}
            </Button>
          )
        }
      />
      <SearchField
        label={t`Search tags`}
        value={q ?? ""}
        onSearch={(text) => void navigate({ to: "/settings/tags", search: text.trim() ? { q: text } : {}, replace: true })}
      />
      {error && !nodes && <ErrorState error={error} again={again} />}
      {nodes?.length === 0 && (
        <Paper>
          <EmptyTags searching={Boolean(q)} onCreate={mayManage ? sheet.open : null} />
        </Paper>
      )}
      {!(error && !nodes) && nodes?.length !== 0 && (
        <TagActionsContext value={mayManage ? actions : null}>
          <div>
            <DataTable caption={t`Tags`} columns={columns} rows={nodes} card={TagCard} />
            <LoadMore reading={reading} />
          </div>
        </TagActionsContext>
      )}
      <SideSheet opened={making} onClose={sheet.close} title={t`New tag`}>
        <NewTagForm
          color={nextColour(nodes ?? NONE)}
          onDone={(made) => {
            sheet.close();
            if (made) again();
          }}
        />
      </SideSheet>
      <SideSheet opened={editing !== null} onClose={() => edit(null)} title={lastEdited?.name ?? ""}>
        {lastEdited && <EditTagForm key={lastEdited.id} tag={lastEdited} reload={again} onDone={() => edit(null)} />}
      </SideSheet>
      <Modal opened={merged !== null} onClose={() => merge(null)} title={t`Merge ${lastMerged?.name ?? ""} into another tag`}>
        {lastMerged && (
          <MergeTagForm
            key={lastMerged.id}
            tag={lastMerged}
            onDone={(done) => {
              merge(null);
              if (done) again();
            }}
          />
        )}
      </Modal>
      <DeleteTagDialog tag={deleted} onClose={() => remove(null)} onDone={again} />
    </Stack>
  );
}
