import { graphql } from "../generated";

export const InvitationPreviewQuery = graphql(`
  query InvitationPreview($input: InvitationPreviewInput!) {
    invitationPreview(input: $input) {
      subject
      html
      text
      toAddress
    }
  }
`);

export const InviteAgainMutation = graphql(`
  mutation InviteAgain($input: InviteInput!) {
    invite(input: $input) {
      accountContacts {
        ...Link
      }
      failures {
        id
        message
      }
    }
  }
`);

export const WithdrawInvitationMutation = graphql(`
  mutation WithdrawInvitation($input: IdInput!) {
    revokeInvitation(input: $input) {
      done
    }
  }
`);
