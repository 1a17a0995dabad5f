import { useRead } from "../../api/useRead.ts";
import { PortalAccountQuery } from "./documents.ts";

export function usePortalAccount(id: string) {
  const { data, error, again } = useRead(PortalAccountQuery, { id });
  return { account: data?.portalAccount, error, again };
}
