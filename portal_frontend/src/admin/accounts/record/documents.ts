import { graphql } from "../../generated";

export const AccountRecordFragment = graphql(`
  fragment AccountRecord on Account {
    id
    number
    name
    type
    companyName
    companyAddress {
      street
      city
      postalCode
      region
      country
    }
    category
    stage
    lifecycle
    portalStatus
    createdAt
    lastActivityAt
    archivedAt
    version
    staff {
      id
      name
    }
    tags {
      ...TagLook
    }
    contacts {
      ...Link
    }
  }
`);

export const AccountQuery = graphql(`
  query Account($id: ID!) {
    account(id: $id) {
      ...AccountRecord
    }
  }
`);

export const UpdateAccountMutation = graphql(`
  mutation UpdateAccount($input: UpdateAccountInput!) {
    updateAccount(input: $input) {
      account {
        ...AccountRecord
      }
    }
  }
`);
