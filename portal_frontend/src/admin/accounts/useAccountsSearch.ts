import { useNavigate, useSearch } from "@tanstack/react-router";
import { type AccountsSearch, readAccountsSearch } from "./accountsSearch.ts";

/** The state of the list as its address holds it. */
export function useAccountsSearch() {
  const search = useSearch({ from: "/inside/accounts" });
  const navigate = useNavigate();
  const change = (next: Partial<{ [Name in keyof AccountsSearch]: AccountsSearch[Name] | undefined }>) =>
    void navigate({ to: "/accounts", search: readAccountsSearch({ ...search, ...next }), replace: true });
  const clear = () => void navigate({ to: "/accounts", search: search.list ? { list: search.list } : {}, replace: true });
  return { search, change, clear };
}
