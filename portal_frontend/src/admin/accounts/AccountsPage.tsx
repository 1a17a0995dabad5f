import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Menu, Paper, Stack, Tabs } from "@mantine/core";
import { IconArrowsSort, IconCheck, IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type ReadingPages, useReadPages } from "../../api/useReadPages.ts";
import { useFormats } from "../../i18n/formats.ts";
import { DataTable } from "../../table/DataTable.tsx";
import { LoadMore } from "../../table/LoadMore.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { PageTitle } from "../../ui/PageTitle.tsx";
import type { AccountRowFragment } from "../generated/graphql";
import { useLive } from "../live/LiveProvider.tsx";
import { useCan } from "../session/session.ts";
import { AccountCard } from "./AccountCard.tsx";
import classes from "./accounts.module.css";
import { AccountFilters } from "./AccountFilters.tsx";
import { type AccountsSearch, listOf, LISTS, SORTS, variablesOf } from "./accountsSearch.ts";
import { AccountsQuery } from "./documents.ts";
import { EmptyAccounts } from "./EmptyAccounts.tsx";
import { FilterChips } from "./FilterChips.tsx";
import { SearchField } from "../../table/SearchField.tsx";
import { useAccountsColumns } from "./useAccountsColumns.tsx";
import { useAccountsSearch } from "./useAccountsSearch.ts";
import { useAccountWords } from "./useAccountWords.ts";

const PAGE = 50;

export function AccountsPage() {
  const { t } = useLingui();
  const formats = useFormats();
  const words = useAccountWords();
  const { search, change, clear } = useAccountsSearch();
  const mayCreate = useCan("MANAGE_ACCOUNTS");
  const reading = useReadPages(AccountsQuery, { ...variablesOf(search), first: PAGE }, ({ accounts }) => accounts);
  const { totalCount } = reading;
  useLive(null, reading.refresh);
  return (
    <Stack gap="md">
      <PageTitle
        title={t`Accounts`}
        count={totalCount === undefined ? "" : formats.number(totalCount)}
        actions={
          mayCreate && (
            <LinkButton to="/accounts/new" leftSection={<IconPlus size={16} aria-hidden />}>
              <Trans>New account</Trans>
            </LinkButton>
          )
        }
      />
      <Tabs
        value={listOf(search)}
        onChange={(list) => change({ list: (list ?? "ALL").toLowerCase() as NonNullable<AccountsSearch["list"]> })}
      >
        <Tabs.List aria-label={t`Lists of accounts`} className={classes.lists}>
          {LISTS.map((list) => (
            <Tabs.Tab key={list} value={list}>
              {words.list[list]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Group gap="xs">
        <SearchField label={t`Search accounts`} value={search.q ?? ""} onSearch={(q) => change({ q })} />
        <AccountFilters />
        <SortMenu />
      </Group>
      <FilterChips />
      <AccountsList reading={reading} search={search} clear={clear} />
    </Stack>
  );
}

interface AccountsListProps {
  reading: ReadingPages<AccountRowFragment>;
  search: AccountsSearch;
  clear: () => void;
}

function AccountsList({ reading, search, clear }: AccountsListProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const columns = useAccountsColumns();
  const { nodes, error, again } = reading;
  if (error && !nodes) return <ErrorState error={error} again={again} />;
  if (nodes?.length === 0) {
    return (
      <Paper>
        <EmptyAccounts search={search} onClear={clear} />
      </Paper>
    );
  }
  return (
    <div>
      <DataTable
        caption={t`Accounts`}
        columns={columns}
        rows={nodes}
        onOpen={({ id }) => void navigate({ to: "/accounts/$accountId", params: { accountId: id } })}
        card={AccountCard}
      />
      <LoadMore reading={reading} />
    </div>
  );
}

function SortMenu() {
  const words = useAccountWords();
  const { search, change } = useAccountsSearch();
  const current = search.sort ?? "NAME_ASC";
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconArrowsSort size={16} stroke={1.6} aria-hidden />}>
          {words.sort[current]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SORTS.map((sort) => (
          <Menu.RadioItem
            key={sort}
            value={sort}
            checked={sort === current}
            checkIcon={<IconCheck size={16} aria-hidden />}
            closeMenuOnClick
            onChange={() => change({ sort })}
          >
            {words.sort[sort]}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
