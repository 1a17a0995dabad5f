import { graphql } from "../generated";

export const OpenInvitationMutation = graphql(`
  mutation OpenInvitation($input: TokenInput!) {
    openInvitation(input: $input) {
      state
      door
      firstName
      email
      hasPassword
      firm {
        name
        accentColor
        logoUrl
      }
    }
  }
`);

export const AcceptInvitationMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      viewer {
        ...Person
      }
    }
  }
`);

export const FreshInvitationMutation = graphql(`
  mutation RequestFreshInvitation($input: TokenInput!) {
    requestFreshInvitation(input: $input) {
      done
    }
  }
`);
