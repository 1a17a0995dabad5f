import { graphql } from "../generated";

export const AccountRowFragment = graphql(`
  fragment AccountRow on Account {
    id
    number
    name
    type
    lifecycle
    portalStatus
    lastActivityAt
    contacts {
      id
      contact {
        id
        name
      }
    }
    staff {
      id
      name
    }
    tags {
      ...TagLook
    }
  }
`);

export const AccountsQuery = graphql(`
  query Accounts(
    $list: AccountList!
    $filter: AccountFilter
    $search: String
    $sort: AccountSort!
    $first: Int!
    $after: String
  ) {
    accounts(list: $list, filter: $filter, search: $search, sort: $sort, first: $first, after: $after) {
      nodes {
        ...AccountRow
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
      totalCount
    }
  }
`);

export const StaffChoiceQuery = graphql(`
  query StaffChoice {
    staff(first: 100, state: [ACTIVE, INVITED]) {
      nodes {
        id
        name
        state
        defaultAccess
      }
    }
  }
`);

export const ArchiveAccountMutation = graphql(`
  mutation ArchiveAccount($input: IdInput!) {
    archiveAccount(input: $input) {
      account {
        id
        lifecycle
        archivedAt
        portalStatus
        version
      }
    }
  }
`);

export const RestoreAccountMutation = graphql(`
  mutation RestoreAccount($input: IdInput!) {
    restoreAccount(input: $input) {
      account {
        id
        lifecycle
        archivedAt
        portalStatus
        version
      }
    }
  }
`);
