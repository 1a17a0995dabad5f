import { graphql } from "../generated";

export const ColleagueRowFragment = graphql(`
  fragment ColleagueRow on StaffMember {
    id
    firstName
    lastName
    name
    email
    role
    permissionSet
    state
    defaultAccess
    lastSeenAt
    version
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

export const TeamQuery = graphql(`
  query AdminTeam($search: String, $state: [StaffState!], $first: Int, $after: String) {
    staff(search: $search, state: $state, first: $first, after: $after) {
      nodes {
        ...ColleagueRow
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`);

export const InviteStaffMutation = graphql(`
  mutation AdminInviteStaff($input: InviteStaffInput!) {
    inviteStaff(input: $input) {
      staffMember {
        ...ColleagueRow
      }
    }
  }
`);

export const ReinviteStaffMutation = graphql(`
  mutation AdminReinviteStaff($input: IdInput!) {
    reinviteStaff(input: $input) {
      staffMember {
        ...ColleagueRow
      }
    }
  }
`);

export const UpdateStaffMutation = graphql(`
  mutation AdminUpdateStaff($input: UpdateStaffInput!) {
    updateStaff(input: $input) {
      staffMember {
        ...ColleagueRow
      }
    }
  }
`);

export const DeactivateStaffMutation = graphql(`
  mutation AdminDeactivateStaff($input: IdInput!) {
    deactivateStaff(input: $input) {
      staffMember {
        ...ColleagueRow
      }
    }
  }
`);

export const ReactivateStaffMutation = graphql(`
  mutation AdminReactivateStaff($input: IdInput!) {
    reactivateStaff(input: $input) {
      staffMember {
        ...ColleagueRow
      }
    }
  }
`);
