import { graphql } from "../generated";

export const PendingPersonFragment = graphql(`
  fragment PendingPerson on AccountContact {
    id
    portalAccess
    account {
      id
      number
      name
    }
    contact {
      id
      firstName
      name
      email
      language
    }
    invitation {
      id
      state
      sentAt
      expiresAt
      openedAt
      sentBy {
        id
        name
      }
      emails {
        id
        kind
        state
        lastReply
        nextAttemptAt
        createdAt
      }
    }
  }
`);

export const PendingQuery = graphql(`
  query AdminPending($search: String, $first: Int, $after: String) {
    pendingActivations(search: $search, first: $first, after: $after) {
      nodes {
        ...PendingPerson
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const InviteMutation = graphql(`
  mutation AdminInviteAgain($input: InviteInput!) {
    invite(input: $input) {
      accountContacts {
        ...PendingPerson
      }
      failures {
        id
        code
        message
      }
    }
  }
`);

export const InviteAllMutation = graphql(`
  mutation AdminInviteAllPending {
    inviteAllPending {
      count
    }
  }
`);

export const RevokeMutation = graphql(`
  mutation AdminRevokeInvitation($input: IdInput!) {
    revokeInvitation(input: $input) {
      done
    }
  }
`);
