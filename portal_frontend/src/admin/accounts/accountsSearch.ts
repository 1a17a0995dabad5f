import type { AccountList, AccountSort, AccountType, Category, PortalStatus, Stage } from "../generated/graphql";

export const LISTS = ["ALL", "PENDING_ACTIVATION", "OFFLINE", "ARCHIVED"] as const satisfies readonly AccountList[];
export const TYPES = ["INDIVIDUAL", "COMPANY"] as const satisfies readonly AccountType[];
export const CATEGORIES = [
  "CLIENT",
  "SUPPLIER",
  "BANK",
  "COMPANY",
  "GOVERNMENT",
  "OTHER",
] as const satisfies readonly Category[];
export const STAGES = ["LEAD", "PROSPECT", "CLIENT"] as const satisfies readonly Stage[];
export const STATUSES = ["ACTIVE", "PENDING_ACTIVATION", "OFFLINE"] as const satisfies readonly PortalStatus[];
export const SORTS = [
  "NAME_ASC",
  "NAME_DESC",
  "LAST_ACTIVITY_DESC",
  "CREATED_DESC",
  "CREATED_ASC",
] as const satisfies readonly AccountSort[];

/** What the address of the list says; what is not there has its default. */
export interface AccountsSearch {
  list?: Lowercase<AccountList>;
  q?: string;
  type?: AccountType[];
  category?: Category[];
  stage?: Stage[];
  status?: PortalStatus[];
  staff?: string;
  tag?: string[];
  /** How the tags are meant; any of them where nothing is said. */
  tagged?: "all" | "none";
  sort?: AccountSort;
}

export const TAGGED = ["any", "all", "none"] as const;
const MOST_TAGS = 50;

export const FILTERS = ["type", "category", "stage", "status"] as const;
export type FilterName = (typeof FILTERS)[number];

const chosen = <Value extends string>(value: unknown, known: readonly Value[]): Value[] => {
  const asked: unknown[] = Array.isArray(value) ? value : [value];
  return known.filter((option) => asked.includes(option));
};

const textsOf = (value: unknown): string[] => {
  const asked: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(asked.filter((each): each is string => typeof each === "string" && each !== ""))];
};

/** Reads an address somebody may have typed; what it does not know is left out. */
export function readAccountsSearch(search: Record<string, unknown>): AccountsSearch {
  const [list] = chosen(String(search.list ?? "").toUpperCase(), LISTS);
  const [sort] = chosen(search.sort, SORTS);
  const q = typeof search.q === "string" || typeof search.q === "number" ? String(search.q) : "";
  const type = chosen(search.type, TYPES);
  const category = chosen(search.category, CATEGORIES);
  const stage = chosen(search.stage, STAGES);
  const status = chosen(search.status, STATUSES);
  const tag = textsOf(search.tag).slice(0, MOST_TAGS);
  const [tagged] = chosen(search.tagged, TAGGED);
  return {
    ...(list && list !== "ALL" && { list: list.toLowerCase() as Lowercase<AccountList> }),
    ...(q.trim() && { q }),
    ...(type.length > 0 && { type }),
    ...(category.length > 0 && { category }),
    ...(stage.length > 0 && { stage }),
    ...(status.length > 0 && { status }),
    ...(typeof search.staff === "string" && search.staff && { staff: search.staff }),
    ...(tag.length > 0 && { tag, ...(tagged && tagged !== "any" && { tagged }) }),
    ...(sort && sort !== "NAME_ASC" && { sort }),
  };
}

export const listOf = ({ list }: AccountsSearch) => (list?.toUpperCase() ?? "ALL") as AccountList;

export const hasFilter = (search: AccountsSearch) =>
  Boolean(search.q || search.staff || search.tag?.length || FILTERS.some((name) => search[name]?.length));

/** The same as variables of the query. */
export function variablesOf(search: AccountsSearch) {
  return {
    list: listOf(search),
    search: search.q?.trim() || null,
    sort: search.sort ?? ("NAME_ASC" as const),
    filter: {
      type: search.type ?? null,
      category: search.category ?? null,
      stage: search.stage ?? null,
      portalStatus: search.status ?? null,
      staffId: search.staff ?? null,
      tagIds: (!search.tagged && search.tag) || null,
      allTagIds: (search.tagged === "all" && search.tag) || null,
      noTagIds: (search.tagged === "none" && search.tag) || null,
    },
  };
}
