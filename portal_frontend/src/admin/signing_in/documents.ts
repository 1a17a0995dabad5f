import { graphql } from "../generated";

export const RequestRecoveryMutation = graphql(`
  mutation AdminRequestRecovery($input: RequestRecoveryInput!) {
    requestRecovery(input: $input) {
      done
    }
  }
`);

export const OpenRecoveryMutation = graphql(`
  mutation AdminOpenRecovery($input: TokenInput!) {
    openRecovery(input: $input) {
      state
      email
    }
  }
`);

export const ResetPasswordMutation = graphql(`
  mutation AdminResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      done
    }
  }
`);

export const OpenInvitationMutation = graphql(`
  mutation AdminOpenInvitation($input: TokenInput!) {
    openInvitation(input: $input) {
      state
      door
      firstName
      lastName
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
  mutation AdminAcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      viewer {
        ...Colleague
      }
    }
  }
`);

export const FreshInvitationMutation = graphql(`
  mutation AdminRequestFreshInvitation($input: TokenInput!) {
    requestFreshInvitation(input: $input) {
      done
    }
  }
`);
