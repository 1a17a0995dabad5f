import { graphql } from "../generated";

export const RequestRecoveryMutation = graphql(`
  mutation PortalRequestRecovery($input: RequestRecoveryInput!) {
    requestRecovery(input: $input) {
      done
    }
  }
`);

export const OpenRecoveryMutation = graphql(`
  mutation PortalOpenRecovery($input: TokenInput!) {
    openRecovery(input: $input) {
      state
      email
      firm {
        name
        accentColor
        logoUrl
      }
    }
  }
`);

export const ResetPasswordMutation = graphql(`
  mutation PortalResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      done
    }
  }
`);
